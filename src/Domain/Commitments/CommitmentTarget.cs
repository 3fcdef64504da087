using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Domain.Commitments;

/// <summary>An SDG target the commitment serves; a row, so that it can be searched and counted.</summary>
public sealed class CommitmentTarget : Entity
{
    internal CommitmentTarget(CommitmentId commitmentId, string code, int goal)
    {
        CommitmentId = commitmentId;
        Code = code;
        Goal = goal;
    }

    public CommitmentId CommitmentId { get; private set; }

    public string Code { get; private set; }

    public int Goal { get; private set; }
}
