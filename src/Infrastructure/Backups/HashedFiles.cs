using System.Security.Cryptography;
using PartnershipTracker.Infrastructure.Files;

namespace PartnershipTracker.Infrastructure.Backups;

/// <summary>Copies files and computes their hashes on the way.</summary>
internal static class HashedFiles
{
    private const int BufferSize = 1 << 17;

    /// <summary>Copies a file to the disk, and creates its folder.</summary>
    /// <returns>The size in bytes and the SHA-256 of what was copied.</returns>
    public static async Task<(long Size, string Sha256)> CopyAsync(string from, string to, CancellationToken ct)
    {
        PrivateFiles.CreateFolder(Path.GetDirectoryName(to)!);
        await using var source = Open(from);
        await using var copy = PrivateFiles.Create(to);
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
        new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, BufferSize, useAsync: true);

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
