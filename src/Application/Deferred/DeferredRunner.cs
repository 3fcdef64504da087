using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Deferred;

namespace PartnershipTracker.Application.Deferred;

/// <summary>
/// Works off the due items of one kind. Each item is claimed immediately before it is done, runs in its own scope, and is finished only
/// while its claim is held (docs/adr/0021). One failing item does not stop the others; after several
/// failures in a row the rest waits for the next run (<see cref="WorkLimits"/>).
/// </summary>
public sealed partial class DeferredRunner(IServiceScopeFactory scopes, TimeProvider time, ILogger<DeferredRunner> logger)
{
    /// <returns>The number of items done.</returns>
    public async Task<int> WorkOffAsync(DeferredKind kind, WorkLimits limits, CancellationToken ct)
    {
        var begun = time.GetUtcNow();
        var (done, failures) = (0, 0);
        await InScopeAsync(kind, (db, _) => Claims.ClearFutureRunsAsync(db, kind, begun, ct));
        while (await NextAsync(kind, limits, begun, ct) is { } claim)
        {
            var result = await TryAsync(claim, ct);
            if (result.IsPutBack)
                break;
            (done, failures) = result.IsDone ? (done + 1, 0) : (done, failures + 1);
            if (failures >= limits.MaxFailuresInARow || (limits.Turn is { } turn && time.GetUtcNow() - begun > turn))
                break;
        }

        return done;
    }

    private async Task<Claim?> NextAsync(DeferredKind kind, WorkLimits limits, DateTimeOffset begun, CancellationToken ct)
    {
        while (await InScopeAsync(kind, (db, _) => Claims.TakeAsync(db, kind, limits, begun, time, ct)) is { } claim)
        {
            if (claim.Attempt <= RetryPlan.Of(kind).MaxAttempts)
                return claim;

            // The process ended during the last attempt that was allowed.
            await FailAsync(claim, DeferredResult.Failed(claim.LastReason ?? DeferredWork.Interrupted, isPermanent: true), ct);
        }

        return null;
    }

    private async Task<DeferredResult> TryAsync(Claim claim, CancellationToken ct)
    {
        try
        {
            return await InScopeAsync(
                claim.Kind,
                async (db, worker) =>
                {
                    var result = await worker.DoAsync(claim, ct);
                    await EndAsync(claim, result, db, worker, ct);
                    return result;
                }
            );
        }
        catch (ClaimLostException)
        {
            LogLost(logger, claim.Kind, claim.SubjectId);
            return DeferredResult.Failed("claim.lost");
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            await InScopeAsync(claim.Kind, (db, _) => Claims.GiveBackAsync(db, claim, CancellationToken.None));
            throw;
        }
#pragma warning disable CA1031 // An exception fails this item only.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return await FailAsync(claim, Failure.Of(e), ct);
        }
    }

    private async Task<DeferredResult> FailAsync(Claim claim, DeferredResult failed, CancellationToken ct)
    {
        try
        {
            await InScopeAsync(claim.Kind, (db, worker) => EndAsync(claim, failed, db, worker, ct));
        }
        catch (ClaimLostException)
        {
            LogLost(logger, claim.Kind, claim.SubjectId);
        }
#pragma warning disable CA1031 // An item whose failure cannot be recorded is parked all the same, or it would block the others.
        catch (Exception e) when (!ct.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogNotRecorded(logger, claim.Kind, claim.SubjectId, Failure.Of(e).Reason!);
            await InScopeAsync(claim.Kind, (db, _) => EndAsync(claim, failed, db, null, ct));
        }

        return failed;
    }

    /// <summary>Saves the changes of an item and its result in one transaction.</summary>
    /// <exception cref="ClaimLostException">Another process has taken the item over.</exception>
    private async Task<bool> EndAsync(Claim claim, DeferredResult result, ITrackerDb db, IDeferredWorker? worker, CancellationToken ct)
    {
        var wait = result.IsPermanent ? null : RetryPlan.Of(claim.Kind).WaitAfter(claim.Attempt, claim.Id);
        if (result.Reason is { } reason)
        {
            LogFailed(logger, claim.Kind, claim.SubjectId, claim.Attempt, reason, wait is null);
            if (wait is null && worker is not null)
                await worker.ParkedAsync(claim.SubjectId, reason, ct);
        }

        await db.InTransactionAsync(
            async () =>
            {
                if (!await Claims.EndAsync(db, claim, result, wait, time.GetUtcNow(), ct))
                    throw new ClaimLostException();
                await db.SaveChangesAsync(ct);
            },
            ct
        );
        return true;
    }

    private async Task<T> InScopeAsync<T>(DeferredKind kind, Func<ITrackerDb, IDeferredWorker, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().ActAsSystem();
        return await work(
            scope.ServiceProvider.GetRequiredService<ITrackerDb>(),
            scope.ServiceProvider.GetRequiredKeyedService<IDeferredWorker>(kind)
        );
    }

    [LoggerMessage(LogLevel.Warning, "{Kind} {SubjectId} failed (attempt {Attempt}): {Reason}. Parked: {IsParked}.")]
    private static partial void LogFailed(ILogger logger, DeferredKind kind, Guid subjectId, int attempt, string reason, bool isParked);

    [LoggerMessage(LogLevel.Warning, "{Kind} {SubjectId} was taken over, because this process had not finished in time.")]
    private static partial void LogLost(ILogger logger, DeferredKind kind, Guid subjectId);

    [LoggerMessage(LogLevel.Error, "That {Kind} {SubjectId} failed could not be written to it: {Reason}.")]
    private static partial void LogNotRecorded(ILogger logger, DeferredKind kind, Guid subjectId, string reason);
}
