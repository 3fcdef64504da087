using AngleSharp.Dom;
using PartnershipTracker.Api.FunctionalTests.Access;
using PartnershipTracker.Api.FunctionalTests.Dashboard.Initiatives;
using PartnershipTracker.Api.FunctionalTests.Dialogues;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Dialogues;
using PartnershipTracker.Application.Initiatives;
using PartnershipTracker.Application.Partnerships;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Dialogues;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.TestKit;
using static PartnershipTracker.Api.FunctionalTests.Dashboard.Html;

namespace PartnershipTracker.Api.FunctionalTests.Dashboard.Partnerships;

public sealed class PartnershipPagesOnSqlite(OnSqlite fixture) : PartnershipPageTests(fixture), IClassFixture<OnSqlite>;

public sealed class PartnershipPagesOnPostgreSql(OnPostgreSql fixture) : PartnershipPageTests(fixture), IClassFixture<OnPostgreSql>;

public abstract class PartnershipPageTests(HostFixture fixture)
{
    private readonly TrackerHost _host = fixture.Host;

    [DatabaseFact]
    public async Task The_secretariat_leads_a_partnership_from_the_proposal_to_its_end_with_forms_alone()
    {
        var (visitor, mark) = (await Secretary(), Guid.NewGuid().ToString("n"));
        var organizations = new[] { await _host.Organization(mark + " lead"), await _host.Organization(mark + " other") };
        var url = Location(
            await visitor.Submit(
                "/partnerships/new",
                ("name", mark),
                ("summary", "Together."),
                ("startDate", "2026-01-01"),
                ("pillars", "advocacy"),
                ("pillars", "capacityStrengthening"),
                ("sdgTargets", "17.16"),
                ("countryCodes", "BD")
            )
        );
        var page = Read((await visitor.Open(url)).MustBe(200));
        page.QuerySelector("[role=status]")!.TextContent.ShouldContain("The partnership is proposed.");
        page.QuerySelector("#actions .primary")!.TextContent.ShouldBe("Add a member");

        foreach (var organization in organizations)
        {
            var found = Read((await visitor.Open($"{url}/members/new?q={mark}")).MustBe(200));
            found.QuerySelectorAll("[name=organizationId]").ShouldContain(o => o.GetAttribute("value") == organization.Value.ToString());
            Location(
                await visitor.Submit(url + "/members/new", ("q", mark), ("organizationId", organization.Value.ToString()), ("role", "lead"))
            );
        }

        Read(await visitor.Open($"{url}/members/new?q={mark}")).QuerySelector(".empty h2")!.TextContent.ShouldBe("No such organization");
        Location(await visitor.Submit($"{url}/members/{organizations[1].Value}", ("role", "funding")));
        Read(await visitor.Open(url)).QuerySelector("#actions .primary")!.TextContent.ShouldBe("Activate the partnership");
        foreach (var step in new[] { "activate", "publish", "unpublish" })
            Location(await visitor.Submit($"{url}/{step}")).ShouldBe(url);
        var form = Read((await visitor.Open(url + "/edit")).MustBe(200));
        form.QuerySelectorAll("[name=pillars][checked]").Length.ShouldBe(2);
        Location(
            await visitor.Submit(
                url + "/edit",
                ("form-version", form.QuerySelector("[name='form-version']")!.GetAttribute("value")!),
                ("name", mark + " revised"),
                ("startDate", "2026-01-01"),
                ("pillars", "advocacy")
            )
        );

        page = Read(await visitor.Open(url));
        page.QuerySelector("h1")!.TextContent.ShouldBe(mark + " revised");
        page.QuerySelector("#members tbody tr:nth-child(2)")!.TextContent.ShouldContain("funding");
        Location(await visitor.Submit($"{url}/members/{organizations[1].Value}/leave", ("reason", "Its programme ended.")));
        Location(await visitor.Submit(url + "/complete")).ShouldBe(url);
        page = Read(await visitor.Open(url));
        page.QuerySelector(".standfirst")!.TextContent.ShouldContain("completed");
        page.QuerySelectorAll("#actions a").Select(a => a.TextContent).ShouldBe(["Publish"]);
    }

    [DatabaseFact]
    public async Task Each_wrong_field_is_named_and_keeps_what_was_typed()
    {
        var visitor = await Secretary();
        var page = Read(
            (
                await visitor.Submit(
                    "/partnerships/new",
                    ("summary", "Typed."),
                    ("startDate", "2026-01-01"),
                    ("endDate", "31.12.2025"),
                    ("themes", "nonCommunicableDiseases")
                )
            ).MustBe(422)
        );
        Errors(page).ShouldBe(["#endDate"]);
        page.QuerySelector("textarea")!.TextContent.ShouldBe("Typed.");
        page.QuerySelectorAll("[name=themes][checked]").Length.ShouldBe(1);
        page = Read(
            (await visitor.Submit("/partnerships/new", ("startDate", "2026-01-01"), ("endDate", "2025-12-31"), ("name", ""))).MustBe(422)
        );
        Errors(page).ShouldBe(["#name"]);
        page = Read(
            (await visitor.Submit("/partnerships/new", ("name", "A"), ("startDate", "2026-01-01"), ("endDate", "2025-12-31"))).MustBe(422)
        );
        Errors(page).ShouldBe(["#endDate"]);

        var url = await Partnership();
        Errors(Read((await visitor.Submit(url + "/members/new", ("role", "lead"))).MustBe(422))).ShouldBe(["#organizationId"]);
        Errors(Read((await visitor.Submit(url + "/dissolve", ("reason", " "))).MustBe(422))).ShouldBe(["#reason"]);
        Read((await visitor.Submit(url + "/activate")).MustBe(422))
            .QuerySelector("[role=alert] li")!
            .TextContent.ShouldContain("Only a proposed partnership can be activated.");
    }

    [DatabaseFact]
    public async Task Dissolving_leads_through_the_open_commitments_and_asks_when_none_is_left()
    {
        var (own, other) = (await _host.Organization("Own"), await _host.Organization("Other"));
        var id = await _host.ActivePartnership(own, other);
        var (url, visitor) = ($"/partnerships/{id.Value}", await Secretary());
        var commitment = await _host.ActiveCommitment(id, own, "2027-01-01");
        foreach (var path in new[] { "/dissolve", "/complete" })
        {
            var blocked = Read((await visitor.Open(url + path)).MustBe(200));
            blocked.QuerySelectorAll("main form").ShouldBeEmpty();
            blocked
                .QuerySelectorAll(".buttons li a")
                .Select(a => a.GetAttribute("href"))
                .ShouldBe(new[] { "close", "withdraw", "supersede" }.Select(name => $"/commitments/{commitment.Value}/{name}"));
        }

        Read(await visitor.Open($"{url}/members/{own.Value}/leave"))
            .QuerySelectorAll(".buttons li a")
            .Select(a => a.GetAttribute("href"))
            .ShouldContain($"/commitments/{commitment.Value}/hand-over");
        (await visitor.Submit(url + "/dissolve", ("reason", "It is over."))).MustBe(422);
        await _host.Send(new WithdrawCommitment(commitment, "It is over."));
        Read(await visitor.Open(url + "/dissolve")).QuerySelector(".danger")!.TextContent.ShouldBe("Dissolve the partnership");
        Location(await visitor.Submit(url + "/dissolve", ("reason", "It is over.")));
        (await _host.Send(new GetPartnership(id))).Status.ShouldBe(PartnershipStatus.Dissolved);
    }

    [DatabaseFact]
    public async Task Who_may_not_change_a_partnership_is_offered_nothing_that_does()
    {
        var own = await _host.Organization("Own");
        var id = await _host.ActivePartnership(own, await _host.Organization("Other"));
        var (_, email) = await Visitor.Invited(_host, Role.Officer, own);
        var page = Read((await (await new Visitor(_host).SignIn(email)).Open($"/partnerships/{id.Value}")).MustBe(200));
        page.QuerySelectorAll("#actions a").Select(a => a.TextContent).ShouldBe(["Write a commitment", "Plan a dialogue"]);
        page.QuerySelector(".standfirst")!.TextContent.ShouldContain("Your organization is a member. Role: lead.");
        page.QuerySelectorAll("#members .button").ShouldBeEmpty();
    }

    [DatabaseFact]
    public async Task The_page_of_a_partnership_shows_its_dialogues_and_the_initiative_it_came_from()
    {
        var (visitor, own) = (await Secretary(), await _host.Organization("Own"));
        var initiative = await InitiativeThings.AcceptedAsync(_host);
        var id = await _host.Send(new MakePartnership(initiative, OrganizationId: own));
        var page = Read((await visitor.Open($"/partnerships/{id.Value}")).MustBe(200));
        var origin = page.QuerySelector(".lead .beside a")!;
        origin.GetAttribute("href").ShouldBe($"/initiatives/{initiative.Value}");
        origin.TextContent.ShouldContain("Peer learning for rural nurses");
        page.QuerySelector("#dialogues .empty").ShouldNotBeNull();

        DialogueId latest = default;
        for (var i = 1; i <= 6; i++)
            latest = await _host.Send(
                new PlanDialogue(own, GivenDialogue.Draft(id) with { StartsOn = TestClock.Day("2026-12-01").AddDays(i) })
            );
        page = Read((await visitor.Open($"/partnerships/{id.Value}")).MustBe(200));
        page.QuerySelector("#dialogues h2")!.TextContent.ShouldBe("6 dialogues");
        page.QuerySelectorAll("#dialogues tbody tr").Length.ShouldBe(5);
        page.QuerySelector("#dialogues tbody a")!.GetAttribute("href").ShouldBe($"/dialogues/{latest.Value}");
        var all = page.QuerySelector("#dialogues > p a")!.GetAttribute("href")!;
        Read((await visitor.Open(all)).MustBe(200)).QuerySelectorAll("main tbody tr").Length.ShouldBe(6);

        var (_, email) = await Visitor.Invited(_host, Role.Community, own);
        await _host.Send(new PublishPartnership(id, IsPublished: true));
        page = Read((await (await new Visitor(_host).SignIn(email)).Open($"/partnerships/{id.Value}")).MustBe(200));
        page.QuerySelectorAll($"a[href='/initiatives/{initiative.Value}']").ShouldBeEmpty("a community does not read initiatives");
        page.QuerySelector("#dialogues .empty").ShouldNotBeNull("none is published");
    }

    private async Task<string> Partnership() =>
        $"/partnerships/{(await _host.ActivePartnership(await _host.Organization("Own"), await _host.Organization("Other"))).Value}";

    private async Task<Visitor> Secretary() => await new Visitor(_host).SignIn((await Visitor.Invited(_host, Role.Secretariat)).Email);

    private static string Location(Answer answer) => answer.MustBe(303).Headers.Location!.OriginalString;

    private static IEnumerable<string?> Errors(IDocument page) =>
        page.QuerySelectorAll("[role=alert] li a").Select(a => a.GetAttribute("href"));
}
