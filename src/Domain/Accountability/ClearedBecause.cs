namespace PartnershipTracker.Domain.Accountability;

/// <summary>Why a flag was cleared.</summary>
public enum ClearedBecause
{
    /// <summary>The milestone was completed.</summary>
    Delivered,

    /// <summary>The milestone was removed by an approved change request.</summary>
    MilestoneRemoved,

    /// <summary>The commitment was reported complete, so it awaits review.</summary>
    ReportedComplete,

    /// <summary>The due date changed.</summary>
    DueDateChanged,

    /// <summary>The commitment is no longer active: it was closed, withdrawn, replaced or returned.</summary>
    Closed,

    /// <summary>The progress report was submitted.</summary>
    Reported,

    /// <summary>The review was completed.</summary>
    Decided,

    /// <summary>The work is on plan again.</summary>
    BackOnTrack,
}
