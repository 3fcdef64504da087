using System.Diagnostics.Metrics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Deferred;

namespace PartnershipTracker.Infrastructure.Telemetry;

/// <summary>Counts due and parked work at intervals, for monitoring.</summary>
internal sealed class DeferredGauges : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    private readonly IServiceScopeFactory _scopes;
    private readonly TimeProvider _time;
    private IReadOnlyList<Count> _counts = [];

    public DeferredGauges(IServiceScopeFactory scopes, TimeProvider time, IMeterFactory meters)
    {
        _scopes = scopes;
        _time = time;
        var meter = meters.Create(TrackerMeters.Name);
        meter.CreateObservableGauge("tracker.deferred.waiting", () => Measured(isParked: false), "{item}", "Deferred work that is due or was tried.");
        meter.CreateObservableGauge("tracker.deferred.parked", () => Measured(isParked: true), "{item}", "Deferred work that is tried no more until somebody decides.");
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        do
        {
            try
            {
                await CountAsync(stoppingToken);
            }
#pragma warning disable CA1031 // If the database is unavailable, the work is counted at the next interval.
            catch (Exception) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                _counts = [];
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    internal async Task CountAsync(CancellationToken ct)
    {
        await using var scope = _scopes.CreateAsyncScope();
        var now = _time.GetUtcNow();
        _counts = await scope.ServiceProvider.GetRequiredService<ITrackerDb>().DeferredWork
            .Where(w => w.ParkedAt != null || w.NextTryAt <= now || w.Attempts > 0)
            .GroupBy(w => new { w.Kind, IsParked = w.ParkedAt != null })
            .Select(g => new Count(g.Key.Kind, g.Key.IsParked, g.LongCount())).ToListAsync(ct);
    }

    private IEnumerable<Measurement<long>> Measured(bool isParked) => Enum.GetValues<DeferredKind>().Select(kind => new Measurement<long>(
        _counts.Where(c => c.Kind == kind && c.IsParked == isParked).Sum(c => c.Number), KeyValuePair.Create<string, object?>("kind", kind.ToString())));

    private sealed record Count(DeferredKind Kind, bool IsParked, long Number);
}
