using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Deferred;

namespace PartnershipTracker.Application.Deferred;

/// <summary>Takes and ends claims with single statements that succeed for only one of several processes.</summary>
internal static class Claims
{
    /// <summary>
    /// After the system clock was set back: items last tried in the future become due at once, so that they do not wait for that time.
    /// </summary>
    public static Task<int> ClearFutureRunsAsync(ITrackerDb db, DeferredKind kind, DateTimeOffset now, CancellationToken ct) =>
        db
            .DeferredWork.Where(w => w.Kind == kind && w.ParkedAt == null && w.LastTriedAt > now)
            .ExecuteUpdateAsync(set => set.SetProperty(w => w.LastTriedAt, now).SetProperty(w => w.NextTryAt, DeferredWork.AtOnce), ct);

    /// <summary>Claims the next item. If several processes try, one update succeeds and the others look for another item.</summary>
    /// <param name="begun">The start of the run; items that become due later belong to the next run.</param>
    /// <returns>Null if nothing is due.</returns>
    public static async Task<Claim?> TakeAsync(
        ITrackerDb db,
        DeferredKind kind,
        WorkLimits limits,
        DateTimeOffset begun,
        TimeProvider time,
        CancellationToken ct
    )
    {
        while (true)
        {
            var now = time.GetUtcNow();
            var until = now + RetryPlan.Of(kind).ClaimFor;
            var lane = db.DeferredWork.Where(w => w.Kind == kind && w.ParkedAt == null && w.Lane == limits.Lane);

            // A claim that ends later than a new one would was written by a wrong clock, and is ignored.
            var free = lane.Where(w =>
                w.Priority >= limits.MinPriority
                && w.NextTryAt <= begun
                && (w.ClaimedUntil == null || w.ClaimedUntil <= now || w.ClaimedUntil > until)
            );
            var others = lane.Where(w => w.ClaimedUntil > now && w.ClaimedUntil <= until);
            if (limits.IsAlone && await others.AnyAsync(ct))
                return null;
            var next = await free.AsNoTracking()
                .OrderByDescending(w => w.Priority)
                .ThenBy(w => w.NextTryAt)
                .ThenBy(w => w.Seq)
                .FirstOrDefaultAsync(ct);
            if (next is null)
                return null;

            var claim = new Claim(next.Seq, kind, next.Id.Value, next.SubjectId, Guid.CreateVersion7(), next.Attempts + 1, next.Reason);
            var claimed = await free.Where(w => w.Seq == claim.Seq)
                .ExecuteUpdateAsync(
                    set =>
                        set.SetProperty(w => w.Owner, claim.Owner)
                            .SetProperty(w => w.ClaimedUntil, until)
                            .SetProperty(w => w.LastTriedAt, now)
                            .SetProperty(w => w.Attempts, claim.Attempt),
                    ct
                );
            if (claimed == 0)
                continue;
            if (!limits.IsAlone || !await others.AnyAsync(w => w.Seq != claim.Seq, ct))
                return claim;

            // Two processes claimed items of the lane at the same moment. Both give theirs back, and a later run takes one.
            await GiveBackAsync(db, claim, ct);
            return null;
        }
    }

    /// <summary>Ends a claim without counting the attempt; another run takes the item.</summary>
    public static Task<int> GiveBackAsync(ITrackerDb db, Claim claim, CancellationToken ct) =>
        claim
            .ClaimedRow(db)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(w => w.Owner, (Guid?)null)
                        .SetProperty(w => w.ClaimedUntil, (DateTimeOffset?)null)
                        .SetProperty(w => w.Attempts, claim.Attempt - 1),
                ct
            );

    /// <param name="wait">The time until a failed attempt is repeated; null parks the item.</param>
    /// <returns>Whether the claim was still held.</returns>
    public static async Task<bool> EndAsync(
        ITrackerDb db,
        Claim claim,
        DeferredResult result,
        TimeSpan? wait,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        if (result is { IsDone: true, AgainAt: null })
            return await claim.ClaimedRow(db).ExecuteDeleteAsync(ct) > 0;
        if (result.IsPutBack)
            return await GiveBackAsync(db, claim, ct) > 0;

        var nextTryAt = result.AgainAt ?? now + (wait ?? TimeSpan.Zero);
        var attempts = result.IsDone ? 0 : claim.Attempt;
        var parkedAt = result.IsDone || wait is not null ? (DateTimeOffset?)null : now;
        return await claim
                .ClaimedRow(db)
                .ExecuteUpdateAsync(
                    set =>
                        set.SetProperty(w => w.Owner, (Guid?)null)
                            .SetProperty(w => w.ClaimedUntil, (DateTimeOffset?)null)
                            .SetProperty(w => w.NextTryAt, nextTryAt)
                            .SetProperty(w => w.Attempts, attempts)
                            .SetProperty(w => w.Reason, result.Reason)
                            .SetProperty(w => w.ParkedAt, parkedAt)
                            .SetProperty(w => w.UpdatedAt, now),
                    ct
                ) > 0;
    }
}
