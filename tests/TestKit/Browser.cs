namespace PartnershipTracker.TestKit;

/// <summary>Debian's Chromium and its driver.</summary>
public static class Browser
{
    public static string? Chromium => Find("chromium", "chromium-browser", "google-chrome");

    public static string? Driver => Find("chromedriver");

    /// <summary>Why a test with a browser is left out; in CI none is, and it fails instead.</summary>
    public static string? SkipReason => PostgreSql.IsCi || (Chromium is not null && Driver is not null) ? null : "No browser: chromium and chromium-driver are not installed (./test installs them).";

    private static string? Find(params string[] names) => names
        .SelectMany(name => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries).Select(folder => Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);
}

/// <summary>A test that needs a browser; skipped where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = Browser.SkipReason;
}
