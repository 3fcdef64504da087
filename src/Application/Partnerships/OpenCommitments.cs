using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Application.Partnerships;

internal static class OpenCommitments
{
    /// <summary>Draft, submitted and active commitments.</summary>
    public static Task<int> OpenCommitmentsAsync(this ITrackerDb db, PartnershipId id, CancellationToken ct) =>
        db.Commitments.WhereOpen().CountAsync(c => c.PartnershipId == id, ct);
}
