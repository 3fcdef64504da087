namespace PartnershipTracker.Domain.Accountability;

public enum FlagKind
{
    CommitmentOverdue,
    MilestoneOverdue,

    /// <summary>The progress report for a period, or in place of a returned one, was not sent in time. The partner must act.</summary>
    ReportOverdue,

    /// <summary>A progress report or change request was not reviewed in time. A reviewer must act.</summary>
    ReviewOverdue,

    /// <summary>Behind its plan by more than the margin. The partner must act.</summary>
    OffTrack,

    /// <summary>The board did not decide on an initiative in time.</summary>
    InitiativeDecisionOverdue,

    /// <summary>An agreed outcome of a dialogue was not taken up in time. Its organizers must act.</summary>
    OutcomeNotTakenUp,
}
