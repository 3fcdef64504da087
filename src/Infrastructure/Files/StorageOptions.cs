namespace PartnershipTracker.Infrastructure.Files;

/// <summary>Where files are stored (<c>Storage:*</c>).</summary>
internal sealed class StorageOptions
{
    /// <summary>Relative to the working directory.</summary>
    public string Folder { get; init; } = Path.Combine("data", "files");
}
