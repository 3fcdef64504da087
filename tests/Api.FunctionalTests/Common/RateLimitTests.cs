using System.Globalization;
using PartnershipTracker.Infrastructure.Persistence;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.Common;

public sealed class RateLimitTests
{
    private const string Reference = "/api/v1/reference/regions";

    [Fact]
    public async Task Each_caller_has_a_rate_limit_and_sees_the_remainder()
    {
        await using var host = await StartAsync();
        using var secretariat = host.Client();
        for (var left = 3; left >= 0; left--)
        {
            var answer = (await secretariat.Get(Reference)).MustBe(200);
            answer.Headers.GetValues("RateLimit-Policy").ShouldBe(["\"requests\";q=4;w=60"]);
            answer.Headers.GetValues("RateLimit").Single().ShouldStartWith($"\"requests\";r={left};t=");
        }

        var refused = (await secretariat.Get(Reference)).MustRefuse(429, "http.429");
        int.Parse(refused.Headers.GetValues("Retry-After").Single(), CultureInfo.InvariantCulture).ShouldBe(15);

        // Another caller has a limit of their own.
        using var anonymous = host.Client(null);
        (await anonymous.Get(Reference)).MustBe(200);
        for (var i = 0; i < 3; i++)
            await anonymous.Get("/");
        (await anonymous.Get(Reference)).MustRefuse(429, "http.429");
        (await anonymous.Get("/health/live")).MustBe(200);
    }

    [Fact]
    public async Task More_keys_give_an_organization_no_more_requests()
    {
        await using var host = await StartAsync();
        var (own, other) = (await host.Organization("Own"), await host.Organization("Other"));
        using var first = host.Client(await host.Key(own, "officer"));
        using var second = host.Client(await host.Key(own, "reporter"));
        using var foreign = host.Client(await host.Key(other, "officer"));
        for (var i = 0; i < 4; i++)
            (await (i % 2 == 0 ? first : second).Get(Reference)).MustBe(200);
        (await first.Get(Reference)).MustRefuse(429, "http.429");
        (await second.Get(Reference)).MustRefuse(429, "http.429");
        (await foreign.Get(Reference)).MustBe(200);
    }

    [Fact]
    public async Task Two_sessions_give_a_person_no_more_requests()
    {
        await using var host = await StartAsync("20");
        var (_, email) = await Access.Visitor.Invited(host);
        var (laptop, phone) = (await new Access.Visitor(host).SignIn(email), await new Access.Visitor(host).SignIn(email));
        for (var i = 0; i < 20; i++)
            (await (i % 2 == 0 ? laptop : phone).Http.Get(Reference)).MustBe(200);
        (await laptop.Http.Get(Reference)).MustRefuse(429, "http.429");
        (await phone.Http.Get(Reference)).MustRefuse(429, "http.429");
    }

    [Fact]
    public async Task An_address_named_by_a_header_is_believed_only_from_a_trusted_proxy()
    {
        await using (var host = await StartAsync(proxies: null))
        {
            for (var i = 0; i < 4; i++)
                (await FromAsync(host, $"203.0.113.{i}")).MustBe(200);
            (await FromAsync(host, "203.0.113.99")).MustRefuse(429, "http.429");
        }

        await using (var host = await StartAsync(proxies: "192.0.2.0/24"))
        {
            for (var i = 0; i < 4; i++)
                (await FromAsync(host, $"203.0.113.{i}")).MustBe(200);
            (await FromAsync(host, "203.0.113.99")).MustRefuse(429, "http.429");
        }

        await using (var host = await StartAsync(proxies: "127.0.0.1, ::1, 10.1.0.0/16"))
        {
            for (var i = 0; i < 4; i++)
                (await FromAsync(host, "198.51.100.7")).MustBe(200);
            (await FromAsync(host, "198.51.100.7")).MustRefuse(429, "http.429");
            (await FromAsync(host, "198.51.100.8")).MustBe(200);

            // Behind two trusted proxies the caller is the last address that is not trusted; what a caller wrote before it is not believed.
            (await FromAsync(host, "203.0.113.1, 198.51.100.7, 10.1.2.3")).MustRefuse(429, "http.429");
        }
    }

    [Fact]
    public async Task An_IPv6_subscriber_counts_as_one_network()
    {
        await using var host = await StartAsync(proxies: "127.0.0.1,::1");
        for (var i = 0; i < 4; i++)
            (await FromAsync(host, $"[2001:db8:1:2::{i}]")).MustBe(200);
        (await FromAsync(host, "[2001:db8:1:2:ffff::1]")).MustRefuse(429, "http.429");
        (await FromAsync(host, "[2001:db8:1:3::1]")).MustBe(200);
    }

    private static Task<TrackerHost> StartAsync(string perMinute = "4") =>
        TrackerHost.StartAsync(DatabaseProvider.Sqlite, new Dictionary<string, string> { ["RateLimit:PerMinute"] = perMinute });

    /// <summary>On a real port, because requests in memory come from no address.</summary>
    private static Task<TrackerHost> StartAsync(string? proxies, string perMinute = "4") =>
        TrackerHost.StartAsync(
            DatabaseProvider.Sqlite,
            new Dictionary<string, string> { ["RateLimit:PerMinute"] = perMinute, ["Proxy:Trusted"] = proxies ?? "" },
            onKestrel: true
        );

    private static async Task<Answer> FromAsync(TrackerHost host, string forwardedFor)
    {
        using var client = new HttpClient { BaseAddress = host.Address };
        client.DefaultRequestHeaders.Add("X-Forwarded-For", forwardedFor);
        return await client.Get(Reference);
    }
}
