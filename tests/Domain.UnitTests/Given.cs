using System.Globalization;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Domain.UnitTests;

/// <summary>What the examples start from. Now is 2026-11-21, 06:00 UTC, noon in Dhaka.</summary>
internal static class Given
{
    public static readonly DateTimeOffset Now = Instant("2026-11-21T06:00:00Z");
    public static readonly DateOnly Today = Day("2026-11-21");

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture).ToUniversalTime();

    public static OrganizationProfile Profile(string timeZone = "Asia/Dhaka") => new("Green Delta", "22", "BD", timeZone);

    public static Organization Partner(string timeZone = "Asia/Dhaka") => Organization.Register(Profile(timeZone));

    public static CommitmentTerms Terms(string due = "2026-12-31", params string[] milestones) =>
        new(
            "Screen 5,000 people",
            null,
            null,
            null,
            ["3.4"],
            null,
            null,
            Day(due),
            null,
            ReportingFrequency.None,
            [.. milestones.Select((day, i) => new MilestoneTerms($"Milestone {i + 1}", Day(day)))],
            null,
            null
        );

    /// <summary>A decision in Dhaka, where most of the examples take place.</summary>
    public static DecisionContext At(
        string? instant = null,
        string zone = "Asia/Dhaka",
        bool hasContact = true,
        AccountabilityRules? rules = null
    ) =>
        new(
            instant is null ? Now : Instant(instant),
            Actor.System,
            TimeZoneInfo.FindSystemTimeZoneById(zone),
            hasContact,
            rules ?? new AccountabilityRules { SmartGate = SmartGate.None }
        );

    /// <summary>A decision in the time zone of the organization.</summary>
    public static DecisionContext At(this Organization organization, string? instant = null) => At(instant, organization.TimeZone);

    public static Commitment Draft(Organization organization, CommitmentTerms? terms = null) =>
        Commitment.Draft(PartnershipId.New(), organization, terms ?? Terms(), organization.At());

    public static Commitment Submitted(CommitmentTerms? terms = null, Organization? organization = null)
    {
        organization ??= Partner();
        var commitment = Draft(organization, terms);
        commitment.Submit(partnershipIsActive: true, organization.At());
        return commitment;
    }

    public static Commitment Active(CommitmentTerms? terms = null, Organization? organization = null)
    {
        organization ??= Partner();
        var commitment = Submitted(terms, organization);
        commitment.Accept(null, organization.At());
        return commitment;
    }

    public static ProgressStatement Progress(string asOf = "2026-11-20", bool reportsCompletion = false) =>
        new(Day(asOf), 1200, "Halfway there.", null, reportsCompletion, null);

    public static ProgressReport Report(this Commitment commitment, ProgressStatement? statement = null) =>
        commitment.ReportProgress(commitment.OrganizationId, statement ?? Progress(), At());

    /// <summary>Assesses the commitment as the outcome needs, and closes it.</summary>
    public static void Close(this Commitment commitment, ClosingOutcome outcome = ClosingOutcome.Completed, string closedOn = "2026-11-20")
    {
        if (commitment.Status == CommitmentStatus.Active)
            commitment.Assess(
                outcome == ClosingOutcome.Completed ? CompletionLevel.Complete : CompletionLevel.Limited,
                "Seen.",
                Day("2026-11-20"),
                At()
            );
        commitment.Close(outcome, "Done.", Day(closedOn), At());
    }

    /// <summary>Fails unless the action is refused with this code.</summary>
    public static DomainException MustRefuse(this Action action, string code, RefusalKind kind = RefusalKind.Refused)
    {
        var refusal = Should.Throw<DomainException>(action);
        refusal.Code.ShouldBe(code);
        refusal.Kind.ShouldBe(kind);
        return refusal;
    }

    public static T Last<T>(this AggregateRoot aggregate)
        where T : IDomainEvent => aggregate.Events.Last().ShouldBeOfType<T>();
}
