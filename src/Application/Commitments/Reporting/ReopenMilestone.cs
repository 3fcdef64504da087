using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.Commitments;

/// <summary>Reopens a milestone that was marked completed by mistake.</summary>
[Needs(Right.Contribute)]
public sealed record ReopenMilestone(CommitmentId CommitmentId, MilestoneId MilestoneId, string Reason) : IRequest;

internal sealed class ReopenMilestoneValidator : AbstractValidator<ReopenMilestone>
{
    public ReopenMilestoneValidator() => RuleFor(c => c.Reason).Required(Limits.Reason);
}

internal sealed class ReopenMilestoneHandler(ITrackerDb db, ICurrentUser user, DecisionContexts contexts) : IRequestHandler<ReopenMilestone>
{
    public async Task<Unit> Handle(ReopenMilestone command, CancellationToken ct)
    {
        var commitment = await db.GetForChangeAsync(user, command.CommitmentId, ct);
        user.MustActFor(commitment.OrganizationId);
        commitment.ReopenMilestone(command.MilestoneId, command.Reason, await contexts.OfAsync(commitment.OrganizationId, ct));
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
