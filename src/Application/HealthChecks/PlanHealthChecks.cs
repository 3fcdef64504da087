using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.HealthChecks;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Application.HealthChecks;

/// <summary>
/// Has a health check of a partnership open by itself every so many months, or no more. Each is open for 21 days and asks about the months
/// before it.
/// </summary>
/// <param name="Months">After so many months the next one opens, 1 to 24; none opens by itself if null.</param>
/// <param name="OpensOn">The first day of the next one, UTC; today if null.</param>
[Needs(Right.Lead)]
public sealed record PlanHealthChecks(PartnershipId PartnershipId, int? Months, DateOnly? OpensOn = null) : IRequest;

internal sealed class PlanHealthChecksValidator : AbstractValidator<PlanHealthChecks>
{
    public PlanHealthChecksValidator()
    {
        RuleFor(p => p.Months)
            .InclusiveBetween(HealthCheckRound.MinMonths, HealthCheckRound.MaxMonths)
            .WithText("form.between", HealthCheckRound.MinMonths, HealthCheckRound.MaxMonths);
        RuleFor(p => p.OpensOn).OptionalDay();
    }
}

internal sealed class PlanHealthChecksHandler(ITrackerDb db, ICurrentUser user, TimeProvider time) : IRequestHandler<PlanHealthChecks>
{
    public async Task<Unit> Handle(PlanHealthChecks command, CancellationToken ct)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var partnership = await db.GetForChangeAsync(user, command.PartnershipId, ct);
        await db.MustLeadAsync(user, partnership.Id, ct);
        if (command.Months is { } months)
            partnership.PlanHealthChecks(months, command.OpensOn ?? today, today);
        else
            partnership.EndHealthCheckPlan();
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
