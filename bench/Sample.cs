using System.Diagnostics;

namespace PartnershipTracker.Bench;

/// <summary>Two ways of doing the same, timed in turns so that whatever else the machine does falls on both.</summary>
internal static class Sample
{
    /// <summary>On a machine that is not quiet, what takes longer is interrupted more often; processor time does not count that, nor waiting for a disk.</summary>
    public static bool ByProcessorTime { get; set; }

    private const int WarmUps = 3;
    private const int Fewest = 3;
    private const int Most = 101;
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(5);

    /// <returns>Medians in milliseconds.</returns>
    public static async Task<(double Ours, double Plain)> InTurnsAsync(Func<Task> ours, Func<Task> plain)
    {
        var medians = await InTurnsAsync([ours, plain]);
        return (medians[0], medians[1]);
    }

    /// <returns>The median of each, in milliseconds.</returns>
    public static async Task<double[]> InTurnsAsync(IReadOnlyList<Func<Task>> ways)
    {
        var warm = Stopwatch.StartNew();
        for (var i = 0; i < WarmUps && (i == 0 || warm.Elapsed < Budget / 5); i++)
            foreach (var way in ways) await way();

        var (times, rounds, all) = (ways.Select(_ => new List<double>()).ToList(), 0, Stopwatch.StartNew());
        while (rounds == 0 || (rounds < Fewest && all.Elapsed < Budget * 4) || (rounds < Most && all.Elapsed < Budget))
        {
            await RoundAsync(ways, rounds, times);
            rounds++;
        }

        return [.. times.Select(Median)];
    }

    /// <summary>Each once; none always comes first.</summary>
    public static async Task RoundAsync(IReadOnlyList<Func<Task>> ways, int round, IReadOnlyList<List<double>> times)
    {
        for (var n = 0; n < ways.Count; n++)
        {
            var way = (round + n) % ways.Count;
            times[way].Add(await TimeAsync(ways[way]));
        }
    }

    /// <summary>Runs both for some seconds, until the runtime has compiled them for good.</summary>
    public static async Task WarmAsync(Func<Task> ours, Func<Task> plain)
    {
        for (var all = Stopwatch.StartNew(); all.Elapsed < TimeSpan.FromSeconds(4);)
        {
            await ours();
            await plain();
        }
    }

    /// <summary>Milliseconds by the wall clock, or of processor time where it is asked for.</summary>
    public static async Task<double> TimeAsync(Func<Task> what)
    {
        var (start, used) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        await what();
        return (ByProcessorTime ? Environment.CpuUsage.TotalTime - used : Stopwatch.GetElapsedTime(start)).TotalMilliseconds;
    }

    public static double Median(IEnumerable<double> values) => values.Order().ToList() is var sorted ? sorted[sorted.Count / 2] : 0;
}

/// <summary>The most memory this process took since it began to look.</summary>
internal sealed class PeakMemory : IAsyncDisposable
{
    private const double MiB = 1024 * 1024;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _watch;
    private long _heap;
    private long _workingSet;

    public PeakMemory()
    {
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        (StartHeap, StartWorkingSet) = (GC.GetTotalMemory(true) / MiB, Environment.WorkingSet / MiB);
        _watch = Task.Run(WatchAsync);
    }

    public double StartHeap { get; }

    public double StartWorkingSet { get; }

    public double Heap => Volatile.Read(ref _heap) / MiB;

    public double WorkingSet => Volatile.Read(ref _workingSet) / MiB;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _watch;
        _stop.Dispose();
    }

    private async Task WatchAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            _heap = Math.Max(_heap, GC.GetTotalMemory(false));
            _workingSet = Math.Max(_workingSet, Environment.WorkingSet);
            await Task.Delay(10).ConfigureAwait(false);
        }
    }
}
