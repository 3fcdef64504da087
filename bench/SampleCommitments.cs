using System.Globalization;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.Domain.Reference;

namespace PartnershipTracker.Bench;

/// <summary>
/// What the databases are filled with, alike at every run but for the ids: 2 % are newly overdue and not flagged yet, 10 % long overdue and flagged, 3 % claimed,
/// 8 % closed, 3 % drafts, 7 % have a past that makes a report, a review or the plan overdue (three of these newly so), the rest lie ahead.
/// </summary>
internal sealed class SampleCommitments(int commitments)
{
    private const int Partnerships = 20;
    private static readonly DateOnly WrittenDay = DateOnly.FromDateTime(Generator.Written.UtcDateTime);

    private static readonly string[] Types = ["10", "11", "22", "22", "22", "21", "24", "30", "40", "60", "70", "70", "70", "80", "90"];
    private static readonly string[] Zones = ["UTC", "UTC", "Europe/Zurich", "Asia/Dhaka", "America/New_York", "Africa/Nairobi", "Pacific/Auckland", "Pacific/Honolulu"];
    private static readonly string[] Verbs = ["Screen", "Train", "Vaccinate", "Equip", "Reach", "Support", "Connect", "Fund"];
    private static readonly string[] Whom = ["people", "community health workers", "clinics", "schools", "mothers", "households", "districts", "nurses"];
    private static readonly string[] What = ["for hypertension", "in palliative care", "with clean water", "against measles", "on diabetes", "with solar power", "for mental health", "on air quality"];
    private static readonly string[] Names = ["Green Delta", "Åland Health", "Río Claro", "North Star", "Open Hands", "Blue Nile", "Highland", "Lakeside"];
    private static readonly string[] Forms = ["Foundation", "Ministry", "Hospital", "Trust", "University", "Company", "Network", "Council"];

    private readonly Random _random = new(20261121);
    private readonly string[] _countries = [.. Countries.All.Where((_, i) => i % 3 == 0).Select(c => c.Alpha2)];
    private readonly string[] _targets = [.. SdgTargets.All.Select(t => t.Code)];

    public (List<Organization>, List<Partnership>, List<(Partnership Partnership, Member Member)>) Parties()
    {
        var organizations = Enumerable.Range(0, Math.Max(50, commitments / 20)).Select(Organization).ToList();
        var partnerships = Enumerable.Range(0, Partnerships).Select(i => Domain.Partnerships.Partnership.Propose(new PartnershipTerms(
            $"{Pick(What)} {Pick(Forms)} partnership {i}", "Generated.", [Pillar.Advocacy], [Theme.LeadershipAndGovernance], [Pick(_countries)], ["17.16"], new DateOnly(2016, 1, 1)))).ToList();

        // Everybody is in one partnership, every third in two.
        var members = new List<(Partnership, Member)>();
        foreach (var (organization, i) in organizations.Select((o, i) => (o, i)))
            foreach (var partnership in Enumerable.Range(0, i % 3 == 0 ? 2 : 1).Select(n => partnerships[(i + (n * 7)) % Partnerships]))
                members.Add((partnership, partnership.Join(organization.Id, MemberRole.Implementing, isMember: false, WrittenDay)));
        foreach (var (partnership, i) in partnerships.Select((p, i) => (p, i)))
        {
            partnership.Activate(Math.Max(Domain.Partnerships.Partnership.MinMembers, members.Count / Partnerships));
            if (i % 4 != 0) partnership.Publish();
        }

        return (organizations, partnerships, members);
    }

    private Organization Organization(int i)
    {
        var organization = Domain.Organizations.Organization.Register(new OrganizationProfile(
            string.Create(CultureInfo.InvariantCulture, $"{Pick(Names)} {Pick(Forms)} {i}"), Pick(Types), Skewed(_countries), Pick(Zones), SourceId: string.Create(CultureInfo.InvariantCulture, $"ORG-{i}")));
        if (_random.Next(10) < 7) organization.AddContact("Focal point", string.Create(CultureInfo.InvariantCulture, $"focal{i}@example.org"), ContactRole.FocalPoint);
        return organization;
    }

    public IEnumerable<Entity> Commitment(int i, Partnership partnership, Organization organization)
    {
        var kind = _random.NextDouble();
        var due = kind switch
        {
            < 0.02 => Generator.DueYesterday,
            < 0.12 => Between(new(2016, 1, 1), new(2026, 11, 10)),
            < 0.23 => Between(new(2020, 1, 1), new(2030, 12, 31)),
            _ => Between(new(2026, 11, 25), new(2045, 12, 31)),
        };
        var terms = Terms(i, due);
        var context = new DecisionContext(Generator.Written, Actor.System, TimeZoneInfo.FindSystemTimeZoneById(organization.TimeZone), organization.Contacts.Count > 0, new AccountabilityRules());
        var sourceId = string.Create(CultureInfo.InvariantCulture, $"GEN-{i}");
        if (kind is >= 0.23 and < 0.26)
        {
            yield return Domain.Commitments.Commitment.Draft(partnership.Id, organization, terms, context, sourceId);
            yield break;
        }

        if (kind is >= 0.26 and < 0.33)
        {
            foreach (var row in Lives.Of(kind - 0.26, partnership, organization, terms, sourceId)) yield return row;
            yield break;
        }

        var commitment = Domain.Commitments.Commitment.Import(partnership.Id, organization, terms, context, sourceId);
        yield return commitment;
        if (kind is >= 0.12 and < 0.15)
        {
            var said = new ProgressStatement(Between(new(2024, 1, 1), WrittenDay), 100, "All done, see the report.", null, ReportsCompletion: true, null);
            yield return commitment.ReportProgress(organization.Id, said, context);
        }
        else if (kind is >= 0.15 and < 0.23)
        {
            if (kind < 0.17) commitment.Withdraw("The funding ended.", context);
            else
            {
                yield return commitment.Assess(kind < 0.20 ? CompletionLevel.Complete : CompletionLevel.Limited, "As seen.", WrittenDay, context);
                commitment.Close(
                    kind < 0.20 ? ClosingOutcome.Completed : kind < 0.22 ? ClosingOutcome.PartlyCompleted : ClosingOutcome.NotCompleted, "As assessed.",
                    Between(new(2024, 1, 1), WrittenDay), context);
            }
        }
    }

    private CommitmentTerms Terms(int i, DateOnly due)
    {
        var number = _random.Next(1, 500) * 100;
        return new CommitmentTerms(
            string.Create(CultureInfo.InvariantCulture, $"{Pick(Verbs)} {number:N0} {Pick(Whom)} {Pick(What)} by {due.Year} ({i})"),
            "What is promised, to whom and how it will be known: two or three sentences as people write them in their own spreadsheets, of about this length.",
            _random.Next(10) < 7 ? (Pillar)_random.Next(3) : null, [Theme.NonCommunicableDiseases],
            [.. Enumerable.Range(0, 1 + (_random.Next(5) / 2)).Select(_ => Pick(_targets))],
            [.. Enumerable.Range(0, _random.Next(3)).Select(_ => Skewed(_countries))],
            null, due,
            _random.Next(10) < 6 ? new Measure("People reached", "people", 0, new DateOnly(2024, 1, 1), number, "Register of the ministry") : null,
            (ReportingFrequency)_random.Next(5), Milestones(due),
            _random.Next(10) < 4 ? new Funding(number * 10, "USD") : null, null);
    }

    /// <summary>0.6 of them on average; before the commitment's own date, some overdue, some newly so.</summary>
    private List<MilestoneTerms> Milestones(DateOnly due)
    {
        var milestones = new List<MilestoneTerms>();
        for (var left = _random.Next(10) switch { < 5 => 0, < 9 => 1, _ => 2 }; left > 0; left--)
        {
            var day = _random.Next(100) switch
            {
                < 2 => Generator.DueYesterday,
                < 12 => Between(new(2024, 1, 1), new(2026, 11, 10)),
                _ => Between(new(2026, 11, 25), new(2040, 12, 31)),
            };
            milestones.Add(new MilestoneTerms("Interim result", day < due ? day : due));
        }

        return milestones;
    }

    /// <summary>SampleCommitments end at the end of a month, mostly.</summary>
    private DateOnly Between(DateOnly from, DateOnly to)
    {
        var day = from.AddDays(_random.Next(to.DayNumber - from.DayNumber));
        if (_random.Next(10) >= 8) return day;
        var end = new DateOnly(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month));
        return end <= to ? end : to;
    }

    public T Any<T>(List<T> from) => from[_random.Next(from.Count)];

    private T Pick<T>(T[] from) => from[_random.Next(from.Length)];

    /// <summary>A few are frequent, many are rare.</summary>
    private T Skewed<T>(T[] from) => from[(int)(from.Length * Math.Pow(_random.NextDouble(), 3))];
}
