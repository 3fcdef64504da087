namespace PartnershipTracker.Bench;

/// <summary>Measures one part with so many commitments.</summary>
internal delegate Task Bench(BenchOptions options, int commitments, Results results);

internal static class Benchmarks
{
    /// <summary>What <c>--only</c> names.</summary>
    public static readonly IReadOnlyDictionary<string, Bench> Parts = new Dictionary<string, Bench>
    {
        ["list"] = ListBench.RunAsync,
        ["commitment"] = CommitmentBench.RunAsync,
        ["overview"] = OverviewBench.RunAsync,
        ["create"] = CreateBench.RunAsync,
        ["report"] = ReportBench.RunAsync,
        ["sweep"] = SweepBench.RunAsync,
        ["import"] = ImportBench.RunAsync,
        ["pages"] = PageBench.RunAsync,
    };

    /// <returns>0 where all goals are met, 2 where one is missed, 1 where an option is wrong.</returns>
    public static async Task<int> Main(string[] args)
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        BenchOptions options;
        try
        {
            options = BenchOptions.Parse(args);
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            await Console.Error.WriteLineAsync($"{e.Message}\n{BenchOptions.Usage}");
            return 1;
        }

        Directory.CreateDirectory(options.Folder);

        // Without it, the program could run only from below the folder of the solution.
        Environment.SetEnvironmentVariable("ASPNETCORE_TEST_CONTENTROOT_PARTNERSHIPTRACKER_API", AppContext.BaseDirectory);
        var results = new Results();
        foreach (var commitments in options.Commitments)
        foreach (var part in options.Only)
            await Parts[part](options, commitments, results);
        await Console.Out.WriteLineAsync(results.ToString());
        return results.AllMet ? 0 : 2;
    }
}
