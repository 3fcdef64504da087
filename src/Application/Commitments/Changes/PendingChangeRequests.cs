using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Domain.Commitments;

namespace PartnershipTracker.Application.Commitments;

internal static class PendingChangeRequests
{
    /// <returns>Whether an undecided change request exists for the milestone, or for the commitment itself.</returns>
    /// <param name="milestone">Null for the commitment itself.</param>
    public static Task<bool> IsPendingAsync(this IQueryable<ChangeRequest> changes, CommitmentId commitment, MilestoneId? milestone, CancellationToken ct) =>
        changes.AnyAsync(c => c.CommitmentId == commitment && c.MilestoneId == milestone && c.Status == ChangeRequestStatus.Requested, ct);
}
