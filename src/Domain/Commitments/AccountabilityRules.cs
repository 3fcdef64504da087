namespace PartnershipTracker.Domain.Commitments;

/// <summary>The rules that whoever runs the service may set.</summary>
public sealed record AccountabilityRules
{
    /// <summary>Days after a period's end, or after a return, by which its report is due.</summary>
    public int ReportDeadlineDays { get; init; } = 15;

    /// <summary>Days within which a report or a request must be answered.</summary>
    public int ReviewDays { get; init; } = 14;

    /// <summary>Points behind the plan from which a commitment is off track.</summary>
    public int OffTrackMargin { get; init; } = 20;

    /// <summary>What a commitment must be to be accepted without a reason.</summary>
    public SmartGate SmartGate { get; init; } = SmartGate.Trackable;

    /// <summary>Days for which a link to report without an account works.</summary>
    public int LinkDays { get; init; } = 30;
}
