namespace PartnershipTracker.Domain.Commitments;

/// <summary>Rules that the operator of an installation may set.</summary>
public sealed record AccountabilityRules
{
    /// <summary>Days after the end of a reporting period, or after a return, by which its progress report is due.</summary>
    public int ReportDeadlineDays { get; init; } = 15;

    /// <summary>Days within which a progress report or change request must be reviewed.</summary>
    public int ReviewDays { get; init; } = 14;

    /// <summary>Days within which the board must decide on an initiative; they end in UTC.</summary>
    public int InitiativeDays { get; init; } = 30;

    /// <summary>Points behind the plan above which a commitment is off track.</summary>
    public int OffTrackMargin { get; init; } = 20;

    /// <summary>The SMART readiness that a commitment needs to be accepted without a reason.</summary>
    public SmartGate SmartGate { get; init; } = SmartGate.Trackable;

    /// <summary>Days for which a report link works.</summary>
    public int LinkDays { get; init; } = 30;
}
