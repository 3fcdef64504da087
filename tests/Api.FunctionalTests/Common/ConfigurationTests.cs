using PartnershipTracker.Infrastructure.Persistence;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.Common;

public sealed class ConfigurationTests
{
    [Theory]
    [InlineData("Database:Provider", "Oracle", "Database:Provider")]
    [InlineData("ConnectionStrings:Tracker", "nonsense", "ConnectionStrings:Tracker")]
    [InlineData("Mail:Mode", "Pigeon", "Mail:Mode")]
    [InlineData("Mail:From", "nobody", "Mail:From")]
    [InlineData("Mail:Smtp:Port", "99999", "Mail:Smtp:Port")]
    [InlineData("Tracker:PublicUrl", "ftp://example.org", "Tracker:PublicUrl")]
    [InlineData("Demo:Enabled", "perhaps", "Demo:Enabled")]
    [InlineData("Jobs:Enabled", "perhaps", "Jobs:Enabled")]
    [InlineData("Bootstrap:Email", "nobody", "Bootstrap:Email")]
    public async Task Wrong_configuration_stops_the_start_with_one_clear_sentence(string setting, string value, string named)
    {
        var before = Console.Error;
        using var said = new StringWriter();
        Console.SetError(said);
        try
        {
            await Should.ThrowAsync<InvalidOperationException>(async () =>
            {
                await using var host = await TrackerHost.StartAsync(DatabaseProvider.Sqlite, new Dictionary<string, string> { [setting] = value });
            });
        }
        finally
        {
            Console.SetError(before);
        }

        said.ToString().Trim().ShouldStartWith("Cannot start: ");
        said.ToString().ShouldContain(named);
        said.ToString().Trim().ShouldNotContain("\n");
    }
}
