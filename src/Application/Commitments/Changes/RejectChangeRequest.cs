using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Notices;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.Commitments;

[Needs(Right.Decide)]
public sealed record RejectChangeRequest(CommitmentId CommitmentId, ChangeRequestId ChangeRequestId, string Note) : IRequest;

internal sealed class RejectChangeRequestValidator : AbstractValidator<RejectChangeRequest>
{
    public RejectChangeRequestValidator() => RuleFor(c => c.Note).Required(Limits.Note);
}

internal sealed class RejectChangeRequestHandler(ITrackerDb db, PendingDecisions pending, DecisionMailer mailer)
    : IRequestHandler<RejectChangeRequest>
{
    public async Task<Unit> Handle(RejectChangeRequest command, CancellationToken ct)
    {
        var (commitment, request, nextReviewDueAt, context) = await pending.OfChangeRequestAsync(
            command.CommitmentId,
            command.ChangeRequestId,
            ct
        );
        commitment.RejectChangeRequest(request, command.Note, nextReviewDueAt, context);
        await mailer.TellRequesterAsync(commitment, request, context, ct);
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
