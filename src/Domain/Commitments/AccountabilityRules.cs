namespace PartnershipTracker.Domain.Commitments;

/// <summary>The house rules that whoever runs the service may set.</summary>
/// <param name="ReportDeadlineDays">Days after a period's end, or after a return, by which its report is due.</param>
/// <param name="ReviewDays">Days within which we owe an answer to a report or a request.</param>
/// <param name="OffTrackMargin">Points behind the plan from which a commitment is off track.</param>
/// <param name="Gate">What a commitment must be to be accepted without a reason.</param>
/// <param name="LinkDays">Days for which a link to report without an account works.</param>
public sealed record AccountabilityRules(
    int ReportDeadlineDays = 15, int ReviewDays = 14, decimal OffTrackMargin = 20, SmartGate Gate = SmartGate.Trackable, int LinkDays = 30);
