namespace PartnershipTracker.Domain.Commitments;

/// <summary>Rules that the operator of an installation may set.</summary>
/// <param name="ReportDeadlineDays">Days after the end of a reporting period, or after a return, by which its progress report is
/// due.</param>
/// <param name="ReviewDays">Days within which a progress report or change request must be reviewed.</param>
/// <param name="OffTrackMargin">Points behind the plan above which a commitment is off track.</param>
/// <param name="Gate">The SMART readiness that a commitment needs to be accepted without a reason.</param>
/// <param name="LinkDays">Days for which a report link works.</param>
public sealed record AccountabilityRules(
    int ReportDeadlineDays = 15, int ReviewDays = 14, decimal OffTrackMargin = 20, SmartGate Gate = SmartGate.Trackable, int LinkDays = 30);
