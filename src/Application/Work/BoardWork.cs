using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Initiatives;

namespace PartnershipTracker.Application.Work;

/// <summary>What needs a member of the board.</summary>
internal sealed class BoardWork(ITrackerDb db, ICurrentUser user, TimeProvider time)
{
    /// <returns>The initiatives on which the caller may decide, the one with the earliest date first.</returns>
    public async Task<WorkList<InitiativeDetails>> WaitingAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var waiting = db.Initiatives.WhereWaitsFor(db, user);
        var first = await waiting
            .OrderBy(i => i.DecisionDueAt)
            .ThenBy(i => i.Seq)
            .Take(WorkLists.Shown)
            .AsDetails(db, user, now)
            .ToListAsync(ct);
        var total = first.Count < WorkLists.Shown ? first.Count : await waiting.CountAsync(ct);
        return new WorkList<InitiativeDetails>(total, "initiatives?status=proposed", first.ConvertAll(i => i.At(now)));
    }
}
