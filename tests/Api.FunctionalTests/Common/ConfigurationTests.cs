using PartnershipTracker.Infrastructure.Persistence;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.Common;

/// <summary>Starts the program as its own entry point does, and sees how it ends.</summary>
public sealed class ConfigurationTests
{
    [Theory]
    [InlineData("Database:Provider", "Oracle")]
    [InlineData("ConnectionStrings:Tracker", "nonsense")]
    [InlineData("Mail:Mode", "Pigeon")]
    [InlineData("Mail:From", "nobody")]
    [InlineData("Mail:Smtp:Port", "99999")]
    [InlineData("Mail:Smtp:StartTls", "maybe")]
    [InlineData("Mail:Mode", "Smtp")]
    [InlineData("Tracker:PublicUrl", "ftp://example.org")]
    [InlineData("Demo:Enabled", "perhaps")]
    [InlineData("Jobs:Enabled", "perhaps")]
    [InlineData("Bootstrap:Email", "nobody")]
    public async Task Wrong_configuration_stops_the_start_with_one_clear_sentence(string setting, string value)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        string[] args = ["--ConnectionStrings:Tracker=" + database.ConnectionString, "--Demo:Enabled=false", "--Jobs:Enabled=false", "--Urls=http://127.0.0.1:0", $"--{setting}={value}"];

        var before = Console.Error;
        await using var said = new StringWriter();
        Console.SetError(said);
        try
        {
            (await Task.Run(() => (int)typeof(Program).Assembly.EntryPoint!.Invoke(null, [args])!).WaitAsync(TimeSpan.FromSeconds(30))).ShouldBe(1);
        }
        finally
        {
            Console.SetError(before);
        }

        var sentence = said.ToString().Trim();
        sentence.ShouldStartWith("Cannot start: ");
        sentence.ShouldContain(setting == "Mail:Mode" && value == "Smtp" ? "Mail:Smtp:Host" : setting);
        sentence.ShouldNotContain("\n");
    }
}
