using PartnershipTracker.Application.Common;

namespace PartnershipTracker.Infrastructure.Storage;

/// <summary>Files in a folder (<c>Storage:Folder</c>, <c>data/files</c> below the working directory where nothing is said).</summary>
internal sealed class FileStore(string? folder) : IFileStore
{
    private readonly string _folder = Path.GetFullPath(string.IsNullOrWhiteSpace(folder) ? Path.Combine("data", "files") : folder);

    public async Task<string> SaveAsync(Stream content, CancellationToken ct)
    {
        Directory.CreateDirectory(_folder);
        var name = Guid.CreateVersion7().ToString("N");
        await using var file = new FileStream(Path.Combine(_folder, name), FileMode.CreateNew, FileAccess.Write, FileShare.None, 81920, useAsync: true);
        await content.CopyToAsync(file, ct);
        return name;
    }

    public Stream Open(string name) => new FileStream(
        Path.Combine(_folder, Path.GetFileName(name)), FileMode.Open, FileAccess.Read, FileShare.Read, 81920, FileOptions.SequentialScan);
}
