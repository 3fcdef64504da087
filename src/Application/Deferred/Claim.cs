using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Deferred;

namespace PartnershipTracker.Application.Deferred;

/// <summary>The exclusive right to work on one item for a limited time.</summary>
/// <param name="Owner">Identifies this claim; a later claim on the same item has another owner.</param>
/// <param name="Attempt">The number of this attempt, from 1.</param>
/// <param name="LastReason">Why the previous attempt failed.</param>
public sealed record Claim(long Seq, DeferredKind Kind, Guid Id, Guid SubjectId, Guid Owner, int Attempt, string? LastReason)
{
    /// <summary>Extends the claim of a long attempt, within the transaction of one of its steps.</summary>
    /// <param name="hasAdvanced">Resets the number of attempts, because the item got past the point where it failed.</param>
    /// <exception cref="ClaimLostException">Another process has taken the item over.</exception>
    public async Task ExtendAsync(ITrackerDb db, DateTimeOffset now, bool hasAdvanced, CancellationToken ct)
    {
        var until = now + RetryPlan.Of(Kind).ClaimFor;
        var attempts = hasAdvanced ? 1 : Attempt;
        var extended = await ClaimedRow(db)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(w => w.ClaimedUntil, until).SetProperty(w => w.LastTriedAt, now).SetProperty(w => w.Attempts, attempts),
                ct
            );
        if (extended == 0)
            throw new ClaimLostException();
    }

    internal IQueryable<DeferredWork> ClaimedRow(ITrackerDb db) => db.DeferredWork.Where(w => w.Seq == Seq && w.Owner == Owner);
}
