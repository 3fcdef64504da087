using PartnershipTracker.Application.Common;

namespace PartnershipTracker.Infrastructure.Files;

/// <summary>Files in a folder (<c>Storage:Folder</c>).</summary>
internal sealed class FileStore(StorageOptions options) : IFileStore
{
    private readonly string _folder = Path.GetFullPath(options.Folder);

    public async Task<string> SaveAsync(Stream content, CancellationToken ct)
    {
        Directory.CreateDirectory(_folder);
        var name = Guid.CreateVersion7().ToString("N");
        await using var file = new FileStream(Path.Combine(_folder, name), FileMode.CreateNew, FileAccess.Write, FileShare.None, 81920, useAsync: true);
        await content.CopyToAsync(file, ct);
        return name;
    }

    /// <summary>Writes a temporary file in the same folder and then moves it, so that a file under a hash is always complete.</summary>
    public async Task SaveAsync(string sha256, Stream content, CancellationToken ct)
    {
        var path = PathOf(sha256);
        if (File.Exists(path)) return;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var writing = $"{path}.{Guid.NewGuid():N}";
        try
        {
            await using (var file = new FileStream(writing, FileMode.CreateNew, FileAccess.Write, FileShare.None, 81920, useAsync: true))
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

    public Stream Open(string name) => new FileStream(PathOf(name), FileMode.Open, FileAccess.Read, FileShare.Read, 81920, FileOptions.SequentialScan);

    /// <summary>Files are in subfolders named after the first two digits of the hash, so that no folder grows too large.</summary>
    private string PathOf(string name)
    {
        var safe = Path.GetFileName(name);
        return safe.Length == 64 ? Path.Combine(_folder, safe[..2], safe) : Path.Combine(_folder, safe);
    }
}
