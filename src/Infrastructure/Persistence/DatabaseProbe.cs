using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace PartnershipTracker.Infrastructure.Persistence;

/// <summary>
/// Finds out whether the database can be read and written, for the health check. A database that can be read but not written, because its
/// disk is full or read-only, would otherwise look healthy.
/// </summary>
public sealed partial class DatabaseProbe(IServiceScopeFactory scopes, TimeProvider time, ILogger<DatabaseProbe> logger)
{
    private static readonly TimeSpan ReadLimit = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan WriteLimit = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan WriteEvery = TimeSpan.FromSeconds(10);

    /// <summary>A write that waits for others ends long before; one that is still running waits for a disk or a network.</summary>
    private static readonly TimeSpan WriteMustEnd = TimeSpan.FromSeconds(30);

    private readonly Lock _lock = new();
    private Task<bool> _write = Task.FromResult(true);
    private long? _writeBegan;

    /// <summary>
    /// Reads a row and, at most every ten seconds, writes one. Within these ten seconds the result of the last write is returned.
    /// </summary>
    /// <returns><c>read</c> or <c>write</c>, whichever failed; null if the database works. A database whose writer has to wait for others
    /// works.</returns>
    public async Task<string?> FindFailureAsync(CancellationToken ct)
    {
        if (!await CanReadAsync(ct))
            return "read";
        return await CanWriteAsync(ct) ? null : "write";
    }

    private async Task<bool> CanReadAsync(CancellationToken ct)
    {
        try
        {
            // The SQLite driver works synchronously, so only another thread lets the limit take effect.
            await Task.Run(() => InDatabaseAsync(db => db.Set<Heartbeat>().AnyAsync(ct)), ct).WaitAsync(ReadLimit, ct);
            return true;
        }
#pragma warning disable CA1031 // Whatever prevents reading is the finding.
        catch (Exception e) when (!ct.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogNotRead(logger, e);
            return DatabaseErrors.IsBusy(e);
        }
    }

    private async Task<bool> CanWriteAsync(CancellationToken ct)
    {
        Task<bool> write;
        lock (_lock)
        {
            if (_writeBegan is not { } began || (_write.IsCompleted && time.GetElapsedTime(began) >= WriteEvery))
            {
                _writeBegan = time.GetTimestamp();
                _write = Task.Run(WriteAsync, CancellationToken.None);
            }
            else if (!_write.IsCompleted && time.GetElapsedTime(began) > WriteMustEnd)
                return false;

            write = _write;
        }

        try
        {
            return await write.WaitAsync(WriteLimit, ct);
        }
        catch (TimeoutException)
        {
            return true;
        }
    }

    /// <returns>Whether the row was written, or others prevented it.</returns>
    private async Task<bool> WriteAsync()
    {
        try
        {
            await InDatabaseAsync(db =>
            {
                db.Database.SetCommandTimeout(WriteLimit);
                return db.Set<Heartbeat>().ExecuteUpdateAsync(set => set.SetProperty(h => h.At, time.GetUtcNow()));
            });
            return true;
        }
#pragma warning disable CA1031 // Whatever prevents writing is the finding.
        catch (Exception e)
#pragma warning restore CA1031
        {
            if (DatabaseErrors.IsBusy(e))
                return true;
            LogNotWritten(logger, e);
            return false;
        }
    }

    /// <summary>In a scope of its own, because a write may outlast the request that began it.</summary>
    private async Task InDatabaseAsync(Func<TrackerDb, Task> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<TrackerDb>());
    }

    [LoggerMessage(LogLevel.Warning, "The database cannot be read.")]
    private static partial void LogNotRead(ILogger logger, Exception exception);

    [LoggerMessage(LogLevel.Warning, "The database cannot be written.")]
    private static partial void LogNotWritten(ILogger logger, Exception exception);
}
