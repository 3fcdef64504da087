namespace PartnershipTracker.Domain.Accountability;

/// <summary>Why a flag was cleared.</summary>
public enum ClearedBecause
{
    /// <summary>The milestone was completed.</summary>
    Delivered,

    /// <summary>The milestone was removed by an approved change request.</summary>
    MilestoneRemoved,

    /// <summary>The commitment was reported complete and awaits review.</summary>
    ReportedComplete,

    /// <summary>The due date, or the day for taking up outcomes, changed after the flag was raised.</summary>
    DueDateChanged,

    /// <summary>The commitment was closed, withdrawn, superseded or returned, or the initiative was withdrawn.</summary>
    Closed,

    /// <summary>The progress report was received.</summary>
    Reported,

    /// <summary>The progress report, the change request or the initiative was decided.</summary>
    Decided,

    /// <summary>
    /// No longer behind its plan by more than the margin: progress caught up, or the plan was changed by an approved request.
    /// </summary>
    BackOnTrack,

    /// <summary>Progress can no longer be compared with the plan, because its milestones or its measure were changed.</summary>
    ProgressUnknown,

    /// <summary>The due day ends later, because the time zone of the accountable organization changed.</summary>
    TimeZoneChanged,

    /// <summary>An organization took up the outcome or the step.</summary>
    TakenUp,
}
