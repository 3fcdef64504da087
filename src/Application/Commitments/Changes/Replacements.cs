using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;

namespace PartnershipTracker.Application.Commitments;

internal static class Replacements
{
    /// <returns>Whether the successor is an active commitment of the same partnership that the caller may see.</returns>
    public static Task<bool> CanReplaceAsync(
        this ITrackerDb db,
        ICurrentUser user,
        CommitmentId successor,
        Commitment commitment,
        CancellationToken ct
    ) =>
        db
            .Commitments.VisibleTo(db, user)
            .AnyAsync(c => c.Id == successor && c.PartnershipId == commitment.PartnershipId && c.Status == CommitmentStatus.Active, ct);
}
