using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Domain.Commitments;

/// <summary>A theme of the commitment; a row, so that it can be searched and counted.</summary>
public sealed class CommitmentTheme : Entity
{
    internal CommitmentTheme(CommitmentId commitmentId, string code)
    {
        CommitmentId = commitmentId;
        Code = code;
    }

    public CommitmentId CommitmentId { get; private set; }

    public string Code { get; private set; }
}
