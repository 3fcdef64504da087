namespace PartnershipTracker.Domain.Accountability;

/// <summary>Why a flag came down.</summary>
public enum ClearedBecause
{
    /// <summary>The milestone was completed.</summary>
    Delivered,

    /// <summary>The partner claims completion: the clock is with the reviewer now.</summary>
    ReportedComplete,

    /// <summary>The flag spoke of an older date.</summary>
    DueDateChanged,

    /// <summary>The commitment was closed or withdrawn.</summary>
    Closed,

    /// <summary>The report came in.</summary>
    Reported,

    /// <summary>The answer was given.</summary>
    Decided,

    /// <summary>The work caught up with its plan.</summary>
    BackOnTrack,
}
