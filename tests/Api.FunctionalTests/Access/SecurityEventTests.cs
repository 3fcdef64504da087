using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PartnershipTracker.Api.Common;
using PartnershipTracker.Application.Access;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Infrastructure.Persistence;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.Access;

public sealed class SecurityEventOnSqlite() : SecurityEventTests(DatabaseProvider.Sqlite);

public sealed class SecurityEventOnPostgreSql() : SecurityEventTests(DatabaseProvider.PostgreSql);

/// <summary>Sign-ins, refusals and keys are recorded for the secretariat, without any secret.</summary>
public abstract class SecurityEventTests(DatabaseProvider provider) : IAsyncLifetime
{
    private TrackerHost _host = null!;

    public async Task InitializeAsync() =>
        _host = await TrackerHost.StartAsync(
            provider,
            new Dictionary<string, string>(),
            services => services.AddSingleton<IStartupFilter>(new From("203.0.113.77"))
        );

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [DatabaseFact]
    public async Task Sign_ins_and_what_was_tried_are_recorded_with_person_and_network()
    {
        var (browser, (id, email)) = (new Visitor(_host), await Visitor.Invited(_host));
        await browser.RequestSignInLink("nobody@example.org");
        await browser.RequestSignInLink(email);
        var mail = await browser.Mail(email);
        await browser.TypeCode("0000-0000");
        await new Visitor(_host).Send(mail.Link);
        await browser.Send(mail.Link);
        await browser.Send(mail.Link);

        var events = await Events();
        events
            .Select(e => (e.Kind, e.UserId))
            .ShouldBe([
                (SecurityEventKind.SignInAsked, null),
                (SecurityEventKind.SignInAsked, id.Value),
                (SecurityEventKind.WrongCode, id.Value),
                (SecurityEventKind.SignInRefused, id.Value),
                (SecurityEventKind.SignedIn, id.Value),
                (SecurityEventKind.SignInRefused, id.Value),
            ]);
        events.ShouldAllBe(e => e.Network == "203.0.113.0/24");
        events[^2].Person.ShouldBe("Ana");
    }

    [DatabaseFact]
    public async Task Refusals_and_requests_of_other_sites_are_recorded_with_who_made_them()
    {
        var (id, email) = await Visitor.Invited(_host);
        var browser = await new Visitor(_host).SignIn(email);
        (await browser.Http.Post("/api/v1/organizations", Bodies.Organization())).MustBe(403);
        browser.Http.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");
        (await browser.Http.Post("/api/v1/organizations", Bodies.Organization())).MustRefuse(403, "request.otherSite");
        var organization = await _host.Organization("Green Delta");
        using var reporter = _host.Client(await _host.Key(organization, "reporter"));
        (await reporter.Get("/api/v1/security-events")).MustBe(403);

        var events = await Events();
        events
            .Where(e => e.Kind is SecurityEventKind.Forbidden or SecurityEventKind.OtherSite)
            .Select(e => (e.Kind, e.UserId, HasKey: e.ApiKeyId is not null))
            .ShouldBe([
                (SecurityEventKind.Forbidden, id.Value, false),
                (SecurityEventKind.OtherSite, id.Value, false),
                (SecurityEventKind.Forbidden, null, true),
            ]);
    }

    [DatabaseFact]
    public async Task Keys_are_recorded_when_they_are_made_and_revoked()
    {
        var organization = await _host.Organization("Green Delta");
        var made = await _host.Send(new IssueApiKey(organization, "Import", Role.Officer));
        var rotated = await _host.Send(new RotateApiKey(organization, new ApiKeyId(made.Id)));
        await _host.Send(new RevokeApiKey(organization, new ApiKeyId(made.Id)));
        (await Events())
            .Select(e => (e.Kind, e.ApiKeyId, e.KeyPrefix, e.Network))
            .ShouldBe([
                (SecurityEventKind.KeyMade, made.Id, made.Prefix, null),
                (SecurityEventKind.KeyMade, rotated.Id, rotated.Prefix, null),
                (SecurityEventKind.KeyRevoked, made.Id, made.Prefix, null),
            ]);
    }

    [DatabaseFact]
    public async Task They_can_be_filtered_and_paged_and_go_after_90_days()
    {
        using var secretariat = _host.Client();
        var (id, email) = await Visitor.Invited(_host);
        await new Visitor(_host).SignIn(email);
        for (var i = 0; i < 3; i++)
            await new Visitor(_host).RequestSignInLink("nobody@example.org");

        (await secretariat.Get($"/api/v1/security-events?userId={id.Value}")).MustBe(200)["total"].GetInt32().ShouldBe(2);
        var page = (await secretariat.Get("/api/v1/security-events?kind=signInAsked&limit=3")).MustBe(200);
        page["total"].GetInt32().ShouldBe(4);
        page["items"][0].GetProperty("network").GetString().ShouldBe("203.0.113.0/24");
        var rest = await secretariat.Get($"/api/v1/security-events?kind=signInAsked&limit=3&cursor={page["next"].GetString()}");
        rest["items"].GetArrayLength().ShouldBe(1);

        _host.Clock.Now += TimeSpan.FromDays(89);
        (await _host.Send(new PurgeSecurityEvents())).ShouldBe(0);
        _host.Clock.Now += TimeSpan.FromDays(1);
        (await _host.Send(new PurgeSecurityEvents())).ShouldBe(5);
    }

    [DatabaseFact]
    public async Task An_attack_cannot_fill_the_table()
    {
        var browser = new Visitor(_host);
        for (var i = 0; i < 110; i++)
            await browser.TypeCode("0000-0000");
        (await _host.Db(db => db.SecurityEvents.CountAsync(e => e.Kind == SecurityEventKind.WrongCode))).ShouldBe(100);
    }

    [Theory]
    [InlineData("203.0.113.77", "203.0.113.0/24")]
    [InlineData("::ffff:203.0.113.77", "203.0.113.0/24")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64")]
    public void A_network_names_nobody(string address, string network) => Networks.WideOf(IPAddress.Parse(address)).ShouldBe(network);

    private async Task<List<SecurityEventItem>> Events()
    {
        var page = await _host.Send(new ListSecurityEvents(Limit: 200));
        return [.. page.Items.Reverse()];
    }

    /// <summary>Gives every request this address; in-process requests have none.</summary>
    private sealed class From(string address) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
            app =>
            {
                app.Use(
                    (http, rest) =>
                    {
                        http.Connection.RemoteIpAddress = IPAddress.Parse(address);
                        return rest(http);
                    }
                );
                next(app);
            };
    }
}
