using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Application.Partnerships;

internal static class OpenCommitments
{
    /// <summary>Draft, submitted and active commitments.</summary>
    public static Task<int> OpenCommitmentsAsync(this ITrackerDb db, PartnershipId id, CancellationToken ct) => db.Commitments.CountAsync(
        c => c.PartnershipId == id
            && (c.Status == CommitmentStatus.Draft || c.Status == CommitmentStatus.Submitted || c.Status == CommitmentStatus.Active), ct);
}
