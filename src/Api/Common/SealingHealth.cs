using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using PartnershipTracker.Infrastructure.Persistence;

namespace PartnershipTracker.Api.Common;

/// <summary>
/// Degraded while entries of the history wait longer than sealing takes. Sealing is tried again until it succeeds, and no entry is left
/// out.
/// </summary>
internal sealed class SealingHealth(TrackerDb db, TimeProvider time) : IHealthCheck
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(10);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var oldest = await db
            .History.Where(h => h.Number == null)
            .OrderBy(h => h.Seq)
            .Select(h => (DateTimeOffset?)h.At)
            .FirstOrDefaultAsync(cancellationToken);
        return oldest is { } since && time.GetUtcNow() - since > Tolerance
            ? HealthCheckResult.Degraded(data: new Dictionary<string, object> { ["unsealedSince"] = since })
            : HealthCheckResult.Healthy();
    }
}
