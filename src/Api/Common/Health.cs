using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using PartnershipTracker.Infrastructure.Persistence;

namespace PartnershipTracker.Api.Common;

internal static class HealthEndpoints
{
    /// <summary>Live: the process answers. Ready: its database does, too, and the body says what somebody should look at.</summary>
    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = WriteAsync }).AllowAnonymous();
    }

    private static Task WriteAsync(HttpContext http, HealthReport report) => http.Response.WriteAsJsonAsync(new
    {
        status = NameOf(report.Status),
        checks = report.Entries.ToDictionary(entry => entry.Key, entry => new { status = NameOf(entry.Value.Status), data = entry.Value.Data }),
    });

    private static string NameOf(HealthStatus status) => JsonNamingPolicy.CamelCase.ConvertName(status.ToString());
}

internal sealed class DatabaseHealth(TrackerDb db) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await db.Database.CanConnectAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy();
}

/// <summary>Degraded while anything is parked: somebody of the secretariat should retry or drop it (<c>/api/v1/deferred?state=parked</c>).</summary>
internal sealed class DeferredWorkHealth(TrackerDb db) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var parked = await db.DeferredWork.CountAsync(w => w.ParkedAt != null, cancellationToken);
        var data = new Dictionary<string, object> { ["parked"] = parked };
        return parked == 0 ? HealthCheckResult.Healthy(data: data) : HealthCheckResult.Degraded(data: data);
    }
}

/// <summary>Degraded while the history waits to be sealed for longer than sealing takes. It is never given up, and nothing is left out of it.</summary>
internal sealed class SealingHealth(TrackerDb db, TimeProvider time) : IHealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var oldest = await db.History.Where(h => h.Number == null).OrderBy(h => h.Seq).Select(h => (DateTimeOffset?)h.At).FirstOrDefaultAsync(cancellationToken);
        return oldest is { } since && time.GetUtcNow() - since > Patience
            ? HealthCheckResult.Degraded(data: new Dictionary<string, object> { ["unsealedSince"] = since })
            : HealthCheckResult.Healthy();
    }
}
