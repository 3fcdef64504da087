using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Deferred;

namespace PartnershipTracker.Application.Deferred;

/// <summary>One item that is ours for a while.</summary>
/// <param name="Owner">Of this claim alone: whoever takes the item later writes another one.</param>
/// <param name="Attempt">This one, from 1.</param>
/// <param name="LastReason">Why the attempt before failed.</param>
public sealed record Claim(long Seq, DeferredKind Kind, Guid Id, Guid SubjectId, Guid Owner, int Attempt, string? LastReason)
{
    /// <summary>Says that a long attempt goes on, within the transaction of one of its steps.</summary>
    /// <param name="hasAdvanced">The attempts so far are forgotten: what stopped them is behind us.</param>
    /// <exception cref="ClaimLostException">Another has taken it meanwhile.</exception>
    public async Task ExtendAsync(ITrackerDb db, DateTimeOffset now, bool hasAdvanced, CancellationToken ct)
    {
        var until = now + RetryPlan.Of(Kind).ClaimFor;
        var attempts = hasAdvanced ? 1 : Attempt;
        var extended = await Mine(db).ExecuteUpdateAsync(
            set => set.SetProperty(w => w.ClaimedUntil, until).SetProperty(w => w.LastTriedAt, now).SetProperty(w => w.Attempts, attempts), ct);
        if (extended == 0) throw new ClaimLostException();
    }

    internal IQueryable<DeferredWork> Mine(ITrackerDb db) => db.DeferredWork.Where(w => w.Seq == Seq && w.Owner == Owner);
}
