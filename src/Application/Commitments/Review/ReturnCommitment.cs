using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Notices;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.Commitments;

[Needs(Right.Decide)]
public sealed record ReturnCommitment(CommitmentId CommitmentId, string Reason) : IRequest;

internal sealed class ReturnCommitmentValidator : AbstractValidator<ReturnCommitment>
{
    public ReturnCommitmentValidator() => RuleFor(c => c.Reason).Required(Limits.Reason);
}

internal sealed class ReturnCommitmentHandler(ITrackerDb db, PendingDecisions pending, DecisionMailer mailer)
    : IRequestHandler<ReturnCommitment>
{
    public async Task<Unit> Handle(ReturnCommitment command, CancellationToken ct)
    {
        var (commitment, context) = await pending.OfSubmissionAsync(command.CommitmentId, ct);
        commitment.Return(command.Reason, context);
        await mailer.TellSubmitterAsync(commitment, context, ct);
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
