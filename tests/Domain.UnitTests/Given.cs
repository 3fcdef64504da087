using System.Globalization;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Domain.UnitTests;

/// <summary>What the examples start from. Now is 2026-11-21, 6 o'clock UTC, noon in Dhaka.</summary>
internal static class Given
{
    public static readonly DateTimeOffset Now = Instant("2026-11-21T06:00:00Z");
    public static readonly DateOnly Today = Day("2026-11-21");

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture).ToUniversalTime();

    public static OrganizationProfile Profile(string timeZone = "Asia/Dhaka") => new("Green Delta", "22", "BD", timeZone);

    public static Organization Partner(string timeZone = "Asia/Dhaka") => Organization.Register(Profile(timeZone));

    public static CommitmentTerms Terms(string due = "2026-12-31", params string[] milestones) => new(
        "Screen 5,000 people", null, null, null, ["3.4"], null, null, Day(due), null, ReportingFrequency.None,
        [.. milestones.Select((day, i) => new MilestoneTerms($"Step {i + 1}", Day(day)))], null, null);

    public static Commitment Draft(Organization organization, CommitmentTerms? terms = null) => Commitment.Draft(PartnershipId.New(), organization, terms ?? Terms());

    public static Commitment Submitted(CommitmentTerms? terms = null, Organization? organization = null)
    {
        var commitment = Draft(organization ?? Partner(), terms);
        commitment.Submit(partnershipIsActive: true, organizationHasContact: true);
        return commitment;
    }

    public static Commitment Active(CommitmentTerms? terms = null, Organization? organization = null)
    {
        var commitment = Submitted(terms, organization);
        commitment.Accept();
        return commitment;
    }

    public static ProgressStatement Progress(string asOf = "2026-11-20", bool claims = false) => new(Day(asOf), 1200, "Halfway there.", null, claims, null);

    public static ProgressReport Report(this Commitment commitment, ProgressStatement? said = null) =>
        commitment.ReportProgress(commitment.OrganizationId, said ?? Progress(), Today, Now);

    public static void Close(this Commitment commitment, ClosingOutcome outcome = ClosingOutcome.Fulfilled, string closedOn = "2026-11-20") =>
        commitment.Close(outcome, "Done.", Day(closedOn), Today, Now);

    /// <summary>A refusal with this code.</summary>
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
