using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Infrastructure.Persistence;

namespace PartnershipTracker.Infrastructure.Jobs;

/// <summary>The one job: takes the lease, sends the command, keeps how it ended. A failure rises, so that the engine shows it.</summary>
public sealed partial class CommandJob(IServiceScopeFactory scopes, TimeProvider time, ILogger<CommandJob> logger)
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    /// <returns>Whether it ran; it does not where another node works, or it is paused.</returns>
    public async Task<bool> RunAsync(ScheduledCommand scheduled, CancellationToken ct)
    {
        if (!await TryLeaseAsync(scheduled.Name, ct)) return false;

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var renewal = RenewAsync(scheduled.Name, stop.Token);
        Exception? failure = null;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentUser>().ActAsSystem();
            await scheduled.Send(scope.ServiceProvider.GetRequiredService<IMediator>(), ct);
        }
        catch (Exception e)
        {
            failure = e;
            LogFailed(logger, e, scheduled.Name);
            throw;
        }
        finally
        {
            await stop.CancelAsync();
            await renewal;
            await ReleaseAsync(scheduled.Name, failure, CancellationToken.None);
        }

        return true;
    }

    /// <summary>One update decides between nodes: only one finds the lease free.</summary>
    private Task<bool> TryLeaseAsync(string name, CancellationToken ct) => WithJobsAsync(async db =>
    {
        var now = time.GetUtcNow();
        if (!await db.Jobs.AnyAsync(j => j.Name == name, ct))
        {
            db.Jobs.Add(new Job(name));
            try
            {
                await db.SaveChangesAsync(ct);
            }
            catch (DbUpdateException)
            {
                return false; // Another node was first; it works.
            }
        }

        return await db.Jobs.Where(j => j.Name == name && !j.IsPaused && (j.LeasedUntil == null || j.LeasedUntil < now))
            .ExecuteUpdateAsync(set => set.SetProperty(j => j.LeasedUntil, now + Lease).SetProperty(j => j.LastStartedAt, now), ct) == 1;
    });

    /// <summary>A long command keeps its lease while its process lives.</summary>
    private async Task RenewAsync(string name, CancellationToken ct)
    {
        using var timer = new PeriodicTimer(Lease / 4, time);
        try
        {
            while (await timer.WaitForNextTickAsync(ct))
                await WithJobsAsync(db => db.Jobs.Where(j => j.Name == name).ExecuteUpdateAsync(set => set.SetProperty(j => j.LeasedUntil, time.GetUtcNow() + Lease), ct));
        }
        catch (OperationCanceledException)
        {
            // The command has ended.
        }
    }

    private Task<int> ReleaseAsync(string name, Exception? failure, CancellationToken ct) => WithJobsAsync(db =>
    {
        var (now, mine) = (time.GetUtcNow(), db.Jobs.Where(j => j.Name == name));
        return failure is null
            ? mine.ExecuteUpdateAsync(set => set.SetProperty(j => j.LeasedUntil, (DateTimeOffset?)null).SetProperty(j => j.LastSucceededAt, now), ct)
            : mine.ExecuteUpdateAsync(
                set => set.SetProperty(j => j.LeasedUntil, (DateTimeOffset?)null).SetProperty(j => j.LastFailedAt, now).SetProperty(j => j.LastFailure, failure.GetType().Name), ct);
    });

    private async Task<T> WithJobsAsync<T>(Func<TrackerDb, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TrackerDb>());
    }

    [LoggerMessage(LogLevel.Error, "The job {Job} failed; it is tried again at its next hour.")]
    private static partial void LogFailed(ILogger logger, Exception exception, string job);
}
