using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Domain.Commitments;

/// <summary>
/// When, by whom and under which rules something is done to a commitment, and the facts about its organization that matter for it.
/// </summary>
/// <param name="Zone">The time zone of the accountable organization, in which its due days end.</param>
/// <param name="HasContact">Whether the organization has a contact.</param>
/// <param name="Person">The person behind a key or a contact, if there is one.</param>
public sealed record DecisionContext(
    DateTimeOffset Now,
    Actor By,
    TimeZoneInfo Zone,
    bool HasContact,
    AccountabilityRules Rules,
    UserId? Person = null
)
{
    /// <summary>Who files what is filed now.</summary>
    public Filer Filer => Filer.Of(By, Person);

    /// <summary>Today in the organization's time zone.</summary>
    public DateOnly Today => DueDay.Today(Now, Zone);

    /// <summary>The last day on which a report link that is sent now works.</summary>
    public DateOnly LinkLastDay => Today.AddDays(Rules.LinkDays);

    /// <summary>The instant at which a day ends in the organization's time zone.</summary>
    public DateTimeOffset EndOf(DateOnly day) => DueDay.EndsAt(day, Zone);

    /// <summary>When the review of anything submitted now is due; always the end of a day.</summary>
    public DateTimeOffset ReviewDueAt => EndOf(Today.AddDays(Rules.ReviewDays));
}
