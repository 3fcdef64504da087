using PartnershipTracker.Api.FunctionalTests.Access;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.TestKit;
using static PartnershipTracker.Api.FunctionalTests.Dashboard.Html;

namespace PartnershipTracker.Api.FunctionalTests.Dashboard.Initiatives;

public sealed class InitiativePagesOnSqlite(OnSqlite fixture) : InitiativePageTests(fixture), IClassFixture<OnSqlite>;

public sealed class InitiativePagesOnPostgreSql(OnPostgreSql fixture) : InitiativePageTests(fixture), IClassFixture<OnPostgreSql>;

public abstract class InitiativePageTests(HostFixture fixture)
{
    private static readonly (string, string)[] Fields =
    [
        ("title", "Peer learning for rural nurses"),
        ("pillar", "advocacy"),
        ("themes", "healthSystemsStrengthening"),
        ("idea", "Nurses teach nurses."),
        ("need", "Rural clinics lack training."),
    ];

    private readonly TrackerHost _host = fixture.Host;

    [DatabaseFact]
    public async Task An_initiative_goes_from_the_proposal_to_a_partnership_and_a_commitment_with_forms_alone()
    {
        var organization = await _host.Organization("Carrier");
        var (member, board) = (await SignedIn(Role.Member), await SignedIn(Role.Board));
        var (officer, secretariat) = (await SignedIn(Role.Officer, organization), await SignedIn(Role.Secretariat));

        var refused = Read((await member.Submit("/initiatives/new", ("title", "Half"), ("idea", "An idea."))).MustBe(422));
        refused.QuerySelector("[name=idea]")!.TextContent.Trim().ShouldBe("An idea.");
        refused.QuerySelector("#need-error").ShouldNotBeNull();
        refused.QuerySelectorAll("[name=organizationId]").ShouldBeEmpty("an individual proposes for nobody else");
        var url = Location(await member.Submit("/initiatives/new", Fields));
        var page = Read((await member.Open(url)).MustBe(200));
        page.QuerySelector("[role=status]")!.TextContent.ShouldContain("Your initiative is proposed.");
        page.QuerySelectorAll("#actions a")
            .Select(a => a.TextContent)
            .ShouldBe(["Comment", "Raise a concern", "Revise the initiative", "Withdraw the initiative"]);

        var form = Read((await member.Open(url + "/edit")).MustBe(200));
        form.QuerySelector("input[value=advocacy]")!.HasAttribute("checked").ShouldBeTrue();
        var version = form.QuerySelector("[name=form-version]")!.GetAttribute("value")!;
        Location(await member.Submit(url + "/edit", [.. Fields, ("offer", "Two trainers."), ("form-version", version)])).ShouldBe(url);
        (await officer.Open(url + "/edit")).MustBe(403);

        (await officer.Submit(url + "/support", ("brings", ""))).MustBe(422);
        Location(await officer.Submit(url + "/support", ("brings", "Rooms."))).ShouldBe(url);
        Location(await officer.Submit(url + "/comment", ("text", "How can we help?"))).ShouldBe(url);
        Location(await officer.Submit(url + "/concern", ("text", "Who pays?"))).ShouldBe(url);
        page = Read(await member.Open(url));
        page.QuerySelector("#supports")!.TextContent.ShouldContain("Rooms.");
        var answer = page.QuerySelector("#concerns a.button")!.GetAttribute("href")!;
        Read((await member.Open(answer)).MustBe(200)).QuerySelector(".note")!.TextContent.ShouldBe("Who pays?");
        Location(await member.Submit(answer, ("answer", "The districts."))).ShouldBe(url);
        Location(await member.Submit(answer, ("answer", "The ministry."))).ShouldBe(url);
        page = Read(await member.Open(url));
        page.QuerySelector("#concerns .reply")!.TextContent.ShouldContain("The ministry.");
        page.QuerySelector("#concerns details")!.TextContent.ShouldContain("The districts.");
        var resolve = Read(await officer.Open(url)).QuerySelector("#concerns form")!.GetAttribute("action")!;
        Location(await officer.Submit(resolve)).ShouldBe(url);

        Read((await board.Open("/work")).MustBe(200))
            .QuerySelectorAll("a.button")
            .ShouldContain(a => a.GetAttribute("href") == url + "/decide");
        var check = Read(
            (await board.Submit(url + "/decide", ("decision", "accept"), ("reason", "It answers a need."), ("action", "check"))).MustBe(200)
        );
        check.QuerySelector("#mail-preview")!.TextContent.ShouldContain("It answers a need.");
        (await board.Submit(url + "/decide", ("reason", "It answers a need."))).MustBe(422);
        (await board.Submit(url + "/decide", ("decision", "accept"), ("reason", ""))).MustBe(422);
        Location(await board.Submit(url + "/decide", ("decision", "accept"), ("reason", "It answers a need."))).ShouldBe(url);
        (await board.Open(url + "/decide")).MustBe(302);
        Read(await member.Open(url)).QuerySelector(".lead")!.TextContent.ShouldContain("Reason of the board: It answers a need.");

        (await secretariat.Submit(url + "/partnership", ("name", "Peer learning"))).MustBe(422);
        var prefilled = Read((await secretariat.Open(url + "/partnership")).MustBe(200));
        prefilled.QuerySelector("[name=name]")!.GetAttribute("value").ShouldBe("Peer learning for rural nurses");
        var partnership = Location(
            await secretariat.Submit(url + "/partnership", ("name", "Peer learning"), ("organizationId", organization.Value.ToString()))
        );
        Read((await secretariat.Open(partnership)).MustBe(200)).QuerySelectorAll($"a[href='{url}']").ShouldNotBeEmpty();
        var bystander = await SignedIn(Role.Officer, await _host.Organization("Bystander"));
        (await bystander.Open(url + "/commitment")).MustBe(403);
        Read(await bystander.Open(url)).QuerySelectorAll($"#actions a[href='{url}/commitment']").ShouldBeEmpty();
        Read(await officer.Open(url)).QuerySelectorAll($"#actions a[href='{url}/commitment']").ShouldHaveSingleItem();
        var draft = Location(
            await officer.Submit(url + "/commitment", ("title", "Teach 100 nurses"), ("partnershipId", partnership.Split('/')[^1]))
        );
        var commitment = draft.Replace("/revise", "", StringComparison.Ordinal);
        Read((await officer.Open(commitment)).MustBe(200)).QuerySelectorAll($"a[href='{url}']").ShouldNotBeEmpty();
        var links = Read(await secretariat.Open(url)).QuerySelectorAll(".lead a").Select(a => a.GetAttribute("href")).ToList();
        links.ShouldContain(partnership);
        links.ShouldContain(commitment);
    }

    [DatabaseFact]
    public async Task A_supporter_withdraws_the_support_and_the_proposer_the_initiative()
    {
        var (member, other) = (await SignedIn(Role.Member), await SignedIn(Role.Member));
        var url = Location(await member.Submit("/initiatives/new", Fields));
        Location(await other.Submit(url + "/support", ("brings", "My time."))).ShouldBe(url);
        var withdraw = Read(await other.Open(url)).QuerySelector("#supports a")!.GetAttribute("href")!;
        (await other.Open(withdraw)).MustBe(200);
        (await member.Submit(withdraw)).MustBe(403);
        Location(await other.Submit(withdraw)).ShouldBe(url);
        Read(await other.Open(url)).QuerySelector("#supports h2")!.TextContent.ShouldBe("Nobody supports it yet");

        (await member.Submit(url + "/withdraw", ("reason", ""))).MustBe(422);
        Location(await member.Submit(url + "/withdraw", ("reason", "Done elsewhere."))).ShouldBe(url);
        var page = Read(await other.Open(url));
        page.QuerySelector(".lead")!.TextContent.ShouldContain("Reason for the withdrawal: Done elsewhere.");
        page.QuerySelectorAll("#actions").ShouldBeEmpty();
        page.QuerySelector("#history")!.TextContent.ShouldContain("withdrew the initiative");
    }

    [DatabaseFact]
    public async Task The_list_says_what_waits_and_has_an_empty_state_for_its_filters()
    {
        var member = await SignedIn(Role.Member);
        Location(await member.Submit("/initiatives/new", Fields));
        var page = Read(
            (await member.Open("/initiatives?status=proposed&pillar=advocacy&theme=healthSystemsStrengthening&mine=true")).MustBe(200)
        );
        page.QuerySelector("h1")!.TextContent.ShouldBe("One initiative found");
        page.QuerySelectorAll("main table.cards tbody tr").ShouldHaveSingleItem();
        page.QuerySelector(".tools a")!.GetAttribute("href").ShouldStartWith("/exports/initiatives.");
        page.QuerySelector("#sounding-board table").ShouldNotBeNull();
        Read((await member.Open("/initiatives?q=nothing+like+it")).MustBe(200)).QuerySelector(".empty h2").ShouldNotBeNull();
        (await member.Open("/initiatives?status=magic")).MustBe(400);

        var community = await SignedIn(Role.Community, await _host.Organization("Village"));
        Read((await community.Open("/initiatives")).MustBe(200)).QuerySelectorAll("main table.cards tbody tr").ShouldBeEmpty();
    }

    private static string Location(Answer answer) => answer.MustBe(303).Headers.Location!.OriginalString;

    private async Task<Visitor> SignedIn(Role role, OrganizationId? organization = null) =>
        await new Visitor(_host).SignIn((await Visitor.Invited(_host, role, organization)).Email);
}
