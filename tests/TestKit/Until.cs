using System.Diagnostics;

namespace PartnershipTracker.TestKit;

/// <summary>Waits for another thread or process, and fails with a sentence when it takes too long.</summary>
public static class Until
{
    private static readonly TimeSpan DefaultLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    public static Task True(string what, Func<bool> isSo, TimeSpan? atMost = null) => True(what, () => Task.FromResult(isSo()), atMost);

    public static async Task True(string what, Func<Task<bool>> isSo, TimeSpan? atMost = null)
    {
        var (limit, watch) = (atMost ?? DefaultLimit, Stopwatch.StartNew());
        while (!await isSo())
        {
            watch.Elapsed.ShouldBeLessThan(limit, $"Waited in vain until {what}.");
            await Task.Delay(Pause);
        }
    }
}
