namespace PartnershipTracker.Domain.Commitments;

/// <summary>How a commitment ended, in the words of whoever closes it.</summary>
public enum ClosingOutcome
{
    Completed,
    PartlyCompleted,
    NotCompleted,
}
