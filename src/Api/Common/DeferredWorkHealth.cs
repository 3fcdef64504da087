using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using PartnershipTracker.Infrastructure.Persistence;

namespace PartnershipTracker.Api.Common;

/// <summary>Degraded while work is parked: the secretariat should retry or drop it (<c>/api/v1/deferred?state=parked</c>).</summary>
internal sealed class DeferredWorkHealth(TrackerDb db) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var parked = await db.DeferredWork.CountAsync(w => w.ParkedAt != null, cancellationToken);
        var data = new Dictionary<string, object> { ["parked"] = parked };
        return parked == 0 ? HealthCheckResult.Healthy(data: data) : HealthCheckResult.Degraded(data: data);
    }
}
