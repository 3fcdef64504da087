using Microsoft.Extensions.Diagnostics.HealthChecks;
using PartnershipTracker.Infrastructure.Persistence;

namespace PartnershipTracker.Api.Common;

internal sealed class DatabaseHealth(TrackerDb db) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await db.Database.CanConnectAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy();
}
