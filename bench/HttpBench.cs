namespace PartnershipTracker.Bench;
internal static class HttpBench { public static Task RunAsync(Store s, int c, Results r) => Task.CompletedTask; }
