using AngleSharp.Dom;
using PartnershipTracker.Api.FunctionalTests.Access;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.TestKit;
using static PartnershipTracker.Api.FunctionalTests.Dashboard.Html;

namespace PartnershipTracker.Api.FunctionalTests.Dashboard.Access;

public sealed class PeoplePagesOnSqlite(OnSqlite fixture) : PeoplePageTests(fixture), IClassFixture<OnSqlite>;

public sealed class PeoplePagesOnPostgreSql(OnPostgreSql fixture) : PeoplePageTests(fixture), IClassFixture<OnPostgreSql>;

/// <summary>Inviting and managing people on pages, and one's own preferences.</summary>
public abstract class PeoplePageTests(HostFixture fixture) : IAsyncLifetime
{
    private readonly TrackerHost _host = fixture.Host;
    private OrganizationId _own;
    private Visitor _officer = null!,
        _secretariat = null!;

    public async Task InitializeAsync()
    {
        _host.Clock.Now += TimeSpan.FromHours(2);
        _own = await _host.Organization("Own");
        _officer = await SignedIn(Role.Officer, _own);
        _secretariat = await SignedIn(Role.Secretariat, null);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [DatabaseFact]
    public async Task An_officer_invites_a_colleague_ends_their_access_and_restores_it()
    {
        var form = Read((await _officer.Open("/people/new")).MustBe(200));
        form.QuerySelectorAll("input[name=role]").Select(i => i.GetAttribute("value")).ShouldBe(["reporter", "officer"]);
        form.QuerySelector("[name=organizationId]").ShouldBeNull();

        var email = OrganizationThings.Address();
        var refused = Read((await _officer.Submit("/people/new", ("email", email), ("name", "Ana"), ("timeZone", "Nowhere"))).MustBe(422));
        refused.QuerySelector("[name=name]")!.GetAttribute("value").ShouldBe("Ana");
        refused.QuerySelectorAll("[role=alert] li a").Select(a => a.GetAttribute("href")).ShouldContain("#role");

        var person = (await _officer.Submit("/people/new", ("email", email), ("name", "Ana"), ("role", "reporter")))
            .MustBe(303)
            .Headers.Location!.OriginalString;
        Read(await _officer.Open(person)).QuerySelector(".standfirst")!.TextContent.ShouldContain("Role: reporter. Acts for");
        Read((await _officer.Submit("/people/new", ("email", email), ("role", "reporter"))).MustBe(422))
            .QuerySelector("[role=alert]")!
            .TextContent.ShouldContain("already a person");
        var ana = await new Visitor(_host).SignIn(email);

        (await _officer.Submit(person + "/role", ("role", "officer"))).MustBe(303);
        (await _officer.Submit(person + "/resend-invitation")).MustBe(303);
        Read(await _officer.Open(person)).QuerySelector("[role=status]")!.TextContent.ShouldContain("sent again");
        Read((await _officer.Open(person + "/deactivate")).MustBe(200)).QuerySelector("h1")!.TextContent.ShouldContain("End the access of");
        (await _officer.Submit(person + "/deactivate")).MustBe(303);
        (await ana.Http.Get("/api/v1/me")).MustBe(401);
        var ended = Read(await _officer.Open(person));
        ended.QuerySelectorAll("main .buttons a").ShouldBeEmpty();
        (await _officer.Submit(person + "/resend-invitation")).MustBe(422);
        (await _officer.Submit(ended.QuerySelector("main .buttons form")!.GetAttribute("action")!)).MustBe(303);
        await new Visitor(_host).SignIn(email);
    }

    [DatabaseFact]
    public async Task The_secretariat_chooses_role_and_organization_and_finds_people()
    {
        var email = OrganizationThings.Address();
        Read((await _secretariat.Submit("/people/new", ("email", email), ("role", "officer"))).MustBe(422))
            .QuerySelector("[role=alert] li a")!
            .GetAttribute("href")
            .ShouldBe("#organizationId");
        Read(await _secretariat.Open($"/people/new?organizationId={_own.Value}"))
            .QuerySelector($"option[value='{_own.Value}']")!
            .HasAttribute("selected")
            .ShouldBeTrue();
        var person = (
            await _secretariat.Submit("/people/new", ("email", email), ("role", "officer"), ("organizationId", _own.Value.ToString()))
        )
            .MustBe(303)
            .Headers.Location!.OriginalString;

        var role = Read((await _secretariat.Open(person + "/role")).MustBe(200));
        role.QuerySelector("input[value=officer]")!.HasAttribute("checked").ShouldBeTrue();
        var version = role.QuerySelector("[name='form-version']")!.GetAttribute("value")!;
        (await _secretariat.Submit(person + "/role", ("role", "board"), ("form-version", version))).MustBe(303);
        (await _secretariat.Submit(person + "/role", ("role", "reviewer"), ("form-version", version))).MustBe(409);

        foreach (var filter in new[] { $"q={email}", $"organizationId={_own.Value}&role=board&active=true" })
            Read(await _secretariat.Open("/people?" + filter))
                .QuerySelectorAll("tbody th a")
                .ShouldHaveSingleItem(filter)
                .GetAttribute("href")
                .ShouldBe(person);
        Read(await _secretariat.Open($"/people?q={email}&active=false")).QuerySelector(".empty").ShouldNotBeNull();

        var community = (await Visitor.Invited(_host, Role.Community, _own)).Id.Value;
        Read((await _officer.Open($"/people/{community}")).MustBe(200)).QuerySelectorAll("main form, main .buttons").ShouldBeEmpty();
        (await _officer.Open($"/people/{community}/role")).MustBe(403);
    }

    [DatabaseFact]
    public async Task One_sets_ones_own_language_and_time_zone()
    {
        var refused = Read((await _officer.Submit("/me/preferences", ("language", "fr"), ("timeZone", "Nowhere"))).MustBe(422));
        refused.QuerySelector("option[value=fr]")!.HasAttribute("selected").ShouldBeTrue();
        refused.QuerySelector("[name=timeZone]")!.GetAttribute("value").ShouldBe("Nowhere");
        (await _officer.Submit("/me/preferences", ("language", "fr"), ("timeZone", "Africa/Dakar"))).MustBe(303);
        var me = Read(await _officer.Open("/me"));
        me.QuerySelector("[role=status]")!.TextContent.ShouldContain("saved");
        me.QuerySelector("option[value=fr]")!.HasAttribute("selected").ShouldBeTrue();
        me.QuerySelector("[name=timeZone]")!.GetAttribute("value").ShouldBe("Africa/Dakar");
    }

    private async Task<Visitor> SignedIn(Role role, OrganizationId? organization) =>
        await new Visitor(_host).SignIn((await Visitor.Invited(_host, role, organization)).Email);
}
