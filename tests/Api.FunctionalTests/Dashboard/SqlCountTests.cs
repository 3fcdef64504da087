using System.Globalization;
using System.Text.RegularExpressions;
using PartnershipTracker.Api.FunctionalTests.Access;
using PartnershipTracker.Api.FunctionalTests.Dashboard.Initiatives;
using PartnershipTracker.Api.FunctionalTests.Dialogues;
using PartnershipTracker.Application.Calendars;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Deferred;
using PartnershipTracker.Application.Dialogues;
using PartnershipTracker.Application.History;
using PartnershipTracker.Application.Initiatives;
using PartnershipTracker.Application.Partnerships;
using PartnershipTracker.Application.Programme;
using PartnershipTracker.Application.Reports;
using PartnershipTracker.Application.Webhooks;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Dialogues;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.Domain.Programme;
using PartnershipTracker.Domain.Reports;
using PartnershipTracker.Domain.Webhooks;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.Dashboard;

public sealed class SqlCountOnSqlite(OnSqlite fixture) : SqlCountTests(fixture), IClassFixture<OnSqlite>;

public sealed class SqlCountOnPostgreSql(OnPostgreSql fixture) : SqlCountTests(fixture), IClassFixture<OnPostgreSql>;

/// <summary>
/// A list or page sends few SQL commands, and their number does not grow with the number of rows. One of them reads the key or the session
/// of the caller.
/// </summary>
public abstract class SqlCountTests(HostFixture fixture) : IAsyncLifetime
{
    private const int MaxCommands = 8;

    private readonly TrackerHost _host = fixture.Host;
    private readonly HttpClient _secretariat = fixture.Host.Client();
    private HttpClient _person = null!;

    public async Task InitializeAsync()
    {
        var (_, email) = await Visitor.Invited(_host, Role.Secretariat);
        _person = (await new Visitor(_host).SignIn(email)).Http;
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [DatabaseFact]
    public async Task The_number_of_SQL_commands_does_not_grow_with_the_number_of_rows()
    {
        // The first list is already longer than a page, because a list that fits on one page is not counted.
        await Grow(30);
        var few = await Count();
        await Grow(20);
        var many = await Count();
        many.ShouldBe(few);
        many.Where(p => p.Value > MaxCommands).Select(p => $"{p.Key}: {p.Value}").ShouldBeEmpty();
    }

    [DatabaseFact]
    public async Task A_commitment_with_everything_is_read_with_few_commands()
    {
        var id = (await WholeCommitment.MakeAsync(_host)).Value;
        for (var i = 0; i < 12; i++)
            await _host.Send(new ReportProgress(new CommitmentId(id), TestClock.Day("2026-10-02"), "More.", 53 + i));
        var page = $"/commitments/{id}";
        (await CommandsOf(page)).ShouldBeLessThanOrEqualTo(MaxCommands);
        (await CommandsOf(await Next(page, "reports"))).ShouldBeLessThanOrEqualTo(MaxCommands);
        (await CommandsOf(await Next(page, "history"))).ShouldBeLessThanOrEqualTo(MaxCommands);
        (await CommandsOf($"/api/v1{page}")).ShouldBeLessThanOrEqualTo(6);
        var (completed, open) = await WholeCommitment.MilestonesAsync(_host, new CommitmentId(id));
        foreach (
            var action in new[]
            {
                $"milestones/{open}/complete",
                $"milestones/{completed}/reopen",
                "report",
                "change",
                "payment",
                "supporters",
                "report-links",
                "report-links/sent",
                "withdraw",
                "supersede",
                "hand-over",
                "voices",
            }
        )
            (await CommandsOf($"{page}/{action}")).ShouldBeLessThanOrEqualTo(MaxCommands, action);
    }

    [DatabaseFact]
    public async Task Later_pages_and_lists_without_rows_are_read_with_few_commands()
    {
        await Grow(30);
        string[] paths =
        [
            await Next("/commitments", "cursor"),
            await Next("/overdue", "cursor"),
            await Next("/overdue", "milestones"),
            await Next("/reviews", "cursor"),
            "/commitments?q=nothing&overdue=true&status=active&sector=academia&sdgGoal=3&countryCode=CH&moved=true&offTrack=true",
        ];
        foreach (var path in paths)
            (await CommandsOf(path)).ShouldBeLessThanOrEqualTo(MaxCommands, path);
    }

    [DatabaseFact]
    public async Task The_pages_of_the_installation_are_read_with_few_commands()
    {
        await Grow(10);
        var organization = (await _host.Organization("Own")).Value;
        var partnership = (await _host.Send(new ListPartnerships(Limit: 1))).Items[0].Id;
        var filter = new ReportFilter(partnership, organization);
        var schedule = await _host.Send(
            new ScheduleReport("Board", AccountabilityReportFrequency.Weekly, 8, "UTC", ["board@example.org"], Filter: filter)
        );
        var report = await _host.Send(new RunReportSchedule(schedule));
        var webhook = await _host.Send(new RegisterWebhook("https://hooks.example.org/", "ops@example.org"));
        await _host.Send(new TestWebhook(new WebhookId(webhook.Id)));
        var calendar = await _host.Send(new OpenCalendar(organization));
        await _secretariat.Post("/api/v1/audit/verifications");
        await _host.Send(new RunAuditVerifications());
        var verification = (await _host.Send(new ListAuditVerifications(Limit: 1))).Items[0].Id;
        var work = (await _host.Send(new ListDeferredWork(Limit: 1))).Items[0].Id;
        string[] paths =
        [
            "/accountability-reports",
            $"/accountability-reports/{report.Value}",
            "/schedules",
            "/schedules/new",
            $"/schedules/{schedule.Value}",
            $"/schedules/{schedule.Value}/edit",
            $"/schedules/{schedule.Value}/preview",
            "/history",
            await Next("/history", "cursor"),
            "/audit",
            $"/audit/{verification}",
            "/deferred?state=",
            $"/deferred/{work}/drop",
            "/security-events",
            "/settings",
            "/calendars",
            "/calendars/new",
            $"/calendars/{calendar.Id}/revoke",
            "/webhooks",
            "/webhooks/new",
            $"/webhooks/{webhook.Id}",
        ];
        var counts = new List<string>();
        foreach (var path in paths)
            if (await CommandsOf(path) is > MaxCommands and var count)
                counts.Add(string.Create(CultureInfo.InvariantCulture, $"{path}: {count}"));
        counts.ShouldBeEmpty();
    }

    [DatabaseFact]
    public async Task The_pages_of_initiatives_are_read_with_few_commands()
    {
        var id = await InitiativeThings.DiscussedAsync(_host, 12);
        var accepted = await InitiativeThings.AcceptedAsync(_host);
        var page = $"/initiatives/{id.Value}";
        string[] paths =
        [
            "/initiatives",
            "/initiatives?status=proposed&pillar=advocacy&q=peer&mine=false",
            "/initiatives/new",
            page,
            await Next(page, "supports"),
            await Next(page, "concerns"),
            await Next(page, "comments"),
            await Next(page, "history"),
            page + "/support",
            $"/initiatives/{accepted.Value}/partnership",
            $"/initiatives/{accepted.Value}/commitment",
            "/api/v1/initiatives?limit=20",
            "/api/v1/initiatives/sounding-board",
            "/api/v1" + page,
        ];
        foreach (var path in paths)
            (await CommandsOf(path)).ShouldBeLessThanOrEqualTo(MaxCommands, path);

        var board = (await new Visitor(_host).SignIn((await Visitor.Invited(_host, Role.Board)).Email)).Http;
        foreach (var path in new[] { page + "/decide", "/work" })
            (await _host.Sql.During(async () => (await board.Get(path)).MustBe(200))).Count.ShouldBeLessThanOrEqualTo(MaxCommands, path);
    }

    [DatabaseFact]
    public async Task The_pages_of_a_dialogue_are_read_with_few_commands()
    {
        var own = await _host.Organization("Own");
        var dialogue = await (
            await GivenDialogue.Make(_host, own, await _host.ActivePartnership(own, await _host.Organization("Other")))
        ).Running();
        for (var i = 0; i < 60; i++)
            await dialogue.Note($"Thought {i}");
        OutcomeId outcome = default;
        for (var i = 0; i < 30; i++)
            outcome = await dialogue.Outcome(await dialogue.Note());
        for (var i = 0; i < 30; i++)
            await dialogue.Question();
        await _host.Send(
            new InviteParticipants(
                dialogue.Id,
                [.. Enumerable.Range(0, 70).Select(i => new ParticipantDraft($"P {i}", $"p{i}@example.org", "research"))]
            )
        );
        await _host.Send(new RotateContributors(dialogue.Id, dialogue.First));
        string[] pages =
        [
            "",
            "/edit",
            "/agenda",
            "/agenda.ics",
            "/plan",
            "/rotation",
            "/inclusion",
            "/voices",
            "/consolidate",
            "/take-up-day",
            "/segments/new",
            $"/segments/{dialogue.First.Value}",
            $"/segments/{dialogue.First.Value}/rooms/new",
            $"/rooms/{dialogue.GroupA.Value}",
            $"/rooms/{dialogue.GroupA.Value}/people",
            "/participants",
            $"/participants/{dialogue.Amena.Value}",
            "/invite",
            "/notes",
            "/questions",
            "/outcomes/new",
            $"/outcomes/{outcome.Value}",
            $"/outcomes/{outcome.Value}/edit",
            $"/outcomes/{outcome.Value}/agreement",
            $"/outcomes/{outcome.Value}/commitment",
        ];
        List<string> paths =
        [
            "/dialogues",
            "/dialogues?notTakenUp=true",
            "/dialogues/new",
            .. pages.Select(page => dialogue.Page + page),
            await Next(dialogue.Page, "cursor"),
            await Next(dialogue.Page + "/participants", "cursor"),
            await Next(dialogue.Page + "/notes", "cursor"),
            await Next(dialogue.Page + "/questions", "cursor"),
            dialogue.Url + "/agenda",
            dialogue.Url + "/participants?limit=200",
            dialogue.Url + "/outcomes",
            $"{dialogue.Url}/outcomes/{outcome.Value}",
        ];
        var counts = new List<string>();
        foreach (var path in paths)
            if (await CommandsOf(path) is > MaxCommands and var count)
                counts.Add(string.Create(CultureInfo.InvariantCulture, $"{path}: {count}"));
        counts.ShouldBeEmpty();
        (await _person.Get(dialogue.Page)).Text.Length.ShouldBeLessThan(150_000);
        (await _person.Get(dialogue.Page + "/participants")).Text.Length.ShouldBeLessThan(150_000);
    }

    [DatabaseFact]
    public async Task The_pages_of_a_pillar_a_partnership_and_an_organization_are_read_with_few_commands()
    {
        var pillar = await _host.Send(new AddVocabularyTerm(VocabularyKind.Pillar, $"Pillar {Guid.NewGuid():n}"));
        var theme = await _host.Send(new AddVocabularyTerm(VocabularyKind.Theme, $"Theme {Guid.NewGuid():n}"));
        var own = await _host.Organization("Own");
        PartnershipId partnership = default;
        for (var i = 0; i < 12; i++)
            partnership = await Belonging(pillar, theme, own);
        for (var i = 0; i < 6; i++)
            await _host.Send(new PlanDialogue(own, GivenDialogue.Draft(partnership)));
        for (var i = 0; i < 30; i++)
            await _host.Send(new AddMember(partnership, await _host.Organization("Member"), MemberRole.Implementing));
        string[] paths =
        [
            "/programme",
            $"/pillars/{pillar}",
            $"/themes/{theme}",
            $"/api/v1/programme/pillars/{pillar}",
            $"/api/v1/programme/themes/{theme}",
            $"/partnerships/{partnership.Value}",
            await Next($"/partnerships/{partnership.Value}", "cursor"),
            $"/organizations/{own.Value}",
            $"/api/v1/organizations/{own.Value}/overview",
            $"/dialogues?pillar={pillar}&theme={theme}",
            $"/initiatives?pillar={pillar}&organizationId={own.Value}&answeredInTime=false&takenUp=false&earlyCareer=false",
        ];
        foreach (var path in paths)
        {
            (await CommandsOf(path)).ShouldBeLessThanOrEqualTo(MaxCommands, path);
            (await _person.Get(path)).Text.Length.ShouldBeLessThan(150_000, path);
        }
    }

    [DatabaseFact]
    public async Task The_first_run_is_read_with_few_commands()
    {
        await using var host = await TrackerHost.StartAsync(_host.Provider);
        var client = host.Client();
        (await host.Sql.During(async () => (await client.Get("/")).MustBe(200))).Count.ShouldBeLessThanOrEqualTo(MaxCommands);
    }

    /// <summary>A partnership with a commitment, a dialogue and an initiative, all of one pillar and one theme.</summary>
    private async Task<PartnershipId> Belonging(string pillar, string theme, OrganizationId own)
    {
        var other = await _host.Organization("Other");
        var id = await _host.Send(new ProposePartnership("Partners", TestClock.Day("2024-01-01"), Pillars: [pillar], Themes: [theme]));
        await _host.Send(new AddMember(id, own, MemberRole.Lead));
        await _host.Send(new AddMember(id, other, MemberRole.Implementing));
        await _host.Send(new ActivatePartnership(id));
        var commitment = await _host.Send(
            new DraftCommitment(
                id,
                other,
                new CommitmentDraft
                {
                    Title = "Train nurses",
                    SdgTargets = ["3.4"],
                    DueDate = TestClock.Day("2026-11-01"),
                    Pillar = pillar,
                    Themes = [theme],
                }
            )
        );
        await _host.Send(new SubmitCommitment(commitment));
        await _host.Send(new AcceptCommitment(commitment));
        var draft = InitiativeThings.Draft with { Pillar = pillar, Themes = [theme], OrganizationId = own.Value };
        await _host.Send(new ProposeInitiative(draft));
        await _host.Send(new PlanDialogue(own, GivenDialogue.Draft(id)));
        return id;
    }

    /// <summary>The address of the next page, as linked on the page.</summary>
    private async Task<string> Next(string path, string cursor)
    {
        var text = (await _person.Get(path)).MustBe(200).Text;
        var link = Regex.Match(text, $"href=\"([^\"#]*[?&;]{cursor}=[^\"#]+)");
        link.Success.ShouldBeTrue(path + cursor);
        var address = System.Net.WebUtility.HtmlDecode(link.Groups[1].Value);
        return address.StartsWith('?') ? path + address : address;
    }

    private async Task<int> CommandsOf(string path)
    {
        var byKey = await _host.Sql.During(async () => (await _secretariat.Get(path)).MustBe(200));
        var bySession = await _host.Sql.During(async () => (await _person.Get(path)).MustBe(200));
        byKey.Count.ShouldBeGreaterThan(0);
        return Math.Max(byKey.Count, bySession.Count);
    }

    private async Task<SortedDictionary<string, int>> Count()
    {
        var commitment = (await _secretariat.Get("/api/v1/commitments?limit=1")).Items[0];
        var (id, partnership, organization) = (
            commitment.GetProperty("id"),
            commitment.GetProperty("partnershipId"),
            commitment.GetProperty("organizationId")
        );
        var contact = (await _secretariat.Get($"/api/v1/organizations/{organization}/contacts")).Items[0].GetProperty("id");
        var person = (await _secretariat.Get("/api/v1/people?limit=1")).Items[0].GetProperty("id");
        var import = await Imports.ForeignFile.CheckedAsync(_host);
        string[] paths =
        [
            "/",
            "/commitments",
            "/commitments/new",
            $"/commitments/new?partnershipId={partnership}",
            $"/commitments/new?partnershipId={partnership}&organizationId={organization}",
            "/commitments?overdue=true&q=a&sort=title",
            $"/commitments/{id}",
            "/overdue",
            "/partnerships",
            $"/partnerships/{partnership}",
            $"/partnerships/{partnership}/edit",
            $"/partnerships/{partnership}/members/new",
            $"/partnerships/{partnership}/members/{organization}",
            $"/partnerships/{partnership}/members/{organization}/leave",
            $"/partnerships/{partnership}/complete",
            $"/partnerships/{partnership}/dissolve",
            $"/partnerships/{partnership}/publish",
            $"/partnerships/{partnership}/health",
            $"/partnerships/{partnership}/health/new",
            $"/partnerships/{partnership}/health/plan",
            $"/partnerships/{partnership}/inclusion",
            $"/partnerships/{partnership}/engagement",
            $"/partnerships/{partnership}/engagement/new",
            $"/commitments/{id}/engagement",
            "/inclusion",
            $"/api/v1/partnerships/{partnership}/engagements",
            $"/api/v1/partnerships/{partnership}/inclusion",
            "/start/partnership",
            "/reviews",
            "/work",
            "/voices/unanswered",
            "/api/v1/work",
            "/api/v1/voices/unanswered",
            "/api/v1/reviews?limit=20",
            "/api/v1/commitments?limit=20",
            $"/api/v1/commitments/{id}",
            $"/api/v1/commitments/{id}/history",
            $"/api/v1/commitments/{id}/reports",
            "/api/v1/organizations?limit=200",
            "/api/v1/partnerships?limit=200",
            $"/api/v1/partnerships/{partnership}",
            $"/api/v1/partnerships/{partnership}/members?limit=200",
            $"/api/v1/organizations/{organization}/contacts",
            $"/api/v1/organizations/{organization}/overview",
            "/organizations",
            "/organizations?pillar=advocacy",
            "/partnerships?theme=nonCommunicableDiseases",
            "/programme",
            "/pillars/advocacy",
            "/themes/nonCommunicableDiseases",
            "/templates",
            "/vocabularies/pillar",
            "/vocabularies/pillar/advocacy/edit",
            "/api/v1/programme",
            "/api/v1/programme/pillars/advocacy",
            "/api/v1/vocabularies/theme",
            $"/organizations/{organization}",
            $"/organizations/{organization}/api-keys",
            $"/organizations/{organization}/contacts/{contact}/remove",
            $"/organizations/{organization}/contacts/{contact}/hand-over",
            "/people",
            "/people/new",
            $"/people/{person}/role",
            "/api/v1/people?limit=20",
            "/api/v1/accountability/flags?limit=20",
            "/api/v1/dashboard/summary",
            "/api/v1/accountability-reports",
            "/imports",
            "/imports/new",
            $"/imports/{import}",
            $"/imports/{import}/columns",
            "/api/v1/imports",
            $"/api/v1/imports/{import}/columns",
            "/api/v1/imports/profiles",
        ];
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            counts[
                path.Replace(id.ToString(), "x", StringComparison.Ordinal)
                    .Replace(partnership.ToString(), "x", StringComparison.Ordinal)
                    .Replace(organization.ToString(), "x", StringComparison.Ordinal)
                    .Replace(import.ToString(), "x", StringComparison.Ordinal)
            ] = await CommandsOf(path);
        }

        return counts;
    }

    private async Task Grow(int rows)
    {
        await _host.Organization("No member");
        var own = await _host.Organization("Own");
        var partnership = await _host.ActivePartnership(own, await _host.Organization("Other"));
        for (var i = 0; i < rows; i++)
        {
            var id = await _host.ActiveCommitment(partnership, own, "2026-11-01", "A commitment", "2026-10-01", "2026-10-15");
            await _host.Send(new ReportProgress(id, TestClock.Day("2026-11-01"), "Some."));
        }

        await _host.Send(new Application.Accountability.Sweep());
    }
}
