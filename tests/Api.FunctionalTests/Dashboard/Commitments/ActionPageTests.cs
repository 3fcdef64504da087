using System.Net.Http.Headers;
using AngleSharp.Dom;
using PartnershipTracker.Api.FunctionalTests.Access;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.TestKit;
using static PartnershipTracker.Api.FunctionalTests.Dashboard.Html;

namespace PartnershipTracker.Api.FunctionalTests.Dashboard.Commitments;

public sealed class ActionPagesOnSqlite(OnSqlite fixture) : ActionPageTests(fixture), IClassFixture<OnSqlite>;

public sealed class ActionPagesOnPostgreSql(OnPostgreSql fixture) : ActionPageTests(fixture), IClassFixture<OnPostgreSql>;

/// <summary>What an organization does with its commitments on pages.</summary>
public abstract class ActionPageTests(HostFixture fixture)
{
    private readonly TrackerHost _host = fixture.Host;

    [DatabaseFact]
    public async Task A_progress_report_is_sent_with_milestones_links_and_files_at_once()
    {
        var (world, visitor) = await Officer();
        var id = await world.ActiveId(Whose.Own);
        var page = Read(await visitor.Open($"/commitments/{id.Value}/report"));
        var milestone = page.QuerySelector("input[name=milestones]")!.GetAttribute("value")!;
        var answer = await Send(
            visitor,
            $"/commitments/{id.Value}/report",
            [
                ("value", "1 200,5"),
                ("asOf", "2026-11-20"),
                ("narrative", "Ninety posts measure."),
                ("milestones", milestone),
                ("evidence[0].url", ""),
                ("evidence[1].url", "https://example.org/register"),
                ("reportsCompletion", "true"),
            ],
            ("register.txt", "A register."),
            ("map.txt", "A map.")
        );
        answer.MustBe(303);
        var found = await _host.Send(new GetCommitment(id));
        found.ReportedCompleteOn.ShouldBe(TestClock.Day("2026-11-20"));
        found.LastValue!.Value.ShouldBe(1200.5m);
        found.Milestones.Single().CompletedOn.ShouldBe(TestClock.Day("2026-11-20"));
        var report = (await _host.Send(new ListProgressReports(id, 1))).Items[0];
        report.Evidence.Select(e => e.Title).ShouldBe(["https://example.org/register", "register.txt", "map.txt"], ignoreOrder: true);
    }

    [DatabaseFact]
    public async Task A_wrong_progress_report_loses_nothing_and_saves_nothing()
    {
        var (world, visitor) = await Officer();
        var id = await world.ActiveId(Whose.Own);
        var milestone = (await _host.Send(new GetCommitment(id))).Milestones[0].Id.ToString();
        var page = Read(
            (
                await Send(
                    visitor,
                    $"/commitments/{id.Value}/report",
                    [
                        ("value", "1,200"),
                        ("asOf", "2026-11-20"),
                        ("narrative", "What I wrote."),
                        ("milestones", milestone),
                        ("evidence[0].url", "no address"),
                    ],
                    ("register.txt", "A register.")
                )
            ).MustBe(422)
        );
        page.QuerySelector("textarea[name=narrative]")!.TextContent.Trim().ShouldBe("What I wrote.");
        page.QuerySelector("input[name=milestones]")!.HasAttribute("checked").ShouldBeTrue();
        page.QuerySelector("[name='evidence[0].url']")!.GetAttribute("value").ShouldBe("no address");
        page.QuerySelector("[role=alert]")!.TextContent.ShouldContain("1,200");
        page.QuerySelectorAll("[role=alert]")[1].TextContent.ShouldContain("register.txt");
        (await _host.Send(new GetCommitment(id))).Milestones[0].CompletedOn.ShouldBeNull();
        (await _host.Send(new ListProgressReports(id, 1))).Items.ShouldBeEmpty();
    }

    [DatabaseFact]
    public async Task A_refused_file_takes_the_whole_report_back()
    {
        var (world, visitor) = await Officer();
        var id = await world.ActiveId(Whose.Own);
        var answer = await Send(
            visitor,
            $"/commitments/{id.Value}/report",
            [("asOf", "2026-11-20"), ("narrative", "With a program.")],
            ("tool.exe", "MZ\u0090\0\u0003")
        );
        answer.MustBe(422).Text.ShouldContain("With a program.");
        (await _host.Send(new ListProgressReports(id, 1))).Items.ShouldBeEmpty();
    }

    [DatabaseFact]
    public async Task A_link_field_is_added_without_losing_what_was_typed()
    {
        var (world, visitor) = await Officer();
        var id = await world.ActiveId(Whose.Own);
        var page = Read(
            (
                await Send(
                    visitor,
                    $"/commitments/{id.Value}/report",
                    [
                        ("narrative", "So far."),
                        ("evidence[0].url", "https://example.org/a"),
                        ("evidence[1].url", "https://example.org/b"),
                        ("action", "addLink"),
                    ]
                )
            ).MustBe(200)
        );
        page.QuerySelector("textarea[name=narrative]")!.TextContent.Trim().ShouldBe("So far.");
        page.QuerySelectorAll("input[name$='.url']")
            .Select(i => i.GetAttribute("value") ?? "")
            .ShouldBe(["https://example.org/a", "https://example.org/b", ""]);
    }

    [DatabaseFact]
    public async Task A_change_is_requested_beside_what_holds_now()
    {
        var (world, visitor) = await Officer();
        var id = await world.ActiveId(Whose.Own);
        var path = $"/commitments/{id.Value}/change";
        Read(await visitor.Open(path)).QuerySelector("#newDueDate-hint")!.TextContent.ShouldContain("30 June 2027");
        (await visitor.Submit(path, ("newDueDate", "2027-12-31"), ("reason", ""), ("explanation", ""))).MustBe(422);
        (await visitor.Submit(path, ("newDueDate", "2027-12-31"), ("reason", "funding"), ("explanation", "Late."))).MustBe(303);
        (await _host.Send(new ListChangeRequests(id))).Items.ShouldHaveSingleItem().NewDueDate.ShouldBe(TestClock.Day("2027-12-31"));
        Read(await visitor.Open($"/commitments/{id.Value}"))
            .QuerySelector("[role=status]")!
            .TextContent.ShouldContain("The change is requested.");
    }

    [DatabaseFact]
    public async Task Withdrawing_an_overdue_commitment_is_a_request_and_the_page_says_so()
    {
        var (world, visitor) = await Officer();
        var id = await _host.ActiveCommitment(world.Partnership(Whose.Own), world.Organization(Whose.Own), "2026-10-31");
        var path = $"/commitments/{id.Value}/withdraw";
        Read(await visitor.Open(path)).QuerySelector(".standfirst")!.TextContent.ShouldContain("a reviewer decides");
        (await visitor.Submit(path, ("reason", ""))).MustBe(422);
        (await visitor.Submit(path, ("reason", "The programme ended."))).MustBe(303);
        (await _host.Send(new GetCommitment(id))).Status.ShouldBe(CommitmentStatus.Active);
    }

    [DatabaseFact]
    public async Task A_page_of_an_action_that_is_not_possible_now_says_why()
    {
        var (world, visitor) = await Officer();
        var draft = (await world.Draft(Whose.Own)).Replace("/api/v1", "", StringComparison.Ordinal);
        var page = Read((await visitor.Open(draft + "/report")).MustBe(200));
        page.QuerySelector("form[data-unsaved]").ShouldBeNull();
        page.QuerySelector(".standfirst")!.TextContent.ShouldNotBeNullOrWhiteSpace();
    }

    private async Task<(World World, Visitor Officer)> Officer()
    {
        var world = await World.Create(_host);
        var (_, email) = await Visitor.Invited(_host, Role.Officer, world.Organization(Whose.Own));
        return (world, await new Visitor(_host).SignIn(email));
    }

    private static async Task<Answer> Send(
        Visitor visitor,
        string path,
        IEnumerable<(string Name, string Value)> fields,
        params (string Name, string Content)[] files
    )
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
            form.Add(new StringContent(value), $"\"{name}\"");
        foreach (var (name, content) in files)
        {
            var part = new ByteArrayContent(System.Text.Encoding.Latin1.GetBytes(content));
            part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            form.Add(part, "file", name);
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = form };
        request.Headers.Add("Accept", "text/html");
        return await visitor.Http.Ask(request);
    }
}
