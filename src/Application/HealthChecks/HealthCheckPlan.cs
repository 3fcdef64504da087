using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Application.HealthChecks;

/// <summary>When the health checks of a partnership open by themselves.</summary>
/// <param name="Months">After so many months the next one opens; null if each is opened by somebody.</param>
/// <param name="NextOn">The first day of the next one that opens by itself (UTC); null if none does.</param>
/// <param name="MayChange">Whether the caller runs the health checks of the partnership.</param>
public sealed record HealthCheckPlan(int? Months, DateOnly? NextOn, bool MayChange);

/// <summary>A partnership with what its plan depends on.</summary>
/// <param name="Rounds">How many it has had, with planned and cancelled ones.</param>
/// <param name="LastOn">The first day of the last round that takes a place in the plan; null for none.</param>
/// <param name="OpenUntil">The last day of its last round that was not cancelled; null for none.</param>
/// <param name="IsLed">Whether the organization that was asked about leads it.</param>
internal sealed record PlannedHealthChecks(Partnership Partnership, int Rounds, DateOnly? LastOn, DateOnly? OpenUntil, bool IsLed)
{
    /// <summary>The first day of the next health check that opens by itself (UTC); null if none does.</summary>
    public DateOnly? NextOn => Partnership.NextHealthCheckOn(LastOn, OpenUntil);
}

internal static class HealthCheckPlans
{
    /// <summary>
    /// Reads partnerships with their plans, to be read only. A round that somebody opened takes the place of the next planned one, so that
    /// nobody is asked twice in a row; and so does one that was cancelled after it had opened, so that it does not open again at once.
    /// </summary>
    /// <param name="leader">The organization for which <see cref="PlannedHealthChecks.IsLed"/> is answered; null for none.</param>
    public static IQueryable<PlannedHealthChecks> WithPlans(
        this IQueryable<Partnership> partnerships,
        ITrackerDb db,
        OrganizationId? leader = null
    ) =>
        partnerships
            .AsNoTracking()
            .IgnoreAutoIncludes()
            .Select(p => new PlannedHealthChecks(
                p,
                db.HealthCheckRounds.Count(r => r.PartnershipId == p.Id),
                db.HealthCheckRounds.Where(r =>
                        r.PartnershipId == p.Id && r.ClosesOn >= p.HealthChecksFrom && (r.CancelledAt == null || r.OpensAt <= r.CancelledAt)
                    )
                    .OrderByDescending(r => r.OpensOn)
                    .Select(r => (DateOnly?)r.OpensOn)
                    .FirstOrDefault(),
                db.HealthCheckRounds.Where(r => r.PartnershipId == p.Id && r.CancelledAt == null)
                    .OrderByDescending(r => r.ClosesOn)
                    .Select(r => (DateOnly?)r.ClosesOn)
                    .FirstOrDefault(),
                db.Members.Any(m => m.PartnershipId == p.Id && m.OrganizationId == leader && m.Role == MemberRole.Lead)
            ));
}
