using System.Globalization;

namespace PartnershipTracker.Bench;

/// <param name="Ours">Milliseconds, or a rate where there is a <paramref name="Rate"/>.</param>
/// <param name="Plain">The same by hand-written SQL, or what the line says; null where there is nothing to compare with.</param>
/// <param name="Goal">How many times the plain time it may take.</param>
/// <param name="Rate">What there is so many of in a second, e.g. rows/s.</param>
internal sealed record Timing(string Part, string What, int Commitments, double Ours, double? Plain = null, double? Goal = null, string? Rate = null)
{
    public double? Ratio => Plain is { } plain ? Rate is null ? Ours / plain : plain / Ours : null;
}

/// <summary>How a server answered over HTTP.</summary>
/// <param name="Connections">How many asked at once.</param>
/// <param name="Goal">Which share of the plain server's throughput it must reach.</param>
internal sealed record Served(string What, int Commitments, int Connections, Load Ours, Load Plain, double? Goal);

/// <param name="P50">Milliseconds; so is <paramref name="P99"/>.</param>
/// <param name="Allocated">Bytes a request, in the server.</param>
/// <param name="Processor">Milliseconds of processor time a request, in the server.</param>
internal sealed record Load(double PerSecond, double P50, double P99, double Allocated, double Processor);

/// <summary>Mebibytes.</summary>
internal sealed record Memory(string Part, int Commitments, double StartWorkingSet, double PeakWorkingSet, double StartHeap, double PeakHeap);

/// <summary>All that was measured, as Markdown.</summary>
internal sealed class Results
{
    public List<Timing> Timings { get; } = [];

    public List<Memory> Memory { get; } = [];

    public List<Served> Served { get; } = [];

    public bool AllMet => !Timings.Any(t => t.Ratio > t.Goal) && !Served.Any(s => s.Ours.PerSecond / s.Plain.PerSecond < s.Goal);

    public string Markdown() => string.Join('\n', Lines());

    private IEnumerable<string> Lines()
    {
        yield return "| Part | What | Commitments | PartnershipTracker | Beside it | Ratio | Goal |";
        yield return "|---|---|--:|--:|--:|--:|--:|";
        foreach (var t in Timings)
            yield return string.Create(CultureInfo.InvariantCulture,
                $"| {t.Part} | {t.What} | {t.Commitments:N0} | {Value(t, t.Ours)} | {Value(t, t.Plain)} | {(t.Ratio is { } r ? $"{r:N2}×" : "")} | {(t is { Goal: { } g, Ratio: { } ratio } ? $"{(ratio <= g ? "met" : "**missed**")} (≤ {g:0.##}×)" : "")} |");

        var growth = Timings.GroupBy(t => (t.Part, t.What)).Where(g => g.Count() > 1).ToList();
        if (growth.Count > 0)
        {
            yield return "";
            yield return "| Growth | What | From | To | PartnershipTracker | Beside it |";
            yield return "|---|---|--:|--:|--:|--:|";
            foreach (var (first, last) in growth.Select(g => (g.First(), g.Last())))
                yield return string.Create(CultureInfo.InvariantCulture,
                    $"| {first.Part} | {first.What} | {first.Commitments:N0} | {last.Commitments:N0} | {Times(last.Ours / first.Ours, first.Rate is not null)} | {(first.Plain is { } a && last.Plain is { } b ? Times(b / a, first.Rate is not null) : "")} |");
        }

        if (Served.Count > 0)
        {
            yield return "";
            yield return "| http | Connections | Commitments | | Requests/s | p50 | p99 | Allocated a request | Processor time a request | Throughput | Goal |";
            yield return "|---|--:|--:|---|--:|--:|--:|--:|--:|--:|--:|";
            foreach (var s in Served)
            {
                var share = s.Ours.PerSecond / s.Plain.PerSecond;
                var goal = s.Goal is { } g ? string.Create(CultureInfo.InvariantCulture, $"{(share >= g ? "met" : "**missed**")} (≥ {g:0.##}×)") : "";
                yield return string.Create(CultureInfo.InvariantCulture, $"| {s.What} | {s.Connections} | {s.Commitments:N0} | PartnershipTracker {Cells(s.Ours)} | {share:N2}× | {goal} |");
                yield return string.Create(CultureInfo.InvariantCulture, $"| | | | plain {Cells(s.Plain)} | | |");
            }
        }

        if (Memory.Count == 0) yield break;
        yield return "";
        yield return "| Memory of | Commitments | Working set at start | Peak working set | Managed heap at start | Peak managed heap |";
        yield return "|---|--:|--:|--:|--:|--:|";
        foreach (var m in Memory)
            yield return string.Create(CultureInfo.InvariantCulture, $"| {m.Part} | {m.Commitments:N0} | {m.StartWorkingSet:N0} MiB | {m.PeakWorkingSet:N0} MiB | {m.StartHeap:N0} MiB | {m.PeakHeap:N0} MiB |");
    }

    private static string Cells(Load load) => string.Create(
        CultureInfo.InvariantCulture, $"| {load.PerSecond:N0} | {load.P50:N1} ms | {load.P99:N1} ms | {load.Allocated / 1024:N0} KiB | {load.Processor:N2} ms");

    private static string Value(Timing timing, double? value) => value switch
    {
        null => "",
        { } v when timing.Rate is { } rate => string.Create(CultureInfo.InvariantCulture, $"{v:N0} {rate}"),
        { } v => string.Create(CultureInfo.InvariantCulture, $"{(v < 10 ? v.ToString("N2", CultureInfo.InvariantCulture) : v < 100 ? v.ToString("N1", CultureInfo.InvariantCulture) : v.ToString("N0", CultureInfo.InvariantCulture))} ms"),
    };

    private static string Times(double growth, bool isRate) => string.Create(CultureInfo.InvariantCulture, $"{growth:N2}× {(isRate ? "the rate" : "the time")}");
}
