using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Notices;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.Commitments;

/// <param name="Reason">Why the commitment is accepted although it is less clear than required; needed only in that case.</param>
[Needs(Right.Decide)]
public sealed record AcceptCommitment(CommitmentId CommitmentId, string? Reason = null) : IRequest;

internal sealed class AcceptCommitmentValidator : AbstractValidator<AcceptCommitment>
{
    public AcceptCommitmentValidator() => RuleFor(c => c.Reason).Optional(Limits.Reason);
}

internal sealed class AcceptCommitmentHandler(ITrackerDb db, PendingDecisions pending, DecisionMailer mailer)
    : IRequestHandler<AcceptCommitment>
{
    public async Task<Unit> Handle(AcceptCommitment command, CancellationToken ct)
    {
        var (commitment, context) = await pending.OfSubmissionAsync(command.CommitmentId, ct);
        commitment.Accept(command.Reason, context);
        await mailer.TellSubmitterAsync(commitment, context, ct);
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
