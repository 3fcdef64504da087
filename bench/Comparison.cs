namespace PartnershipTracker.Bench;

/// <summary>The same work done by the product and by hand-written SQL in this process, timed in turns.</summary>
/// <param name="AtMost">The goal: how many times as long as the plain side the product may take.</param>
/// <param name="Product">Returns the answer.</param>
/// <param name="Plain">Returns the same answer.</param>
internal sealed record Comparison(string Part, string What, double AtMost, Func<Task<object>> Product, Func<Task<object>> Plain)
{
    private const int MinRounds = 3;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(5);

    /// <exception cref="InvalidOperationException">The answers differ, so their times could not be compared.</exception>
    public async Task RunAsync(int commitments, Results results)
    {
        MustBeEqual(What, JsonOf(await Product()), JsonOf(await Plain()));
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < WarmUp; )
        {
            await Product();
            await Plain();
        }

        var (product, plain) = (new List<double>(), new List<double>());
        for (var watch = Stopwatch.StartNew(); plain.Count < MinRounds || watch.Elapsed < Measured; )
        {
            // Each side is first every second time.
            if (plain.Count % 2 == 0)
                product.Add(await TimeAsync(Product));
            plain.Add(await TimeAsync(Plain));
            if (product.Count < plain.Count)
                product.Add(await TimeAsync(Product));
        }

        results.Add(new Result(Part, What, commitments, "ms", Median(product), Median(plain), new Goal(AtMost)));
    }

    public static void MustBeEqual(string what, string product, string plain)
    {
        if (product != plain)
            throw new InvalidOperationException($"The two sides differ in '{what}':\n{product}\nand by plain SQL\n{plain}");
    }

    /// <returns>Milliseconds.</returns>
    public static async Task<double> TimeAsync(Func<Task> work)
    {
        var start = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    public static double Median(IReadOnlyCollection<double> values) => values.Order().ElementAt(values.Count / 2);

    private static string JsonOf(object answer) => JsonSerializer.Serialize(answer, answer.GetType());
}
