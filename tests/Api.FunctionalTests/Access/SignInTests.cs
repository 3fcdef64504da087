using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Access;
using PartnershipTracker.Application.Mail;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.Access;

public sealed class SignInOnSqlite(OnSqlite fixture) : SignInTests(fixture), IClassFixture<OnSqlite>;

public sealed class SignInOnPostgreSql(OnPostgreSql fixture) : SignInTests(fixture), IClassFixture<OnPostgreSql>;

public abstract partial class SignInTests(HostFixture fixture) : IAsyncLifetime
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
    public async Task A_sign_in_link_works_once()
    {
        var (browser, (id, email)) = (new Visitor(Host), await Visitor.Invited(Host));
        (await browser.RequestSignInLink(email)).MustBe(200);
        var link = (await browser.Mail(email)).Link;
        (await browser.Http.Get("/api/v1/me")).MustRefuse(401, "http.401");

        (await browser.Send(link)).MustBe(302).Headers.Location!.ToString().ShouldBe("/work");
        var me = (await browser.Http.Get("/api/v1/me")).MustBe(200);
        (me["kind"].GetString(), me["id"].GetGuid(), me["email"].GetString(), me["role"].GetString()).ShouldBe(
            ("user", id.Value, email, "board")
        );
        (await browser.Open("/")).MustBe(200);

        (await browser.RequestSignInLink(email)).MustBe(200);
        (await browser.Send(link)).MustRefuse(422, "signIn.linkOver");
    }

    [DatabaseFact]
    public async Task Opening_a_sign_in_link_does_not_sign_in_and_does_not_use_it_up()
    {
        var (browser, (_, email)) = (new Visitor(Host), await Visitor.Invited(Host));
        await browser.RequestSignInLink(email);
        var link = (await browser.Mail(email)).Link;
        for (var i = 0; i < 3; i++)
        {
            var page = (await browser.Open(link)).MustBe(200);
            page.Text.ShouldContain("<form method=\"post\"");
            page.Headers.CacheControl!.NoStore.ShouldBeTrue();
            page.Headers.Contains("Set-Cookie").ShouldBeFalse();
            (await browser.Http.Ask(HttpMethod.Head, link)).MustBe(200);
        }

        (await browser.Http.Get("/api/v1/me")).MustBe(401);
        (await browser.Send(link)).MustBe(302);
    }

    [DatabaseFact]
    public async Task A_sign_in_link_and_its_code_expire_after_15_minutes()
    {
        var (browser, (_, email)) = (new Visitor(Host), await Visitor.Invited(Host));
        await browser.RequestSignInLink(email);
        var mail = await browser.Mail(email);
        Host.Clock.Now += SignInRequest.Lifetime;
        (await browser.Send(mail.Link)).MustRefuse(422, "signIn.linkOver");
        (await browser.TypeCode(mail.Code)).MustRefuse(422, "signIn.wrongCode");
        (await browser.Open(mail.Link)).MustBe(200).Text.ShouldNotContain($"action=\"{mail.Link}\"");
    }

    [DatabaseFact]
    public async Task A_sign_in_link_works_only_in_the_browser_that_requested_it()
    {
        var (browser, (_, email)) = (new Visitor(Host), await Visitor.Invited(Host));
        await browser.RequestSignInLink(email);
        var mail = await browser.Mail(email);
        foreach (var other in new[] { new Visitor(Host), await AskedForSomebodyElse() })
        {
            (await other.Send(mail.Link)).MustRefuse(403, "signIn.otherBrowser");
            (await other.TypeCode(mail.Code)).MustRefuse(422, "signIn.wrongCode");
            (await other.Open(mail.Link)).MustBe(200).Text.ShouldContain("another browser");
            (await other.Http.Get("/api/v1/me")).MustBe(401);
        }

        (await browser.Send(mail.Link)).MustBe(302);

        async Task<Visitor> AskedForSomebodyElse()
        {
            var other = new Visitor(Host);
            await other.RequestSignInLink("somebody-else@example.org");
            return other;
        }
    }

    [DatabaseFact]
    public async Task A_code_works_in_the_browser_that_requested_it_in_any_case_and_spacing()
    {
        var (browser, (_, email)) = (new Visitor(Host), await Visitor.Invited(Host));
        await browser.RequestSignInLink(email, "/overdue");
        await browser.RequestSignInLink(email);
        var mails = await Host.Db(db =>
            db.Mails.Where(m => m.Recipient == email && m.Text.Contains("/sign-in/")).OrderBy(m => m.Seq).Select(m => m.Text).ToListAsync()
        );
        var first = Code().Match(mails[0]).Value;
        (await browser.TypeCode($" {first.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal)} "))
            .MustBe(302)
            .Headers.Location!.ToString()
            .ShouldBe("/overdue");
        (await browser.Http.Get("/api/v1/me")).MustBe(200);
    }

    [DatabaseFact]
    public async Task Five_wrong_codes_invalidate_the_code_and_its_link()
    {
        var (browser, (_, email)) = (new Visitor(Host), await Visitor.Invited(Host));
        await browser.RequestSignInLink(email);
        var mail = await browser.Mail(email);
        for (var i = 0; i < SignInRequest.MaxAttempts; i++)
            (await browser.TypeCode("0000-0000")).MustRefuse(422, "signIn.wrongCode", "code");
        (await browser.TypeCode(mail.Code)).MustRefuse(422, "signIn.wrongCode");
        (await browser.Send(mail.Link)).MustRefuse(422, "signIn.linkOver");
    }

    [DatabaseFact]
    public async Task Several_uses_of_a_link_at_the_same_time_create_one_session()
    {
        var (browser, (id, email)) = (new Visitor(Host), await Visitor.Invited(Host));
        await browser.RequestSignInLink(email);
        var link = (await browser.Mail(email)).Link;
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => browser.Send(link)));
        answers.Count(a => a.Status == 302).ShouldBe(1);
        answers.Where(a => a.Status != 302).ShouldAllBe(a => a.Status == 409 || a.Status == 422 || a.Status == 403);
        (await Host.Db(db => db.Sessions.CountAsync(s => s.UserId == id))).ShouldBe(1);
    }

    [DatabaseFact]
    public async Task An_unknown_address_gets_the_same_answer_and_no_mail()
    {
        var (_, known) = await Visitor.Invited(Host);
        var (gone, left) = await Visitor.Invited(Host);
        await Host.Send(new DeactivatePerson(gone));
        await Host.Send(new DeliverMail());
        await new Visitor(Host).RequestSignInLink("warm-up@example.org");
        var before = Directory.GetFiles(Host.MailFolder).Length;

        var (answer, sql) = await Ask(known);
        foreach (var unknown in new[] { $"{Guid.NewGuid():n}@example.org", left })
        {
            var (other, otherSql) = await Ask(unknown);
            other.ShouldBe(answer);
            otherSql.ShouldBe(sql, "what is asked and written must not differ, or its time tells");
        }

        await Host.Send(new DeliverMail());
        (Directory.GetFiles(Host.MailFolder).Length - before).ShouldBe(1);

        async Task<(string, string)> Ask(string email)
        {
            var got = "";
            var sent = await Host.Sql.During(async () =>
            {
                var answer = (await new Visitor(Host).RequestSignInLink(email)).MustBe(200);
                var cookie = Cookie().Replace(answer.Headers.GetValues("Set-Cookie").Single(), "sign-in=…;");
                got = $"{answer.Status} {answer.Headers.CacheControl} {cookie} {answer.Text.Replace(email, "…", StringComparison.Ordinal)}";
            });
            return (got, string.Join('\n', sent));
        }
    }

    [DatabaseFact]
    public async Task An_address_gets_at_most_five_links_an_hour_and_the_page_says_when_none_was_sent()
    {
        var (_, email) = await Visitor.Invited(Host);
        foreach (var address in new[] { email, "nobody@example.org" })
        {
            for (var i = 0; i < 5; i++)
                (await new Visitor(Host).RequestSignInLink(address)).MustBe(200).Text.ShouldContain("Check your email");
            (await new Visitor(Host).RequestSignInLink(address)).MustBe(200).Text.ShouldContain("No new link was sent");
        }

        (await Links(email)).ShouldBe(5);

        Host.Clock.Now += PurgeSignIns.RetentionPeriod;
        await new Visitor(Host).RequestSignInLink(email);
        (await Links(email)).ShouldBe(6);
    }

    [DatabaseFact]
    public async Task One_ip_address_gets_at_most_twenty_links_an_hour()
    {
        for (var i = 0; i < 20; i++)
            await new Visitor(Host).RequestSignInLink($"{Guid.NewGuid():n}@example.org");
        var (_, email) = await Visitor.Invited(Host);
        (await new Visitor(Host).RequestSignInLink(email)).MustBe(200).Text.ShouldContain("No new link was sent");
        (await Links(email)).ShouldBe(0);
        (await Host.Db(db => db.SignInRequests.CountAsync(r => r.CreatedAt == Host.Clock.Now))).ShouldBe(
            20,
            "refused requests are not stored, because they would fill the disk"
        );
    }

    [DatabaseFact]
    public async Task Old_sign_in_requests_are_deleted_together_with_their_mails()
    {
        var (_, email) = await Visitor.Invited(Host);
        var browser = await new Visitor(Host).SignIn(email);
        await browser.RequestSignInLink("nobody@example.org");
        Host.Clock.Now += PurgeSignIns.RetentionPeriod;
        await Host.Send(new PurgeSignIns());
        (await Host.Db(db => db.SignInRequests.CountAsync())).ShouldBe(0);
        (await Links(email)).ShouldBe(0);
        (await Host.Db(db => db.Mails.CountAsync(m => m.Recipient == ""))).ShouldBe(0);
        (await Host.Db(db => db.Mails.CountAsync(m => m.Recipient == email))).ShouldBe(1, "the invitation stays");
        (await browser.Http.Get("/api/v1/me")).MustBe(200);

        Host.Clock.Now += Session.MaxLifetime;
        await Host.Send(new PurgeSignIns());
        (await Host.Db(db => db.Sessions.CountAsync())).ShouldBe(0);
    }

    [DatabaseFact]
    public async Task An_invalid_address_is_refused_and_stays_in_the_form()
    {
        var browser = new Visitor(Host);
        (await browser.RequestSignInLink("nobody")).MustRefuse(400, "request.invalid", "email");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in")
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("email", "nobody<b>")]),
        };
        request.Headers.Add("Accept", "text/html");
        var page = (await browser.Http.Ask(request)).MustBe(400);
        page.Text.ShouldContain("value=\"nobody&lt;b&gt;\"");
        page.Text.ShouldContain("Write an email address");
        (await browser.TypeCode("")).MustRefuse(400, "request.invalid", "code");
        (await browser.Send("/sign-in")).MustBe(400);
    }

    [DatabaseTheory]
    [InlineData("/commitments?overdue=true", "/commitments?overdue=true")]
    [InlineData("https://evil.example/", "/work")]
    [InlineData("//evil.example/", "/work")]
    [InlineData(@"/\evil.example/", "/work")]
    public async Task Sign_in_returns_to_the_requested_page_and_never_to_another_site(string asked, string reached)
    {
        var (browser, (_, email)) = (new Visitor(Host), await Visitor.Invited(Host));
        (await browser.Open("/sign-in?returnUrl=" + Uri.EscapeDataString(asked))).MustBe(200);
        await browser.RequestSignInLink(email, asked);
        (await browser.Send((await browser.Mail(email)).Link)).MustBe(302).Headers.Location!.ToString().ShouldBe(reached);
    }

    private Task<int> Links(string email) => Host.Db(db => db.Mails.CountAsync(m => m.Recipient == email && m.Text.Contains("/sign-in/")));

    [GeneratedRegex(@"^sign-in=[\w-]{32};")]
    private static partial Regex Cookie();

    [GeneratedRegex(@"\b[0-9A-Z]{4}-[0-9A-Z]{4}\b")]
    private static partial Regex Code();
}
