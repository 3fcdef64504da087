namespace PartnershipTracker.Domain.Commitments;

/// <summary>How a commitment ended, as decided by the reviewer who closes it.</summary>
public enum ClosingOutcome
{
    Completed,
    PartlyCompleted,
    NotCompleted,
}
