using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Domain.Commitments;

/// <summary>A country in which the commitment is carried out; a row, so that it can be searched and counted.</summary>
public sealed class CommitmentCountry : Entity
{
    internal CommitmentCountry(CommitmentId commitmentId, string code, bool isStated)
    {
        CommitmentId = commitmentId;
        Code = code;
        IsStated = isStated;
    }

    public CommitmentId CommitmentId { get; private set; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string Code { get; private set; }

    /// <summary>False where the commitment names no country and the organization's country is used instead.</summary>
    public bool IsStated { get; private set; }

    /// <summary>Uses the country of another organization, or the one to which the organization moved.</summary>
    internal void Follow(string organizationCountry) => Code = organizationCountry;
}
