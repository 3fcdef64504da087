namespace PartnershipTracker.Api.Demo;

/// <summary>The demonstration with its samples (<c>Demo:*</c>).</summary>
internal sealed class DemoOptions
{
    public static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "samples");

    /// <summary>Enters the samples and opens the pages to everybody.</summary>
    public bool Enabled { get; init; }

    /// <summary>Folders below <c>samples/</c>, separated by commas; by default all.</summary>
    public string Samples { get; init; } = "";

    /// <summary>The folder for the files with the demonstration's keys.</summary>
    public string KeyFolder { get; init; } = "data";

    /// <summary>The key of the secretariat.</summary>
    public string KeyFile => Path.Combine(KeyFolder, "demo-key.txt");

    /// <summary>The key of an officer of the fictional partnership.</summary>
    public string OfficerKeyFile => Path.Combine(KeyFolder, "demo-officer-key.txt");

    public static IReadOnlyList<string> ExistingSamples =>
        Directory.Exists(Folder)
            ? [.. Directory.GetDirectories(Folder).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal)]
            : [];

    public IReadOnlyList<string> ChosenSamples =>
        Samples.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is { Length: > 0 } named
            ? named
            : ExistingSamples;

    /// <summary>Of those that are chosen, the ones that are a partnership with all that people did in it.</summary>
    public IEnumerable<string> ChosenPartnerships => ChosenSamples.Where(IsPartnership);

    /// <summary>Of those that are chosen, the ones that are tables to import.</summary>
    public IEnumerable<string> ChosenTables => ChosenSamples.Where(sample => !IsPartnership(sample));

    /// <summary>
    /// Whether the link that is sent to this address is shown on the page: only for the invented people of the demonstration.
    /// </summary>
    public bool Shows(string email) => Enabled && email.Trim().EndsWith(DemoPeople.Domain, StringComparison.OrdinalIgnoreCase);

    public static string FolderOf(string sample) => Path.Combine(Folder, sample);

    private static bool IsPartnership(string sample) => SampleFiles.AreIn(FolderOf(sample));
}
