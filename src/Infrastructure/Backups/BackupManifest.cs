using System.Text.Json;
using System.Text.Json.Serialization;
using PartnershipTracker.Application.Backups;
using PartnershipTracker.Infrastructure.Files;
using PartnershipTracker.Infrastructure.Persistence;

namespace PartnershipTracker.Infrastructure.Backups;

/// <summary>What is in a backup: the file <c>manifest.json</c> in its folder.</summary>
/// <param name="Format">The format of the backup, <see cref="CurrentFormat"/>.</param>
/// <param name="Program">The version of the program that made it.</param>
/// <param name="Migration">The last migration of the database.</param>
/// <param name="At">When it was begun.</param>
/// <param name="Rows">The number of rows of each table.</param>
/// <param name="Files">Every other file of the backup.</param>
internal sealed record BackupManifest(
    int Format,
    string Program,
    DatabaseProvider Provider,
    string Migration,
    DateTimeOffset At,
    IReadOnlyDictionary<string, long> Rows,
    IReadOnlyList<BackupFile> Files
)
{
    public const string FileName = "manifest.json";
    public const int CurrentFormat = 1;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public async Task WriteAsync(string folder, CancellationToken ct)
    {
        await using var file = PrivateFiles.Create(Path.Combine(folder, FileName));
        await JsonSerializer.SerializeAsync(file, this, Json, ct);
        file.Flush(flushToDisk: true);
    }

    /// <exception cref="BackupException">The folder holds no backup, or one that this version cannot read.</exception>
    public static async Task<BackupManifest> ReadAsync(string folder, CancellationToken ct)
    {
        try
        {
            await using var file = File.OpenRead(Path.Combine(folder, FileName));
            var manifest = await JsonSerializer.DeserializeAsync<BackupManifest>(file, Json, ct);
            if (manifest is null || manifest.Files.Any(f => !f.IsInside()))
                throw new BackupException($"{FileName} in {folder} is damaged.");
            return manifest.Format == CurrentFormat
                ? manifest
                : throw new BackupException(
                    $"the backup has the format {manifest.Format}, and this version reads the format {CurrentFormat}."
                );
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new BackupException($"{folder} holds no backup: {FileName} is missing.");
        }
        catch (JsonException)
        {
            throw new BackupException($"{FileName} in {folder} is damaged.");
        }
    }
}

/// <param name="Path">Relative to the folder of the backup, with <c>/</c>.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Sha256">64 hexadecimal digits, lower case.</param>
internal sealed record BackupFile(string Path, long Size, string Sha256)
{
    /// <summary>Whether the path stays below the folder of the backup, so that a forged manifest cannot write elsewhere.</summary>
    public bool IsInside() =>
        Path.Split('/') is [BackupFolders.Database or BackupFolders.Files, ..] parts
        && parts.All(part => part.Length > 0 && part is not ("." or "..") && !part.Contains('\\', StringComparison.Ordinal));
}

/// <summary>The folders in a backup.</summary>
internal static class BackupFolders
{
    public const string Database = "database";

    /// <summary>The content of <c>Storage:Folder</c>, the keys included.</summary>
    public const string Files = "files";
}
