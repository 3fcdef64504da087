namespace PartnershipTracker.Api.Access;

/// <summary>
/// A short name of a browser from its User-Agent, e.g. "Firefox, Windows": enough for a person to recognize it, too little for tracking.
/// </summary>
internal static class Device
{
    // The order matters: most browsers also name those that come after them in the list.
    private static readonly (string Sign, string Name)[] Browsers =
        [("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox", "Firefox"), ("FxiOS", "Firefox"), ("Chrome", "Chrome"), ("CriOS", "Chrome"), ("Safari", "Safari")];

    private static readonly (string Sign, string Name)[] Systems =
        [("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS", "macOS"), ("CrOS", "ChromeOS"), ("Linux", "Linux")];

    /// <returns>Null if neither browser nor system is recognized.</returns>
    public static string? Of(HttpRequest request)
    {
        var agent = request.Headers.UserAgent.ToString();
        string[] known = [.. new[] { NameIn(agent, Browsers), NameIn(agent, Systems) }.OfType<string>()];
        return known.Length == 0 ? null : string.Join(", ", known);
    }

    private static string? NameIn(string agent, (string Sign, string Name)[] names) =>
        names.Where(n => agent.Contains(n.Sign, StringComparison.Ordinal)).Select(n => n.Name).FirstOrDefault();
}
