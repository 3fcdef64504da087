using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Notices;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.Commitments;

[Needs(Right.Decide)]
public sealed record ApproveChangeRequest(CommitmentId CommitmentId, ChangeRequestId ChangeRequestId, string? Note = null) : IRequest;

internal sealed class ApproveChangeRequestValidator : AbstractValidator<ApproveChangeRequest>
{
    public ApproveChangeRequestValidator() => RuleFor(c => c.Note).Optional(Limits.Note);
}

internal sealed class ApproveChangeRequestHandler(ITrackerDb db, ICurrentUser user, PendingDecisions pending, DecisionMailer mailer)
    : IRequestHandler<ApproveChangeRequest>
{
    public async Task<Unit> Handle(ApproveChangeRequest command, CancellationToken ct)
    {
        var (commitment, request, nextReviewDueAt, context) = await pending.OfChangeRequestAsync(
            command.CommitmentId,
            command.ChangeRequestId,
            ct
        );
        var successorIsActive = request.SuccessorId is { } successor && await db.CanReplaceAsync(user, successor, commitment, ct);
        commitment.ApproveChangeRequest(request, command.Note, nextReviewDueAt, context, successorIsActive);
        await mailer.TellRequesterAsync(commitment, request, context, ct);
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
