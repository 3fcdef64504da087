using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Domain.Commitments;

/// <summary>What may be submitted and accepted only with a reason where readiness is low.</summary>
public enum SmartGate
{
    None,
    Trackable,
    High,
}

/// <summary>The house rules that whoever runs the service may set.</summary>
/// <param name="ReportDeadlineDays">Days after a period's end, or after a return, by which its report is due.</param>
/// <param name="ReviewDays">Days within which we owe an answer to a report or a request.</param>
/// <param name="OffTrackMargin">Points behind the plan from which a commitment is off track.</param>
/// <param name="Gate">What a commitment must be to be accepted without a reason.</param>
/// <param name="LinkDays">Days for which a link to report without an account works.</param>
public sealed record AccountabilityRules(
    int ReportDeadlineDays = 15, int ReviewDays = 14, decimal OffTrackMargin = 20, SmartGate Gate = SmartGate.Trackable, int LinkDays = 30);

/// <summary>When, by whom and under which rules something is done to a commitment, and what of its organization matters for it.</summary>
/// <param name="Zone">Of the accountable organization: its days begin and end by it.</param>
/// <param name="HasContact">Whether somebody of the organization can be reached.</param>
public sealed record DecisionContext(DateTimeOffset Now, Actor By, TimeZoneInfo Zone, bool HasContact, AccountabilityRules Rules)
{
    /// <summary>Today, where the organization is.</summary>
    public DateOnly Today => DueDay.Today(Now, Zone);

    /// <summary>The instant at which a day ends there.</summary>
    public DateTimeOffset EndOf(DateOnly day) => DueDay.EndsAt(day, Zone);

    /// <summary>By when we owe an answer to what comes in now: the end of a day.</summary>
    public DateTimeOffset ReviewDueAt => EndOf(Today.AddDays(Rules.ReviewDays));
}
