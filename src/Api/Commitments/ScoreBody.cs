using PartnershipTracker.Application.Commitments;

namespace PartnershipTracker.Api.Commitments;

/// <summary>A draft to be scored; nothing is saved.</summary>
internal sealed record ScoreBody : CommitmentDraft
{
    /// <summary>The accountable organization, whose contact counts for the score.</summary>
    public Guid? OrganizationId { get; init; }
}
