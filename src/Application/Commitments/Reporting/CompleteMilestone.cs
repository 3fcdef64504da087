using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;

namespace PartnershipTracker.Application.Commitments;

/// <param name="CompletedOn">The day on which the milestone was completed, never in the future; today if left out.</param>
[Needs(Right.Contribute)]
public sealed record CompleteMilestone(CommitmentId CommitmentId, MilestoneId MilestoneId, DateOnly? CompletedOn = null) : IRequest;

internal sealed class CompleteMilestoneValidator : AbstractValidator<CompleteMilestone>
{
    public CompleteMilestoneValidator() => RuleFor(c => c.CompletedOn).OptionalDay();
}

internal sealed class CompleteMilestoneHandler(ITrackerDb db, ICurrentUser user, DecisionContexts contexts)
    : IRequestHandler<CompleteMilestone>
{
    public async Task<Unit> Handle(CompleteMilestone command, CancellationToken ct)
    {
        var commitment = await db.GetForChangeAsync(user, command.CommitmentId, ct);
        user.MustActFor(commitment.OrganizationId);
        var context = await contexts.OfAsync(commitment.OrganizationId, ct);
        commitment.CompleteMilestone(command.MilestoneId, command.CompletedOn ?? context.Today, context);
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
