using PartnershipTracker.Infrastructure.Persistence;

namespace PartnershipTracker.Api.Demo;

/// <param name="Enabled">Brings the samples in and opens the pages to everybody (<c>Demo:Enabled</c>).</param>
/// <param name="Samples">Folders below <c>samples/</c> (<c>Demo:Samples</c>, comma-separated; all where nothing is said).</param>
internal sealed record DemoOptions(bool Enabled, IReadOnlyList<string> Samples)
{
    public static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "samples");

    /// <summary>Whether the link that is sent to this address is shown on the page: for the invented people of the demonstration only.</summary>
    public bool Shows(string email) => Enabled && email.Trim().EndsWith(DemoPeople.Domain, StringComparison.OrdinalIgnoreCase);

    /// <exception cref="ConfigurationException">A value is not true or false, or a sample does not exist.</exception>
    public static DemoOptions From(IConfiguration configuration)
    {
        var text = configuration["Demo:Enabled"];
        var enabled = false;
        if (!string.IsNullOrWhiteSpace(text) && !bool.TryParse(text, out enabled)) throw new ConfigurationException($"Demo:Enabled is '{text}', but must be true or false.");
        if (!enabled) return new DemoOptions(false, []);

        var existing = Directory.Exists(Folder) ? Directory.GetDirectories(Folder).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal).ToList() : [];
        var asked = (configuration["Demo:Samples"] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (asked.FirstOrDefault(name => !existing.Contains(name)) is { } unknown)
            throw new ConfigurationException($"Demo:Samples names '{unknown}', but there are only: {string.Join(", ", existing)}.");
        return new DemoOptions(true, asked.Length > 0 ? asked : existing);
    }
}
