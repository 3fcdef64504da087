using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Domain.Commitments;

/// <summary>An organization that carries a share of a commitment. It may report; it is not accountable.</summary>
public sealed class Supporter : Entity
{
    public const int MaxPerCommitment = 100;

    internal Supporter(CommitmentId commitmentId, OrganizationId organizationId, decimal? share)
    {
        CommitmentId = commitmentId;
        OrganizationId = organizationId;
        Share = NumberRules.Share(share);
    }

    public CommitmentId CommitmentId { get; private set; }

    public OrganizationId OrganizationId { get; private set; }

    /// <summary>Percent of the whole, with two decimals; null when unknown.</summary>
    public decimal? Share { get; private set; }
}
