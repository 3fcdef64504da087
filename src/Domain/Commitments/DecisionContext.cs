using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Domain.Commitments;

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
