namespace PartnershipTracker.Bench;

/// <summary>What a result must be.</summary>
/// <param name="OfRatio">The limit is for product ÷ plain; otherwise for the product's value alone.</param>
internal sealed record Goal(double Limit, bool IsAtLeast = false, bool OfRatio = true)
{
    public override string ToString() => $"{(IsAtLeast ? '≥' : '≤')} {Limit:0.##}{(OfRatio ? "×" : "")}";
}

/// <summary>One line of the table.</summary>
/// <param name="Unit">Of both values, e.g. ms.</param>
/// <param name="Plain">The same by hand-written SQL, or what the line says.</param>
internal sealed record Result(string Part, string What, int Commitments, string Unit, double Product, double Plain, Goal Goal)
{
    public bool IsMet =>
        (Goal.OfRatio ? Product / Plain : Product) is var value && (Goal.IsAtLeast ? value >= Goal.Limit : value <= Goal.Limit);

    public override string ToString() =>
        $"| {Part} | {What} | {Commitments:N0} | {Text(Product)} | {Text(Plain)} | {Product / Plain:N2}× | {Goal} {Verdict} |";

    private string Verdict => IsMet ? "met" : "**missed**";

    private string Text(double value) => $"{value.ToString(value < 100 ? "N2" : "N0", null)} {Unit}";
}

/// <summary>All that was measured, as a Markdown table.</summary>
internal sealed class Results
{
    private readonly List<Result> _results = [];

    public bool AllMet => _results.TrueForAll(result => result.IsMet);

    public void Add(Result result)
    {
        _results.Add(result);
        Console.Error.WriteLine(result);
    }

    public override string ToString() =>
        "| part | what | commitments | PartnershipTracker | plain | ratio | goal |\n|---|---|--:|--:|--:|--:|---|\n"
        + string.Join('\n', _results);
}
