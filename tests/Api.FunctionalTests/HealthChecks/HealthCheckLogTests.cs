using PartnershipTracker.Application.Mail;
using PartnershipTracker.Infrastructure.Persistence;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.HealthChecks;

public sealed class HealthCheckLogTests
{
    [Fact]
    public async Task The_token_is_in_no_log_at_any_level()
    {
        using var everything = new VerboseLog();
        await using var host = await TrackerHost.StartAsync(
            DatabaseProvider.Sqlite,
            new Dictionary<string, string>(),
            services => everything.Listen(services),
            onKestrel: true
        );
        var made = await Checked.Make(host);
        var token = (await made.Tokens())[0];
        (await made.Open(token)).MustBe(200);
        (await made.Open(token + "x")).MustBe(404);
        (await made.Answer(token, "nonsense")).MustBe(422);
        (await made.Answer(token)).Text.ShouldContain("Your answers were counted");
        await host.Send(new DeliverMail());

        everything.Lines.Count.ShouldBeGreaterThan(100);
        everything.Lines.Where(line => line.Contains(token, StringComparison.Ordinal)).ShouldBeEmpty();
    }
}
