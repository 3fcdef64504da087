using PartnershipTracker.Application.Commitments;

namespace PartnershipTracker.Api.Commitments;

/// <summary>A draft to be scored; nothing is saved.</summary>
internal sealed record ScoreBody : CommitmentDraft
{
    /// <summary>Whose contact counts.</summary>
    public Guid? OrganizationId { get; init; }
}
