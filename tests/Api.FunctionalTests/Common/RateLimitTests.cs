using System.Globalization;
using PartnershipTracker.Infrastructure.Persistence;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.Common;

public sealed class RateLimitTests
{
    [Fact]
    public async Task Each_key_and_each_IP_address_has_a_rate_limit_and_sees_the_remainder()
    {
        await using var host = await TrackerHost.StartAsync(
            DatabaseProvider.Sqlite,
            new Dictionary<string, string> { ["RateLimit:PerMinute"] = "4" }
        );
        using var secretariat = host.Client();
        for (var left = 3; left >= 0; left--)
        {
            var answer = (await secretariat.Get("/api/v1/reference/regions")).MustBe(200);
            answer.Headers.GetValues("RateLimit-Policy").ShouldBe(["\"requests\";q=4;w=60"]);
            answer.Headers.GetValues("RateLimit").Single().ShouldStartWith($"\"requests\";r={left};t=");
        }

        var refused = (await secretariat.Get("/api/v1/reference/regions")).MustRefuse(429, "http.429");
        int.Parse(refused.Headers.GetValues("Retry-After").Single(), CultureInfo.InvariantCulture).ShouldBe(15);

        // Another caller has a limit of their own.
        using var anonymous = host.Client(null);
        (await anonymous.Get("/api/v1/reference/regions")).MustBe(200);
        for (var i = 0; i < 3; i++)
            await anonymous.Get("/");
        (await anonymous.Get("/api/v1/reference/regions")).MustRefuse(429, "http.429");
        (await anonymous.Get("/health/live")).MustBe(200);
    }
}
