using System.Security.Cryptography;

namespace PartnershipTracker.Infrastructure.Backups;

/// <summary>Files and folders that on Unix only the program's own user may read (0600 and 0700).</summary>
internal static class PrivateFiles
{
    private const UnixFileMode FileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode FolderMode = FileMode | UnixFileMode.UserExecute;
    private const int BufferSize = 1 << 17;

    /// <summary>Creates a folder, and the folders above it that do not exist yet.</summary>
    public static void CreateFolder(string path)
    {
        if (Directory.Exists(path))
            return;
        if (Path.GetDirectoryName(path) is { } above)
            CreateFolder(above);
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, FolderMode);
    }

    public static FileStream Create(string path)
    {
        var options = new FileStreamOptions
        {
            Mode = System.IO.FileMode.CreateNew,
            Access = FileAccess.Write,
            BufferSize = BufferSize,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = FileMode;
        return new FileStream(path, options);
    }

    /// <summary>Copies a file to the disk, and creates its folder.</summary>
    /// <returns>The size in bytes and the SHA-256 of what was copied.</returns>
    public static async Task<(long Size, string Sha256)> CopyAsync(string from, string to, CancellationToken ct)
    {
        CreateFolder(Path.GetDirectoryName(to)!);
        await using var source = Open(from);
        await using var copy = Create(to);
        var read = await HashAsync(source, copy, ct);
        copy.Flush(flushToDisk: true);
        return read;
    }

    /// <returns>The size in bytes and the SHA-256 of a file.</returns>
    public static async Task<(long Size, string Sha256)> HashAsync(string path, CancellationToken ct)
    {
        await using var file = Open(path);
        return await HashAsync(file, Stream.Null, ct);
    }

    private static FileStream Open(string path) =>
        new(path, System.IO.FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, BufferSize, useAsync: true);

    private static async Task<(long Size, string Sha256)> HashAsync(Stream source, Stream copy, CancellationToken ct)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[BufferSize];
        var size = 0L;
        while (await source.ReadAsync(buffer, ct) is > 0 and var read)
        {
            sha.AppendData(buffer, 0, read);
            await copy.WriteAsync(buffer.AsMemory(0, read), ct);
            size += read;
        }

        return (size, Convert.ToHexStringLower(sha.GetHashAndReset()));
    }
}
