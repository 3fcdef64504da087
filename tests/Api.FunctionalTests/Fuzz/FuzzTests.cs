using System.Globalization;
using PartnershipTracker.Infrastructure.Persistence;
using PartnershipTracker.TestKit;
using Xunit.Abstractions;

namespace PartnershipTracker.Api.FunctionalTests.Fuzz;

public sealed class FuzzOnSqlite(ITestOutputHelper output) : FuzzTests(DatabaseProvider.Sqlite, output);

public sealed class FuzzOnPostgreSql(ITestOutputHelper output) : FuzzTests(DatabaseProvider.PostgreSql, output);

/// <summary>
/// Whatever is sent, no answer is a 5xx or reveals internals, and no change is partial (docs/adr/0020). <c>TRACKER_FUZZ_REQUESTS</c> and
/// <c>TRACKER_FUZZ_SEED</c> set the number and the seed of the requests; <c>TRACKER_FUZZ_ONLY</c> repeats one request of a seed.
/// </summary>
public abstract class FuzzTests(DatabaseProvider provider, ITestOutputHelper output)
{
    private const int UsualSeed = 17;
    private const int UsualRequests = 3000;

    /// <summary>Fewer requests on PostgreSQL, where only what the database itself refuses can differ.</summary>
    private const int FewerBy = 5;

    private const int MinDonePercent = 10;

    [DatabaseFact]
    public async Task No_request_breaks_the_program()
    {
        var requests = (Setting("TRACKER_FUZZ_REQUESTS") ?? UsualRequests) / (provider == DatabaseProvider.Sqlite ? 1 : FewerBy);
        var (seed, only) = (Setting("TRACKER_FUZZ_SEED") ?? UsualSeed, Setting("TRACKER_FUZZ_ONLY"));
        output.WriteLine(
            $"TRACKER_FUZZ_SEED={seed} TRACKER_FUZZ_REQUESTS={requests}; one of them again, e.g. #12: add TRACKER_FUZZ_ONLY=12"
        );
        await using var host = await TrackerHost.StartAsync(provider, new Dictionary<string, string>(), onKestrel: true);
        var campaign = await Campaign.StartAsync(host, seed);
        await campaign.RunAsync(requests, only);

        foreach (var (operation, answers) in campaign.Sent)
        {
            var counts = answers.CountBy(answer => answer).OrderByDescending(a => a.Value).Select(a => $"{a.Key} × {a.Value}");
            output.WriteLine($"{operation}: {string.Join(", ", counts)}");
        }

        (campaign.Failures.Count == 0).ShouldBeTrue($"seed {seed}\n{string.Join('\n', campaign.Failures)}");
        host.Errors.Lines.Where(line => !IsOfAPoliteRefusal(line)).ShouldBeEmpty();
        var audit = await campaign.Books.SealAsync();
        (audit.Valid, audit.Unsealed).ShouldBe((true, 0));
        if (only is not null)
            return;

        // A share of the requests must succeed; otherwise only invalid requests would have been tested.
        campaign.Sent.Values.Sum(answers => answers.Count(IsDone)).ShouldBeGreaterThanOrEqualTo(requests * MinDonePercent / 100);
        campaign.Sent.Values.ShouldAllBe(answers => answers.Count >= requests / campaign.Sent.Count);
    }

    /// <summary>EF logs a save that the database refused as an error, even if it is answered with 409.</summary>
    private static bool IsOfAPoliteRefusal(string line) =>
        line.StartsWith("Failed executing DbCommand", StringComparison.Ordinal)
        || line.StartsWith("An exception occurred in the database while saving", StringComparison.Ordinal);

    private static bool IsDone(string answer) => answer.StartsWith('2');

    private static int? Setting(string name) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.Integer, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;
}
