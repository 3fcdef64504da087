namespace PartnershipTracker.Domain.Commitments;

/// <summary>
/// Levels of completion of the Open Government Partnership's Independent Reporting Mechanism. "No evidence" is a level, not a zero.
/// </summary>
public enum CompletionLevel
{
    NoEvidence,
    NotStarted,
    Limited,
    Substantial,
    Complete,
}
