using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Access;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.Access;

public sealed class SessionsOnSqlite(OnSqlite fixture) : SessionTests(fixture), IClassFixture<OnSqlite>;

public sealed class SessionsOnPostgreSql(OnPostgreSql fixture) : SessionTests(fixture), IClassFixture<OnPostgreSql>;

public abstract class SessionTests(HostFixture fixture) : IAsyncLifetime
{
    private TrackerHost Host => fixture.Host;

    /// <summary>All tests have the same IP address, so each begins after the time window of the limits.</summary>
    public Task InitializeAsync()
    {
        Host.Clock.Now += TimeSpan.FromHours(2);
        return Task.CompletedTask;
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [DatabaseFact]
    public async Task A_person_sees_their_sessions_and_can_end_each_of_them()
    {
        var (_, email) = await Visitor.Invited(Host);
        var (here, there) = (new Visitor(Host), new Visitor(Host));
        there.Http.DefaultRequestHeaders.Add(
            "User-Agent",
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"
        );
        await there.SignIn(email);
        await here.SignIn(email);

        var sessions = (await here.Http.Get("/api/v1/me/sessions")).MustBe(200);
        sessions["total"].GetInt32().ShouldBe(2);
        sessions.Items.Select(s => s.GetProperty("isCurrent").GetBoolean()).ShouldBe([true, false]);
        sessions.Items[1].GetProperty("device").GetString().ShouldBe("Firefox, Windows");
        sessions.Text.ShouldNotContain("hash", Case.Insensitive);
        (await here.Open("/me")).MustBe(200).Text.ShouldContain("Firefox, Windows");

        (await here.Http.Delete($"/api/v1/me/sessions/{sessions.Items[1].GetProperty("id").GetGuid()}")).MustBe(204);
        (await there.Http.Get("/api/v1/me")).MustBe(401);
        (await here.Http.Get("/api/v1/me")).MustBe(200);
    }

    [DatabaseFact]
    public async Task A_person_cannot_end_the_sessions_of_others()
    {
        var mine = await new Visitor(Host).SignIn((await Visitor.Invited(Host)).Email);
        var theirs = await new Visitor(Host).SignIn((await Visitor.Invited(Host, Role.Secretariat)).Email);
        var id = (await mine.Http.Get("/api/v1/me/sessions")).Items[0].GetProperty("id").GetGuid();
        (await theirs.Http.Delete($"/api/v1/me/sessions/{id}")).MustRefuse(404, "session.notFound");
        (await theirs.Send($"/me/sessions/{id}/end")).MustRefuse(404, "session.notFound");
        (await Host.Client().Delete($"/api/v1/me/sessions/{id}")).MustRefuse(404, "session.notFound");
        (await theirs.Send("/me/sessions/end-others")).MustBe(302);
        (await mine.Http.Get("/api/v1/me")).MustBe(200);
    }

    [DatabaseFact]
    public async Task All_other_sessions_can_be_ended_at_once_and_signing_out_ends_the_current_one()
    {
        var (_, email) = await Visitor.Invited(Host);
        var visitors = new List<Visitor>();
        for (var i = 0; i < 3; i++)
            visitors.Add(await new Visitor(Host).SignIn(email));
        (await visitors[0].Send("/me/sessions/end-others")).MustBe(302);
        foreach (var other in visitors[1..])
            (await other.Http.Get("/api/v1/me")).MustBe(401);

        var id = (await visitors[0].Http.Get("/api/v1/me/sessions")).Items.ShouldHaveSingleItem().GetProperty("id").GetGuid();
        (await visitors[0].Send("/sign-out")).MustBe(302);
        (await visitors[0].Http.Get("/api/v1/me")).MustBe(401);
        (await Host.Db(db => db.Sessions.CountAsync(s => s.Id == new SessionId(id)))).ShouldBe(0, "the cookie alone is not the session");
    }

    [DatabaseFact]
    public async Task Signing_in_as_another_person_ends_the_previous_session()
    {
        var (first, _) = await Visitor.Invited(Host);
        var browser = await new Visitor(Host).SignIn((await Host.Db(db => db.Users.SingleAsync(u => u.Id == first))).Email);
        await browser.SignIn((await Visitor.Invited(Host)).Email);
        (await Host.Db(db => db.Sessions.CountAsync(s => s.UserId == first))).ShouldBe(0);
    }

    [DatabaseFact]
    public async Task Deactivation_and_a_change_of_role_apply_at_once()
    {
        var (id, email) = await Visitor.Invited(Host, Role.Secretariat);
        var (inside, late) = (await new Visitor(Host).SignIn(email), new Visitor(Host));
        (await inside.Http.Get("/api/v1/people")).MustBe(200);
        await Host.Send(new ChangeRole(id, Role.Board));
        (await inside.Http.Get("/api/v1/people")).MustRefuse(403, "access.notAllowed");

        await late.RequestSignInLink(email);
        var mail = await late.Mail(email);
        await Host.Send(new DeactivatePerson(id));
        (await inside.Http.Get("/api/v1/me")).MustBe(401);
        (await late.Send(mail.Link)).MustRefuse(422, "signIn.linkOver");
        (await late.TypeCode(mail.Code)).MustRefuse(422, "signIn.wrongCode");

        await Host.Send(new InvitePerson(email, Role.Board));
        (await inside.Http.Get("/api/v1/me")).MustBe(401);
    }

    [DatabaseFact]
    public async Task Use_extends_a_session_and_last_seen_is_written_only_every_few_minutes()
    {
        var (id, email) = await Visitor.Invited(Host);
        var browser = await new Visitor(Host).SignIn(email);
        var signedInAt = Host.Clock.Now;
        Host.Clock.Now += TimeSpan.FromMinutes(4);
        (await Host.Sql.During(() => browser.Http.Get("/api/v1/me"))).Count.ShouldBe(2, "one for the session, one for the answer");
        (await Seen()).ShouldBe(signedInAt);
        Host.Clock.Now += TimeSpan.FromDays(29);
        (await browser.Http.Get("/api/v1/me")).MustBe(200);
        (await Seen()).ShouldBe(Host.Clock.Now);
        Host.Clock.Now += Session.Idle;
        (await browser.Http.Get("/api/v1/me")).MustBe(401);

        Task<DateTimeOffset> Seen() => Host.Db(db => db.Sessions.Where(s => s.UserId == id).Select(s => s.LastSeenAt).SingleAsync());
    }

    [DatabaseFact]
    public async Task The_history_stores_only_the_id_of_the_person_who_acted()
    {
        var (id, email) = await Visitor.Invited(Host, Role.Secretariat);
        var browser = await new Visitor(Host).SignIn(email);
        (await browser.Http.Post("/api/v1/organizations", Bodies.Organization("Made by a person"))).MustBe(201);
        var (invited, address) = await Visitor.Invited(Host);
        await Host.Send(new DeactivatePerson(invited));

        var entries = await Host.Db(db => db.History.OrderByDescending(e => e.Seq).Take(20).ToListAsync());
        entries.Count(e => e.ActorKind == ActorKind.User && e.ActorId == id.Value && e.Event == "organizationRegistered").ShouldBe(1);
        entries.ShouldAllBe(e => !e.Data.Contains(email) && !e.Data.Contains(address) && !e.Data.Contains("Ana"));
        var sentences = (await browser.Http.Get("/api/v1/history?limit=20")).MustBe(200).Text;
        sentences.ShouldContain("ended the access of a person with the role board member");
    }

    [DatabaseFact]
    public async Task A_key_takes_precedence_over_a_session_and_a_wrong_key_is_refused()
    {
        var browser = await new Visitor(Host).SignIn((await Visitor.Invited(Host)).Email);
        (await As(TrackerHost.BootstrapKey)).MustBe(200)["kind"].GetString().ShouldBe("apiKey");
        (await As("wrong")).MustBe(401);

        async Task<Answer> As(string key)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/me");
            request.Headers.Add("X-Api-Key", key);
            return await browser.Http.Ask(request);
        }
    }

    [DatabaseFact]
    public async Task A_key_can_read_its_own_name_role_and_organization()
    {
        var organization = await Host.Organization("Green Delta");
        var issued = await Host.Send(new IssueApiKey(organization, "Their system", Role.Officer, TestClock.Day("2099-12-31")));
        var me = (await Host.Client(issued.Key).Get("/api/v1/me")).MustBe(200);
        (
            me["kind"].GetString(),
            me["name"].GetString(),
            me["role"].GetString(),
            me["organizationId"].GetGuid(),
            me["organizationName"].GetString(),
            me["prefix"].GetString(),
            me["expiresOn"].GetString()
        ).ShouldBe(("apiKey", "Their system", "officer", organization.Value, "Green Delta", issued.Prefix, "2099-12-31"));
        me.Text.ShouldNotContain(issued.Key);
        (await Host.Client(issued.Key).Get("/api/v1/me/sessions")).MustBe(200).Items.ShouldBeEmpty();
    }
}
