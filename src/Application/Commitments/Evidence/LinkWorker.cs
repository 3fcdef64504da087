using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Deferred;
using PartnershipTracker.Domain.Commitments;

namespace PartnershipTracker.Application.Commitments;

/// <summary>Checks one link, and schedules the next check in a week as long as the evidence exists.</summary>
internal sealed class LinkWorker(ITrackerDb db, ILinkChecker checker, TimeProvider time) : IDeferredWorker
{
    public async Task<DeferredResult> DoAsync(Claim claim, CancellationToken ct)
    {
        if (await db.Evidence.SingleOrDefaultAsync(e => e.Id == new EvidenceId(claim.SubjectId), ct) is not { Url: { } url } link) return DeferredResult.Done;
        link.Checked(await checker.CheckAsync(url, ct), time.GetUtcNow());
        return DeferredResult.Again(time.GetUtcNow() + Evidence.LinkCheckedEvery);
    }
}
