using PartnershipTracker.Infrastructure.Persistence;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.Common;

/// <summary>Starts the program by its own entry point and checks how it ends.</summary>
public sealed class ConfigurationTests
{
    [Theory]
    [InlineData("Database:Provider", "Oracle")]
    [InlineData("ConnectionStrings:Tracker", "nonsense")]
    [InlineData("Mail:Mode", "Pigeon")]
    [InlineData("Mail:From", "nobody")]
    [InlineData("Mail:Smtp:Port", "99999")]
    [InlineData("Mail:From", "tracker@exa mple")]
    [InlineData("Mail:Smtp:StartTls", "maybe")]
    [InlineData("Mail:Smtp:Security", "SSL")]
    [InlineData("Mail:Mode", "Smtp")]
    [InlineData("Tracker:PublicUrl", "ftp://example.org")]
    [InlineData("Urls", "nonsense")]
    [InlineData("Demo:Enabled", "perhaps")]
    [InlineData("Jobs:Enabled", "perhaps")]
    [InlineData("Evidence:MaxMegabytes", "0")]
    [InlineData("Evidence:MaxMegabytes", "20 MB")]
    [InlineData("Rules:LinkDays", "0")]
    [InlineData("Rules:LinkDays", "abc")]
    [InlineData("Rules:SmartGate", "1")]
    [InlineData("RateLimit:PerMinute", "0")]
    [InlineData("Proxy:Trusted", "10.0.0.1, nginx")]
    [InlineData("Telemetry:Otlp", "collector")]
    [InlineData("Links:AllowPrivate", "perhaps")]
    [InlineData("Webhooks:AllowPrivate", "perhaps")]
    [InlineData("Bootstrap:Email", "nobody")]
    public async Task Invalid_configuration_stops_the_start_with_one_clear_sentence(string setting, string value)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        var sentence = await Refusal(database, $"--{setting}={value}");
        sentence.ShouldStartWith("Cannot start: ");
        sentence.ShouldContain(setting == "Mail:Mode" && value == "Smtp" ? "Mail:Smtp:Host" : setting);
        sentence.ShouldNotContain("\n");
    }

    [Fact]
    public async Task The_demonstration_does_not_start_on_a_database_with_real_data()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using (var db = database.Open())
        {
            db.Organizations.Add(Domain.Organizations.Organization.Register(new("Real", "22", "BD", "Asia/Dhaka")));
            await db.SaveChangesAsync();
        }

        (await Refusal(database, "--Demo:Enabled=true")).ShouldContain("Demo:Enabled");
    }

    /// <summary>The error output of a start that ends with exit code 1.</summary>
    private static async Task<string> Refusal(TestDatabase database, string setting)
    {
        string[] args =
        [
            "--ConnectionStrings:Tracker=" + database.ConnectionString,
            "--Demo:Enabled=false",
            "--Jobs:Enabled=false",
            "--Urls=http://127.0.0.1:0",
            setting,
        ];
        var before = Console.Error;
        await using var output = new StringWriter();
        Console.SetError(output);
        try
        {
            (
                await Task.Run(() => (int)typeof(Program).Assembly.EntryPoint!.Invoke(null, [args])!).WaitAsync(TimeSpan.FromSeconds(30))
            ).ShouldBe(1);
        }
        finally
        {
            Console.SetError(before);
        }

        return output.ToString().Trim();
    }
}
