using System.Globalization;

namespace PartnershipTracker.Bench;

/// <param name="Ours">Milliseconds, or rows per second where <paramref name="IsRate"/>.</param>
/// <param name="Plain">The same by hand-written SQL; null where there is nothing to compare with.</param>
/// <param name="Goal">How many times the plain time it may take.</param>
internal sealed record Timing(string Part, string What, int Commitments, double Ours, double? Plain = null, double? Goal = null, bool IsRate = false)
{
    public double? Ratio => Plain is { } plain ? IsRate ? plain / Ours : Ours / plain : null;
}

/// <summary>Mebibytes.</summary>
internal sealed record Memory(string Part, int Commitments, double StartWorkingSet, double PeakWorkingSet, double StartHeap, double PeakHeap);

/// <summary>All that was measured, as Markdown.</summary>
internal sealed class Results
{
    public List<Timing> Timings { get; } = [];

    public List<Memory> Memory { get; } = [];

    public string Markdown() => string.Join('\n', Lines());

    private IEnumerable<string> Lines()
    {
        yield return "| Part | What | Commitments | PartnershipTracker | Plain SQL | Ratio | Goal |";
        yield return "|---|---|--:|--:|--:|--:|--:|";
        foreach (var t in Timings)
            yield return string.Create(CultureInfo.InvariantCulture,
                $"| {t.Part} | {t.What} | {t.Commitments:N0} | {Value(t, t.Ours)} | {Value(t, t.Plain)} | {(t.Ratio is { } r ? $"{r:N2}×" : "")} | {(t is { Goal: { } g, Ratio: { } ratio } ? $"{(ratio <= g ? "met" : "**missed**")} (≤ {g:0.##}×)" : "")} |");

        var growth = Timings.GroupBy(t => (t.Part, t.What)).Where(g => g.Count() > 1).ToList();
        if (growth.Count > 0)
        {
            yield return "";
            yield return "| Growth | What | From | To | PartnershipTracker | Plain SQL |";
            yield return "|---|---|--:|--:|--:|--:|";
            foreach (var (first, last) in growth.Select(g => (g.First(), g.Last())))
                yield return string.Create(CultureInfo.InvariantCulture,
                    $"| {first.Part} | {first.What} | {first.Commitments:N0} | {last.Commitments:N0} | {Times(last.Ours / first.Ours, first.IsRate)} | {(first.Plain is { } a && last.Plain is { } b ? Times(b / a, first.IsRate) : "")} |");
        }

        if (Memory.Count == 0) yield break;
        yield return "";
        yield return "| Memory of | Commitments | Working set at start | Peak working set | Managed heap at start | Peak managed heap |";
        yield return "|---|--:|--:|--:|--:|--:|";
        foreach (var m in Memory)
            yield return string.Create(CultureInfo.InvariantCulture, $"| {m.Part} | {m.Commitments:N0} | {m.StartWorkingSet:N0} MiB | {m.PeakWorkingSet:N0} MiB | {m.StartHeap:N0} MiB | {m.PeakHeap:N0} MiB |");
    }

    private static string Value(Timing timing, double? value) => value switch
    {
        null => "",
        { } v when timing.IsRate => string.Create(CultureInfo.InvariantCulture, $"{v:N0} rows/s"),
        { } v => string.Create(CultureInfo.InvariantCulture, $"{(v < 10 ? v.ToString("N2", CultureInfo.InvariantCulture) : v < 100 ? v.ToString("N1", CultureInfo.InvariantCulture) : v.ToString("N0", CultureInfo.InvariantCulture))} ms"),
    };

    private static string Times(double growth, bool isRate) => string.Create(CultureInfo.InvariantCulture, $"{growth:N2}× {(isRate ? "the rate" : "the time")}");
}
