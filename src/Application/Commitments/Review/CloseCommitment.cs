using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.Commitments;

/// <param name="ClosedOn">The day on which the commitment ended, never in the future; today if left out.</param>
[Needs(Right.Review)]
public sealed record CloseCommitment(CommitmentId CommitmentId, ClosingOutcome Outcome, string Narrative, DateOnly? ClosedOn = null)
    : IRequest;

internal sealed class CloseCommitmentValidator : AbstractValidator<CloseCommitment>
{
    public CloseCommitmentValidator()
    {
        RuleFor(c => c.Outcome).IsKnownValue();
        RuleFor(c => c.Narrative).Required(Limits.Narrative);
        RuleFor(c => c.ClosedOn).OptionalDay();
    }
}

internal sealed class CloseCommitmentHandler(ITrackerDb db, PendingDecisions pending) : IRequestHandler<CloseCommitment>
{
    public async Task<Unit> Handle(CloseCommitment command, CancellationToken ct)
    {
        var (commitment, context) = await pending.OfOutcomeAsync(command.CommitmentId, ct);
        commitment.Close(command.Outcome, command.Narrative, command.ClosedOn ?? context.Today, context);
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
