using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Deferred;
using PartnershipTracker.Domain.Commitments;

namespace PartnershipTracker.Application.Commitments;

/// <summary>Looks whether there is something at an address, without trusting whoever wrote it.</summary>
public interface ILinkChecker
{
    /// <summary>Bounded in time and size; never fails for what the other side does.</summary>
    Task<LinkCheck> CheckAsync(string url, CancellationToken ct);
}

/// <summary>Visits one link, and again after a week for as long as it is there to be visited.</summary>
internal sealed class LinkWorker(ITrackerDb db, ILinkChecker checker, TimeProvider time) : IDeferredWorker
{
    public async Task<DeferredResult> DoAsync(Claim claim, CancellationToken ct)
    {
        if (await db.Evidence.SingleOrDefaultAsync(e => e.Id == new EvidenceId(claim.SubjectId), ct) is not { Url: { } url } link) return DeferredResult.Done;
        link.Checked(await checker.CheckAsync(url, ct), time.GetUtcNow());
        return DeferredResult.Again(time.GetUtcNow() + Evidence.LinkCheckedEvery);
    }
}
