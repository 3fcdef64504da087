namespace PartnershipTracker.Api.Access;

/// <summary>What a browser calls itself, shortened so that a person recognizes it and nobody is tracked by it: "Firefox, Windows".</summary>
internal static class Device
{
    // The order matters: most call themselves by the names of those after them, too.
    private static readonly (string Sign, string Name)[] Browsers =
        [("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox", "Firefox"), ("FxiOS", "Firefox"), ("Chrome", "Chrome"), ("CriOS", "Chrome"), ("Safari", "Safari")];

    private static readonly (string Sign, string Name)[] Systems =
        [("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS", "macOS"), ("CrOS", "ChromeOS"), ("Linux", "Linux")];

    /// <returns>Null where neither is known.</returns>
    public static string? Of(HttpRequest request)
    {
        var agent = request.Headers.UserAgent.ToString();
        string[] known = [.. new[] { NameIn(agent, Browsers), NameIn(agent, Systems) }.OfType<string>()];
        return known.Length == 0 ? null : string.Join(", ", known);
    }

    private static string? NameIn(string agent, (string Sign, string Name)[] names) =>
        names.Where(n => agent.Contains(n.Sign, StringComparison.Ordinal)).Select(n => n.Name).FirstOrDefault();
}
