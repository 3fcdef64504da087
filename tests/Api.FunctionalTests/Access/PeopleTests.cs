using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Infrastructure.Persistence;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.Access;

public sealed class PeopleOnSqlite(OnSqlite fixture) : PeopleTests(fixture), IClassFixture<OnSqlite>;

public sealed class PeopleOnPostgreSql(OnPostgreSql fixture) : PeopleTests(fixture), IClassFixture<OnPostgreSql>;

public abstract class PeopleTests(HostFixture fixture) : IAsyncLifetime
{
    private TrackerHost Host => fixture.Host;

    public Task InitializeAsync()
    {
        Host.Clock.Now += TimeSpan.FromHours(2);
        return Task.CompletedTask;
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [DatabaseFact]
    public async Task An_invitation_names_the_inviter_the_role_and_the_sign_in_page()
    {
        var organization = await Host.Organization("Green Delta");
        var secretariat = await new Visitor(Host).SignIn((await Visitor.Invited(Host, Role.Secretariat)).Email);
        var email = Fresh();
        var person = (
            await secretariat.Http.Post(
                "/api/v1/people",
                new
                {
                    email = email.ToUpperInvariant(),
                    name = "Rahima",
                    role = "officer",
                    organizationId = organization.Value,
                }
            )
        ).MustBe(201);
        (person["email"].GetString(), person["role"].GetString(), person["organizationName"].GetString()).ShouldBe(
            (email, "officer", "Green Delta")
        );

        var mail = await Host.Db(db => db.Mails.SingleAsync(m => m.Recipient == email));
        mail.Subject.ShouldBe("Ana invites you to PartnershipTracker");
        mail.Text.ShouldContain("Your role: officer. Your organization: Green Delta.");
        mail.Text.ShouldContain("http://localhost:5080/sign-in\n".ReplaceLineEndings());
        mail.Html.ShouldContain("href=\"http://localhost:5080/sign-in\"");

        var officer = await new Visitor(Host).SignIn(email);
        (await officer.Http.Get("/api/v1/me")).MustBe(200)["organizationId"].GetGuid().ShouldBe(organization.Value);
        (await secretariat.Http.Post("/api/v1/people", new { email, role = "board" })).MustRefuse(409, "person.exists", "email");
    }

    [DatabaseFact]
    public async Task An_officer_manages_officers_and_reporters_of_their_own_organization()
    {
        var (own, other) = (await Host.Organization("Own"), await Host.Organization("Other"));
        await Host.ActivePartnership(own, other);
        var officer = Host.Client(await Host.Key(own, "officer"));
        var reporter = (await officer.Post("/api/v1/people", new { email = Fresh(), role = "reporter" })).MustBe(201);
        reporter["organizationId"].GetGuid().ShouldBe(own.Value);
        foreach (var role in new[] { "secretariat", "board", "reviewer", "community" })
            (await officer.Post("/api/v1/people", new { email = Fresh(), role })).MustRefuse(403, "access.personRole");
        (
            await officer.Post(
                "/api/v1/people",
                new
                {
                    email = Fresh(),
                    role = "reporter",
                    organizationId = other.Value,
                }
            )
        ).MustRefuse(403, "access.notYourOrganization");

        var (theirs, theirEmail) = await Visitor.Invited(Host, Role.Reporter, other);
        var (community, _) = await Visitor.Invited(Host, Role.Community, own);
        (await officer.Get("/api/v1/people"))
            .MustBe(200)
            .Items.Select(p => p.GetProperty("id").GetGuid())
            .ShouldBe([reporter["id"].GetGuid(), community.Value], ignoreOrder: true);
        (await officer.Get($"/api/v1/people/{theirs.Value}")).MustRefuse(404, "person.notFound");
        (await officer.Put($"/api/v1/people/{theirs.Value}", new { role = "officer" })).MustRefuse(404, "person.notFound");
        (await officer.Delete($"/api/v1/people/{theirs.Value}")).MustRefuse(404, "person.notFound");
        (await officer.Delete($"/api/v1/people/{community.Value}")).MustRefuse(403, "access.personRole");
        (await officer.Put($"/api/v1/people/{reporter.Id}", new { role = "secretariat" })).MustRefuse(403, "access.personRole");
        (await officer.Put($"/api/v1/people/{reporter.Id}", new { role = "officer", organizationId = other.Value })).MustRefuse(
            403,
            "access.notYourOrganization"
        );
        (await officer.Put($"/api/v1/people/{reporter.Id}", new { role = "officer" })).MustBe(200)["role"].GetString().ShouldBe("officer");
        (await officer.Delete($"/api/v1/people/{reporter.Id}")).MustBe(204);

        (await Host.Client().Delete($"/api/v1/people/{theirs.Value}")).MustBe(204);
        (await officer.Post("/api/v1/people", new { email = theirEmail, role = "reporter" })).MustRefuse(409, "person.exists");
    }

    [DatabaseFact]
    public async Task The_group_and_the_career_of_a_person_are_set_with_the_invitation_and_later_by_themselves()
    {
        using var secretariat = Host.Client();
        var email = Fresh();
        var member = (
            await secretariat.Post(
                "/api/v1/people",
                new
                {
                    email,
                    role = "member",
                    stakeholderGroup = "research",
                    isEarlyCareer = true,
                }
            )
        ).MustBe(201);
        (member["stakeholderGroup"].GetString(), member["isEarlyCareer"].GetBoolean()).ShouldBe(("research", true));
        var changed = (await secretariat.Put($"/api/v1/people/{member.Id}", new { role = "board" })).MustBe(200);
        (changed["role"].GetString(), changed["stakeholderGroup"].GetString()).ShouldBe(("board", "research"));
        var unknown = (
            await secretariat.Put($"/api/v1/people/{member.Id}", new { role = "member", stakeholderGroup = "magic" })
        ).MustRefuse(400, "request.invalid", "stakeholderGroup");
        unknown["violations"][0].GetProperty("code").GetString().ShouldBe("form.oneOf");

        var visitor = await new Visitor(Host).SignIn(email);
        (await visitor.Http.Put("/api/v1/me/about", new { stakeholderGroup = "policy" })).MustBe(200);
        var me = (await visitor.Http.Get("/api/v1/me")).MustBe(200);
        (me["stakeholderGroup"].GetString(), me["isEarlyCareer"].GetBoolean()).ShouldBe(("policy", false));
        (await visitor.Submit("/me/about", ("stakeholderGroup", "practice"), ("isEarlyCareer", "true"))).MustBe(303);
        me = (await visitor.Http.Get("/api/v1/me")).MustBe(200);
        (me["stakeholderGroup"].GetString(), me["isEarlyCareer"].GetBoolean()).ShouldBe(("practice", true));
    }

    [DatabaseFact]
    public async Task Whether_a_career_begins_is_unknown_until_it_is_said_and_can_be_taken_back()
    {
        using var secretariat = Host.Client();
        var email = Fresh();
        (await secretariat.Post("/api/v1/people", new { email, role = "member" })).MustBe(201);
        var visitor = await new Visitor(Host).SignIn(email);
        (await visitor.Submit("/me/about", ("stakeholderGroup", "practice"), ("isEarlyCareer", ""))).MustBe(303);
        (await Known()).ShouldBe(("practice", false, false));
        (await visitor.Http.Put("/api/v1/me/about", new { stakeholderGroup = "policy" })).MustBe(200);
        (await Known()).ShouldBe(("policy", false, false), "only the group was said");

        (await visitor.Submit("/me/about", ("stakeholderGroup", "policy"), ("isEarlyCareer", "false"))).MustBe(303);
        (await Known()).ShouldBe(("policy", false, true));
        var form = Dashboard.Html.Read((await visitor.Open("/me")).MustBe(200));
        form.QuerySelector("[name=isEarlyCareer] [selected]")!.GetAttribute("value").ShouldBe("false");
        (await visitor.Submit("/me/about", ("stakeholderGroup", "policy"), ("isEarlyCareer", ""))).MustBe(303);
        (await Known()).ShouldBe(("policy", false, false));

        async Task<(string?, bool, bool)> Known()
        {
            var me = (await visitor.Http.Get("/api/v1/me")).MustBe(200);
            return (me["stakeholderGroup"].GetString(), me["isEarlyCareer"].GetBoolean(), me["isCareerKnown"].GetBoolean());
        }
    }

    [DatabaseFact]
    public async Task A_role_must_fit_the_organization_and_a_change_of_role_checks_the_version()
    {
        var organization = await Host.Organization("Own");
        using var secretariat = Host.Client();
        (await secretariat.Post("/api/v1/people", new { email = Fresh(), role = "reporter" })).MustRefuse(
            422,
            "person.organizationMissing",
            "organizationId"
        );
        (
            await secretariat.Post(
                "/api/v1/people",
                new
                {
                    email = Fresh(),
                    role = "secretariat",
                    organizationId = organization.Value,
                }
            )
        ).MustRefuse(422, "person.secretariatHasNoOrganization", "organizationId");
        (await secretariat.Post("/api/v1/people", new { email = "nobody", role = "board" })).MustRefuse(400, "request.invalid", "email");
        (
            await secretariat.Post(
                "/api/v1/people",
                new
                {
                    email = Fresh(),
                    role = "board",
                    organizationId = Guid.NewGuid(),
                }
            )
        ).MustRefuse(404, "organization.notFound");

        var person = (
            await secretariat.Post(
                "/api/v1/people",
                new
                {
                    email = Fresh(),
                    role = "reporter",
                    organizationId = organization.Value,
                }
            )
        ).MustBe(201);
        var path = $"/api/v1/people/{person.Id}";
        var promoted = (await secretariat.Put(path, new { role = "secretariat" }, person.Tag)).MustBe(200);
        promoted["organizationId"].ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        (await secretariat.Put(path, new { role = "board" }, person.Tag)).MustRefuse(412, "request.versionMoved");
        (await secretariat.Put(path, new { role = "reporter" })).MustRefuse(422, "person.organizationMissing");
        (await secretariat.Put(path, new { role = "reporter", organizationId = organization.Value }, promoted.Tag)).MustBe(200);
    }

    [DatabaseFact]
    public async Task People_are_listed_page_by_page()
    {
        for (var i = 0; i < 5; i++)
            await Visitor.Invited(Host);
        using var secretariat = Host.Client();
        var all = await secretariat.All("/api/v1/people", 2);
        all.Select(p => p.GetProperty("email").GetString())
            .ShouldBe(all.Select(p => p.GetProperty("email").GetString()).Order(StringComparer.Ordinal));
        all.Count.ShouldBe(await Host.Db(db => db.Users.CountAsync()));
    }

    [DatabaseFact]
    public async Task People_are_found_by_name_address_role_organization_and_access()
    {
        var organization = await Host.Organization("Own");
        using var secretariat = Host.Client();
        var name = $"Ána {Guid.NewGuid():n}";
        var email = Fresh();
        var person = (
            await secretariat.Post(
                "/api/v1/people",
                new
                {
                    email,
                    name,
                    role = "officer",
                    organizationId = organization.Value,
                }
            )
        ).MustBe(201);
        foreach (
            var filter in new[]
            {
                "q=" + Uri.EscapeDataString(name.ToUpperInvariant().Replace('Á', 'a')),
                "q=" + email[..20],
                $"organizationId={organization.Value}",
                $"organizationId={organization.Value}&role=officer&active=true",
            }
        )
            (await secretariat.Get("/api/v1/people?" + filter))
                .Items.ShouldHaveSingleItem(filter)
                .GetProperty("id")
                .GetString()
                .ShouldBe(person.Id);
        (await secretariat.Get($"/api/v1/people?organizationId={organization.Value}&role=reporter")).Items.ShouldBeEmpty();
        (await secretariat.Get($"/api/v1/people?organizationId={organization.Value}&active=false")).Items.ShouldBeEmpty();
    }

    [DatabaseFact]
    public async Task A_person_whose_access_was_ended_by_mistake_gets_it_back_and_an_invitation_is_sent_again()
    {
        using var secretariat = Host.Client();
        var (id, email) = await Visitor.Invited(Host);
        var url = $"/api/v1/people/{id.Value}";
        var ana = await new Visitor(Host).SignIn(email);
        (await secretariat.Get(url))["lastSeenAt"].GetDateTimeOffset().ShouldBe(Host.Clock.Now);
        var before = (await secretariat.Get(url)).MustBe(200);
        (await secretariat.Delete(url)).MustBe(204);
        (await ana.Http.Get("/api/v1/me")).MustBe(401);
        (await secretariat.Post(url + "/resend-invitation")).MustRefuse(422, "person.deactivated");
        (await secretariat.Post(url + "/reactivate", null, before.Tag)).MustRefuse(412, "request.versionMoved");
        var back = (await secretariat.Post(url + "/reactivate")).MustBe(200);
        (back["role"].GetString(), back["deactivatedAt"].ValueKind).ShouldBe(("board", System.Text.Json.JsonValueKind.Null));
        back["lastSeenAt"].ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null, "all sessions have ended");
        await new Visitor(Host).SignIn(email);

        (await secretariat.Post(url + "/resend-invitation")).MustBe(200);
        (await Host.Db(db => db.Mails.Where(m => m.Recipient == email).OrderBy(m => m.Seq).Select(m => m.Subject).ToListAsync()))
            .Count(subject => subject.Contains("invites you", StringComparison.Ordinal))
            .ShouldBe(2);
    }

    private static string Fresh() => $"{Guid.NewGuid():n}@example.org";
}

/// <summary>The first and the last person of the secretariat.</summary>
public sealed class FirstPersonTests
{
    private const string First = "first@example.net";
    private static readonly Dictionary<string, string> Settings = new() { ["Bootstrap:Email"] = First };

    [Fact]
    public async Task The_first_person_of_the_secretariat_signs_in()
    {
        await using var host = await TrackerHost.StartAsync(DatabaseProvider.Sqlite, Settings);
        var first = await new Visitor(host).SignIn(First);
        (await first.Http.Get("/api/v1/me")).MustBe(200)["role"].GetString().ShouldBe("secretariat");
        (await first.Http.Post("/api/v1/organizations", Bodies.Organization())).MustBe(201);
        await host.RestartAsync();
        (await host.Db(db => db.Users.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task The_log_of_an_empty_installation_says_how_the_first_person_signs_in_and_names_no_address()
    {
        using var log = new VerboseLog();
        await using (var host = await TrackerHost.StartAsync(DatabaseProvider.Sqlite, Settings, log.Listen))
        {
            var line = log.Lines.Where(l => l.Contains("This installation is empty.", StringComparison.Ordinal)).ShouldHaveSingleItem();
            line.ShouldContain("/sign-in");
            line.ShouldContain(host.MailFolder);
            line.ShouldNotContain(First);
            await host.Organization("Green Delta");
            await host.RestartAsync();
            log.Lines.Count(l => l.Contains("This installation is empty.", StringComparison.Ordinal)).ShouldBe(1);
        }

        using var nobody = new VerboseLog();
        await using var without = await TrackerHost.StartAsync(DatabaseProvider.Sqlite, new Dictionary<string, string>(), nobody.Listen);
        nobody.Lines.Where(l => l.Contains("Nobody can sign in yet.", StringComparison.Ordinal)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task The_last_person_of_the_secretariat_cannot_leave_but_can_be_deactivated_with_a_key()
    {
        await using var host = await TrackerHost.StartAsync(DatabaseProvider.Sqlite, Settings);
        var first = await new Visitor(host).SignIn(First);
        var id = (await first.Http.Get("/api/v1/me")).Id;
        (await first.Http.Delete($"/api/v1/people/{id}")).MustRefuse(422, "person.lastOfSecretariat");
        (await first.Http.Put($"/api/v1/people/{id}", new { role = "board" })).MustRefuse(422, "person.lastOfSecretariat");

        (await Visitor.Invited(host, Role.Secretariat)).Id.Value.ShouldNotBe(Guid.Empty);
        (await first.Http.Put($"/api/v1/people/{id}", new { role = "board" })).MustBe(200);
        await host.Db(db => db.Users.Where(u => u.Email != First).ExecuteDeleteAsync());
        (await host.Client().Put($"/api/v1/people/{id}", new { role = "secretariat" })).MustBe(200);
        (await host.Client().Delete($"/api/v1/people/{id}")).MustBe(204);
        (await first.Http.Get("/api/v1/me")).MustBe(401);

        // No person of the secretariat is left, so the next start reactivates the configured one.
        await host.RestartAsync();
        (await (await new Visitor(host).SignIn(First)).Http.Get("/api/v1/me")).MustBe(200);
    }
}
