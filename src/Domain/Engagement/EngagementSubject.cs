using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Domain.Engagement;

/// <summary>What communities take part in: a partnership as a whole, or one of its commitments.</summary>
/// <param name="CommitmentId">Null for the partnership as a whole.</param>
public sealed record EngagementSubject(PartnershipId PartnershipId, CommitmentId? CommitmentId = null)
{
    public HistorySubject History => new(CommitmentId?.Value, null, PartnershipId.Value);
}
