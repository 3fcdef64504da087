namespace PartnershipTracker.Domain.Accountability;

/// <summary>Why a flag was cleared.</summary>
public enum ClearedBecause
{
    /// <summary>The milestone was completed.</summary>
    Delivered,

    /// <summary>The commitment was reported complete and awaits review.</summary>
    ReportedComplete,

    /// <summary>The due date changed after the flag was raised.</summary>
    DueDateChanged,

    /// <summary>The commitment was closed, withdrawn or superseded.</summary>
    Closed,

    /// <summary>The progress report was received.</summary>
    Reported,

    /// <summary>The progress report or change request was decided.</summary>
    Decided,

    /// <summary>Progress caught up with the plan.</summary>
    BackOnTrack,
}
