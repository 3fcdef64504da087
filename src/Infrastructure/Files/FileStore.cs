using PartnershipTracker.Application.Common;

namespace PartnershipTracker.Infrastructure.Files;

/// <summary>
/// Files in a folder (<c>Storage:Folder</c>). Imports and evidence may be confidential, so the owner alone can read them.
/// </summary>
internal sealed class FileStore(StorageOptions options) : IFileStore
{
    /// <summary>What is being written has a name with a dot, and is moved when it is complete.</summary>
    private const char InProgress = '.';
    private readonly string _folder = Path.GetFullPath(options.Folder);

    /// <summary>The files that are not being written; keys, which other code stores here, included.</summary>
    public static IEnumerable<string> CompleteFiles(string folder) =>
        Directory.Exists(folder)
            ? Directory
                .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Where(file => !Path.GetFileName(file).Contains(InProgress, StringComparison.Ordinal) || Path.GetExtension(file) == ".xml")
            : [];

    public async Task<string> SaveAsync(Stream content, CancellationToken ct)
    {
        var name = Guid.CreateVersion7().ToString("N");
        await WriteAsync(PathOf(name), content, ct);
        return name;
    }

    public async Task SaveAsync(string sha256, Stream content, CancellationToken ct)
    {
        var path = PathOf(sha256);
        if (!File.Exists(path))
            await WriteAsync(path, content, ct);
    }

    public Stream Open(string name) =>
        new FileStream(PathOf(name), FileMode.Open, FileAccess.Read, FileShare.Read, 81920, FileOptions.SequentialScan);

    public void Delete(string name) => File.Delete(PathOf(name));

    /// <summary>Files are in subfolders named after the first two digits of the hash, so that no folder grows too large.</summary>
    private string PathOf(string name)
    {
        var safe = Path.GetFileName(name);
        return safe.Length == 64 ? Path.Combine(_folder, safe[..2], safe) : Path.Combine(_folder, safe);
    }

    /// <summary>Writes a temporary file in the same folder and then moves it, so that a file under its name is always complete.</summary>
    private static async Task WriteAsync(string path, Stream content, CancellationToken ct)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var writing = $"{path}{InProgress}{Guid.NewGuid():N}";
        try
        {
            await using (var file = PrivateFiles.Create(writing))
            {
                await content.CopyToAsync(file, ct);
                file.Flush(flushToDisk: true);
            }

            File.Move(writing, path, overwrite: true);
        }
        finally
        {
            File.Delete(writing);
        }
    }
}
