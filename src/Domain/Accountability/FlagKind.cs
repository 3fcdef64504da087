namespace PartnershipTracker.Domain.Accountability;

public enum FlagKind
{
    CommitmentOverdue,
    MilestoneOverdue,

    /// <summary>The report for a period, or in place of a returned one, was not sent in time. The partner's.</summary>
    ReportOverdue,

    /// <summary>A report or a request waits too long for an answer. Ours.</summary>
    ReviewOverdue,

    /// <summary>Behind its plan by more than the margin. The partner's.</summary>
    OffTrack,
}
