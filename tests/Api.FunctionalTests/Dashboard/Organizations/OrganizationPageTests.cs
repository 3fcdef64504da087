using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Api.FunctionalTests.Access;
using PartnershipTracker.Api.FunctionalTests.Dashboard.Initiatives;
using PartnershipTracker.Application.Initiatives;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.TestKit;
using static PartnershipTracker.Api.FunctionalTests.Dashboard.Html;

namespace PartnershipTracker.Api.FunctionalTests.Dashboard.Organizations;

public sealed class OrganizationPagesOnSqlite(OnSqlite fixture) : OrganizationPageTests(fixture), IClassFixture<OnSqlite>;

public sealed class OrganizationPagesOnPostgreSql(OnPostgreSql fixture) : OrganizationPageTests(fixture), IClassFixture<OnPostgreSql>;

/// <summary>The pages of organizations, contacts and API keys, as an officer of the organization and others use them.</summary>
public abstract class OrganizationPageTests(HostFixture fixture) : IAsyncLifetime
{
    private readonly TrackerHost _host = fixture.Host;
    private OrganizationId _own,
        _partner;
    private Visitor _officer = null!;

    private string Own => $"/organizations/{_own.Value}";

    public async Task InitializeAsync()
    {
        _host.Clock.Now += TimeSpan.FromHours(2);
        (_own, _partner) = (await _host.Organization("Own"), await _host.Organization("Partner"));
        await _host.ActivePartnership("Shared", _own, _partner);
        _officer = await SignedIn(Role.Officer, _own);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [DatabaseFact]
    public async Task The_list_names_organizations_that_nobody_can_be_asked_for()
    {
        var secretariat = await SignedIn(Role.Secretariat, null);
        var id = (await secretariat.Submit("/organizations/new", ("name", "Nobody there"), ("type", "22"))).MustBe(303).Headers.Location!;
        var list = Read(
            await secretariat.Open("/organizations?q=nobody%20there&withoutContact=true&sector=civilSociety&countryCode=unknown")
        );
        list.QuerySelector("tbody th a")!.GetAttribute("href").ShouldBe(id.OriginalString);
        list.QuerySelector("tbody")!.TextContent.ShouldContain("no contact");
        Read(await secretariat.Open("/organizations?q=nobody%20there&withoutContact=false"))
            .QuerySelector(".empty")!
            .TextContent.ShouldContain("No organization matches");
        Read((await secretariat.Open("/organizations?sector=nobody")).MustBe(422)).QuerySelector("[role=alert]").ShouldNotBeNull();
        Read(await secretariat.Open(id.OriginalString)).QuerySelector(".note.overdue")!.TextContent.ShouldContain("no contact");
    }

    [DatabaseFact]
    public async Task A_contact_is_added_changed_handed_over_and_removed_on_pages()
    {
        (await _officer.Submit(Own + "/contacts/new", ("name", "Rahima"), ("email", "nobody"), ("role", "alternate"))).MustBe(422);
        var refused = Read(await _officer.Submit(Own + "/contacts/new", ("name", "Rahima"), ("email", "nobody"), ("role", "alternate")));
        Value(refused, "name").ShouldBe("Rahima");
        refused.QuerySelector("[role=alert] li a")!.GetAttribute("href").ShouldBe("#email");
        refused.QuerySelector("input[value=alternate]")!.HasAttribute("checked").ShouldBeTrue();

        (await _officer.Submit(Own + "/contacts/new", ("name", "Rahima"), ("email", "rahima@example.org"), ("role", "alternate"))).MustBe(
            303
        );
        var page = Read(await _officer.Open(Own));
        page.QuerySelector("[role=status]")!.TextContent.ShouldContain("The contact is added.");
        var edit = Link(page, "Change Rahima");
        var form = Read((await _officer.Open(edit)).MustBe(200));
        Value(form, "email").ShouldBe("rahima@example.org");
        var version = Value(form, "form-version");

        (string, string)[] again = [("name", "Rahima"), ("email", "rahima@example.org"), ("role", "alternate")];
        Read((await _officer.Submit(Own + "/contacts/new", again)).MustBe(422))
            .QuerySelector("[role=alert]")!
            .TextContent.ShouldContain("already has this contact");
        (
            await _officer.Submit(
                edit,
                ("name", "Rahima K."),
                ("email", "rahima@example.org"),
                ("role", "alternate"),
                ("form-version", version)
            )
        ).MustBe(303);
        var late = Read(
            (
                await _officer.Submit(
                    edit,
                    ("name", "R. K."),
                    ("email", "rahima@example.org"),
                    ("role", "alternate"),
                    ("form-version", version)
                )
            ).MustBe(409)
        );
        late.QuerySelector(".theirs")!.TextContent.ShouldContain("Rahima K.");

        var handOver = Link(Read(await _officer.Open(Own)), "Hand over from Rahima K.");
        Read((await _officer.Open(handOver)).MustBe(200))
            .QuerySelector(".standfirst")!
            .TextContent.ShouldContain("leaves. Role: alternate");
        (await _officer.Submit(handOver, ("name", "Rahima"), ("email", "rahima@example.org"))).MustBe(422);
        (await _officer.Submit(handOver, ("name", "Karim"), ("email", "karim@example.org"))).MustBe(303);

        var remove = Link(Read(await _officer.Open(Own)), "Remove Karim");
        var question = Read((await _officer.Open(remove)).MustBe(200)).QuerySelector(".standfirst")!.TextContent;
        question.ShouldNotContain("only contact");
        (await _officer.Submit(remove)).MustBe(303);
        (await _officer.Open(remove)).MustBe(404);
    }

    [DatabaseFact]
    public async Task Removing_the_only_contact_says_what_follows()
    {
        var remove = Read(await _officer.Open(Own))
            .QuerySelectorAll("#contacts a")
            .Single(a => a.TextContent == "Remove")
            .GetAttribute("href")!;
        Read(await _officer.Open(remove)).QuerySelector(".standfirst")!.TextContent.ShouldContain("It is the only contact.");
    }

    [DatabaseFact]
    public async Task A_new_key_is_shown_once_and_sending_the_form_again_says_so()
    {
        var keys = Own + "/api-keys";
        (string, string)[] fields = [("name", "Our system"), ("role", "reporter"), ("form-key", Guid.NewGuid().ToString("n"))];
        Read((await _officer.Submit(keys + "/new", ("name", ""), ("role", "reporter"), ("expiresOn", "2026-01-01"))).MustBe(422))
            .QuerySelectorAll("[role=alert] li a")
            .ShouldNotBeEmpty();
        var shown = (await _officer.Submit(keys + "/new", fields)).MustBe(200);
        shown.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var key = Read(shown).QuerySelector("#key")!.GetAttribute("value")!;
        (await _host.Client(key).Get("/api/v1/me")).MustBe(200);

        (await _officer.Submit(keys + "/new", fields)).MustBe(303).Headers.Location!.OriginalString.ShouldBe(keys);
        var list = await _officer.Open(keys);
        list.Text.ShouldNotContain(key);
        Read(list).QuerySelector("[role=status]")!.TextContent.ShouldContain("cannot be shown again");

        var rotate = Link(Read(list), "Replace Our system");
        var question = Read((await _officer.Open(rotate)).MustBe(200));
        question.QuerySelector("input[value='24']")!.HasAttribute("checked").ShouldBeTrue();
        var successor = Read(
                (await _officer.Submit(rotate, ("overlapHours", "24"), ("form-version", Value(question, "form-version")))).MustBe(200)
            )
            .QuerySelector("#key")!
            .GetAttribute("value")!;
        (await _host.Client(key).Get("/api/v1/me")).MustBe(200);
        (await _host.Client(successor).Get("/api/v1/me")).MustBe(200);
        Read(await _officer.Open(keys)).QuerySelector("tbody")!.TextContent.ShouldContain("replaced; works until");

        var revoke = Read(await _officer.Open(keys))
            .QuerySelectorAll("tbody a")
            .First(a => a.TextContent == "Revoke")
            .GetAttribute("href")!;
        Read((await _officer.Open(revoke)).MustBe(200)).QuerySelector(".standfirst")!.TextContent.ShouldContain("was last used on");
        (await _officer.Submit(revoke)).MustBe(303);
        (await _host.Client(key).Get("/api/v1/me")).MustBe(401);
        Read(await _officer.Open(keys)).QuerySelector("tbody")!.TextContent.ShouldContain("revoked on");
    }

    [DatabaseFact]
    public async Task Who_has_no_right_gets_no_link_to_it()
    {
        foreach (
            var (role, organization) in new[]
            {
                (Role.Reporter, (OrganizationId?)_own),
                (Role.Board, null),
                (Role.Reviewer, null),
                (Role.Officer, _partner),
            }
        )
        {
            var page = Read((await (await SignedIn(role, organization)).Open(Own)).MustBe(200));
            page.QuerySelectorAll("#contacts, #access").ShouldBeEmpty(role.ToString());
            page.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")!).ShouldNotContain(Own + "/edit");
        }

        Read(await _officer.Open(Own)).QuerySelectorAll("main a").Select(a => a.GetAttribute("href")!).ShouldNotContain(Own + "/edit");
        Read(await _officer.Open("/organizations"))
            .QuerySelectorAll("main a")
            .Select(a => a.GetAttribute("href"))
            .ShouldNotContain("/organizations/new");
    }

    [DatabaseFact]
    public async Task The_page_of_an_organization_shows_the_initiatives_that_it_would_carry()
    {
        Read((await _officer.Open(Own)).MustBe(200)).QuerySelector("#initiatives .empty").ShouldNotBeNull();
        var initiative = await _host.Send(new ProposeInitiative(InitiativeThings.Draft with { OrganizationId = _own.Value }));
        var page = Read((await _officer.Open(Own)).MustBe(200));
        page.QuerySelector("#initiatives h2")!.TextContent.ShouldBe("One initiative of members");
        page.QuerySelector("#initiatives tbody a")!.GetAttribute("href").ShouldBe($"/initiatives/{initiative.Value}");
        var all = page.QuerySelector("#initiatives > p a")!.GetAttribute("href")!;
        Read((await _officer.Open(all)).MustBe(200)).QuerySelectorAll("main table.cards tbody tr").ShouldHaveSingleItem();

        page = Read((await (await SignedIn(Role.Community, _own)).Open(Own)).MustBe(200));
        page.QuerySelectorAll("#initiatives").ShouldBeEmpty("a community does not read initiatives");
    }

    private async Task<Visitor> SignedIn(Role role, OrganizationId? organization) =>
        await new Visitor(_host).SignIn((await Visitor.Invited(_host, role, organization)).Email);

    private static string Link(IDocument page, string label) => page.QuerySelector($"a[aria-label='{label}']")!.GetAttribute("href")!;
}
