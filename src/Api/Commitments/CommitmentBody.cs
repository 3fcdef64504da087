using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Api.Commitments;

/// <summary>A new commitment: what will be done, by whom, in which partnership.</summary>
internal sealed record CommitmentBody : CommitmentDraft
{
    public required Guid PartnershipId { get; init; }

    /// <summary>The accountable organization, which must be a member of the partnership.</summary>
    public required Guid OrganizationId { get; init; }

    /// <summary>Its id in the system it comes from; unique in the partnership.</summary>
    public string? SourceId { get; init; }

    public DraftCommitment ToCommand() => new(new PartnershipId(PartnershipId), new OrganizationId(OrganizationId), this, SourceId);
}
