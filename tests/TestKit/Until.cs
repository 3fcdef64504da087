using System.Diagnostics;

namespace PartnershipTracker.TestKit;

/// <summary>Waits for another thread or process, and fails with a sentence when it takes too long.</summary>
public static class Until
{
    private static readonly TimeSpan DefaultLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <param name="details">Added to the failure, as they are then.</param>
    public static Task True(string what, Func<bool> isSo, TimeSpan? atMost = null, Func<string>? details = null) =>
        True(what, () => Task.FromResult(isSo()), atMost, details);

    public static async Task True(string what, Func<Task<bool>> isSo, TimeSpan? atMost = null, Func<string>? details = null)
    {
        var (limit, watch) = (atMost ?? DefaultLimit, Stopwatch.StartNew());
        while (!await isSo())
        {
            watch.Elapsed.ShouldBeLessThan(limit, $"Waited in vain until {what}. {details?.Invoke()}");
            await Task.Delay(Pause);
        }
    }
}
