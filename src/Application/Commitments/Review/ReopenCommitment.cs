using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.Commitments;

/// <summary>Reopens a commitment that was closed by mistake.</summary>
[Needs(Right.Review)]
public sealed record ReopenCommitment(CommitmentId CommitmentId, string Reason) : IRequest;

internal sealed class ReopenCommitmentValidator : AbstractValidator<ReopenCommitment>
{
    public ReopenCommitmentValidator() => RuleFor(c => c.Reason).Required(Limits.Reason);
}

internal sealed class ReopenCommitmentHandler(ITrackerDb db, PendingDecisions pending) : IRequestHandler<ReopenCommitment>
{
    public async Task<Unit> Handle(ReopenCommitment command, CancellationToken ct)
    {
        var (commitment, context) = await pending.OfOutcomeAsync(command.CommitmentId, ct);
        commitment.Reopen(command.Reason, await db.NextReviewDueAsync(commitment.Id, ct), context);
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
