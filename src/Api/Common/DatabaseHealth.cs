using Microsoft.Extensions.Diagnostics.HealthChecks;
using PartnershipTracker.Infrastructure.Persistence;

namespace PartnershipTracker.Api.Common;

/// <summary>Unhealthy while the database cannot be read or cannot be written; its data say which.</summary>
internal sealed class DatabaseHealth(DatabaseProbe probe) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await probe.FindFailureAsync(cancellationToken) is { } failed
            ? HealthCheckResult.Unhealthy(data: new Dictionary<string, object> { ["failed"] = failed })
            : HealthCheckResult.Healthy();
}
