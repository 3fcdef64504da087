using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Infrastructure.Persistence;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.Access;

/// <summary>What requests from other sites, logs and visitors without a session can see.</summary>
public sealed class OriginTests
{
    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site", false)]
    [InlineData("Sec-Fetch-Site", "same-site", false)]
    [InlineData("Sec-Fetch-Site", "same-origin", true)]
    [InlineData("Origin", "https://evil.example", false)]
    [InlineData("Origin", "http://localhost:81", false)]
    [InlineData("Origin", "http://localhost", true)]
    [InlineData("Origin", "https://tracker.example.org", true)]
    public async Task With_a_session_only_requests_from_our_own_pages_can_change_data(string header, string value, bool isOurs)
    {
        await using var host = await TrackerHost.StartAsync(
            DatabaseProvider.Sqlite,
            new Dictionary<string, string> { ["Tracker:PublicUrl"] = "https://tracker.example.org" }
        );
        var (id, email) = await Visitor.Invited(host, Role.Secretariat);
        using var client = host.Client(null);
        client.DefaultRequestHeaders.Add("Cookie", "__Host-session=" + await SessionOf(host, id));

        foreach (
            var (path, body) in new (string, object)[]
            {
                ("/api/v1/organizations", Bodies.Organization()),
                ("/sign-in", Form(("email", email))),
                ("/sign-out", Form()),
            }
        )
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, path)
            {
                Content = body as HttpContent ?? System.Net.Http.Json.JsonContent.Create(body),
            };
            request.Headers.Add(header, value);
            var answer = await client.Ask(request);
            if (isOurs)
                answer.Status.ShouldBeOneOf(200, 201, 302);
            else
                answer.MustRefuse(403, "request.otherSite");
        }

        (await host.Db(db => db.Sessions.CountAsync())).ShouldBe(isOurs ? 0 : 1);
        using var withKey = host.Client();
        withKey.DefaultRequestHeaders.Add(header, value);
        (await withKey.Post("/api/v1/organizations", Bodies.Organization())).MustBe(201);
    }

    [Theory]
    [InlineData("http://localhost:5080", false, "")]
    [InlineData("https://tracker.example.org", true, "__Host-")]
    public async Task Cookies_are_limited_to_this_host(string publicUrl, bool isSecure, string prefix)
    {
        await using var host = await TrackerHost.StartAsync(
            DatabaseProvider.Sqlite,
            new Dictionary<string, string> { ["Tracker:PublicUrl"] = publicUrl }
        );
        var (_, email) = await Visitor.Invited(host);
        using var client = host.Client(null);
        var asked = (await client.Post("/sign-in", Form(("email", email)))).MustBe(200).Headers.GetValues("Set-Cookie").Single();
        client.DefaultRequestHeaders.Add("Cookie", asked.Split(';')[0]);
        var entered = (await client.Post((await new Visitor(host).Mail(email)).Link, Form()))
            .MustBe(302)
            .Headers.GetValues("Set-Cookie")
            .Single(c => c.StartsWith(prefix + "session=", StringComparison.Ordinal));
        foreach (var cookie in new[] { asked, entered })
        {
            cookie.ShouldContain("httponly");
            cookie.ShouldContain("samesite=lax");
            cookie.ShouldContain("path=/;");
            cookie.ShouldNotContain("domain=");
            cookie.Contains("secure", StringComparison.Ordinal).ShouldBe(isSecure);
        }

        asked.ShouldStartWith(prefix + "sign-in=");
        asked.ShouldContain("max-age=900");
    }

    [Fact]
    public async Task A_browser_without_a_session_is_sent_to_sign_in_and_a_program_gets_a_401()
    {
        await using var host = await TrackerHost.StartAsync(DatabaseProvider.Sqlite);
        var visitor = new Visitor(host);
        (await visitor.Open("/commitments?q=a&overdue=true"))
            .MustBe(302)
            .Headers.Location!.ToString()
            .ShouldBe("/sign-in?returnUrl=%2Fcommitments%3Fq%3Da%26overdue%3Dtrue");
        (await visitor.Open("/me")).MustBe(302).Headers.Location!.ToString().ShouldBe("/sign-in?returnUrl=%2Fme");
        (await visitor.Open("/sign-in?returnUrl=%2Fme")).MustBe(200).Text.ShouldContain("name=\"returnUrl\" value=\"/me\"");
        (await visitor.Http.Get("/commitments")).MustRefuse(401, "http.401");
        (await visitor.Open("/api/v1/commitments")).MustRefuse(401, "http.401");
        using var text = new StringContent("x");
        (await visitor.Http.Post("/api/v1/people", text)).MustRefuse(401, "http.401");
        (await visitor.Send("/me/sessions/end-others")).MustRefuse(401, "http.401");
    }

    [Fact]
    public async Task No_secret_is_written_to_the_log_or_stored_in_the_database()
    {
        using var log = new VerboseLog();
        await using var host = await TrackerHost.StartAsync(DatabaseProvider.Sqlite, new Dictionary<string, string>(), log.Listen);
        var (id, email) = await Visitor.Invited(host);
        var browser = await new Visitor(host).SignIn(email);
        var (link, code) = await browser.Mail(email);
        await browser.Open(link);

        // An exception is thrown under the address of the link itself.
        await host.Db(db => db.Database.ExecuteSqlRawAsync("ALTER TABLE SignInRequests RENAME TO Elsewhere"));
        (await browser.Send(link)).MustRefuse(500, "http.500");
        await host.Db(db => db.Database.ExecuteSqlRawAsync("ALTER TABLE Elsewhere RENAME TO SignInRequests"));

        var (lines, token) = (string.Join('\n', log.Lines), link.Split('/').Last());
        lines.ShouldContain("POST /sign-in/{token} failed", customMessage: "the failure itself is logged");
        lines.ShouldNotContain(token);
        lines.ShouldNotContain(code);
        lines.ShouldNotContain(email);

        (await host.Db(db => db.Mails.ExecuteDeleteAsync())).ShouldBeGreaterThan(0);
        await using var connection = new Microsoft.Data.Sqlite.SqliteConnection(host.ConnectionString);
        await connection.OpenAsync();
        foreach (
            var (table, column) in new[]
            {
                ("SignInRequests", "TokenHash || CodeHash || BrowserHash || AddressHash"),
                ("Sessions", "TokenHash"),
            }
        )
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT group_concat({column}) FROM {table}";
            var kept = (string)(await command.ExecuteScalarAsync())!;
            foreach (var secret in new[] { token, code.Replace("-", "", StringComparison.Ordinal), email })
                kept.ShouldNotContain(secret);
        }

        (await host.Db(db => db.Sessions.CountAsync(s => s.UserId == id))).ShouldBe(1);
    }

    private static async Task<string> SessionOf(TrackerHost host, UserId id)
    {
        var (session, token) = Session.Open(id, null, host.Clock.Now);
        await host.Db(async db =>
        {
            db.Sessions.Add(session);
            return await db.SaveChangesAsync();
        });
        return token;
    }

    private static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) =>
        new(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
}
