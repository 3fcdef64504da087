using System.Globalization;
using System.Text.Json;

namespace PartnershipTracker.Bench;

internal static class Benchmarks
{
    public static async Task<int> Main(string[] args)
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        Arguments arguments;
        try
        {
            arguments = Arguments.Parse(args);
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            await Console.Error.WriteLineAsync($"{e.Message}\n{Arguments.Usage}");
            return 1;
        }

        Directory.CreateDirectory(arguments.Folder);
        if (arguments.Child is HttpBench.Ours or HttpBench.Plain or HttpBench.Load)
        {
            await HttpChild.RunAsync(arguments);
            return 0;
        }

        if (arguments.Child is { } part)
        {
            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(await ChildAsync(arguments, part)));
            return 0;
        }

        var results = new Results();
        var generated = new List<Store>();
        foreach (var commitments in arguments.Commitments)
        {
            if (arguments.Only is not ["import"])
            {
                var store = await new Generator(arguments, commitments).GetAsync();
                generated.Add(store);
                if (arguments.Runs("sweep"))
                {
                    await SweepBench.RunAsync(store, commitments, results);
                    results.Memory.Add((await AloneAsync(arguments, "sweep", commitments)).Memory);
                }

                if (arguments.Runs("list")) await ListBench.RunAsync(store, commitments, results);
                if (arguments.Runs("overview")) await OverviewBench.RunAsync(store, commitments, results);
                if (arguments.Runs("history"))
                {
                    await WriteBench.RunAsync(store, commitments, results);
                    await SealBench.RunAsync(store, commitments, results);
                }

                if (arguments.Runs("depth")) await DepthBench.RunAsync(store, commitments, results);
                if (arguments.Runs("http")) await HttpBench.RunAsync(store, commitments, results);
                if (arguments.Runs("pages")) await PageBench.RunAsync(store, commitments, results);
            }

            if (arguments.Runs("import"))
            {
                var import = await AloneAsync(arguments, "import", commitments);
                results.Timings.Add(new Timing("import", "rows of a file", commitments, import.OursPerSecond, import.PlainPerSecond, ImportBench.Goal, "rows/s"));
                results.Memory.Add(import.Memory);
            }
        }

        if (arguments.Clean)
            foreach (var store in generated) await store.DeleteAsync();
        await Console.Out.WriteLineAsync(results.Markdown());
        return results.AllMet ? 0 : 2;
    }

    private static async Task<ImportBench.Outcome> ChildAsync(Arguments arguments, string child)
    {
        var commitments = arguments.Commitments[0];
        return child == "import"
            ? await ImportBench.RunAsync(arguments, commitments, commitments <= 200_000 ? 1 : 0)
            : new ImportBench.Outcome(0, null, await SweepBench.MemoryAsync(await new Generator(arguments, commitments).GetAsync(), commitments));
    }

    /// <summary>Memory is told for a process that does nothing else.</summary>
    private static async Task<ImportBench.Outcome> AloneAsync(Arguments arguments, string child, int commitments)
    {
        using var process = arguments.StartChild(child, commitments);
        var answer = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? JsonSerializer.Deserialize<ImportBench.Outcome>(answer)! : throw new InvalidOperationException($"Measuring the {child} alone failed.");
    }
}
