using System.Globalization;
using System.Text;
using PartnershipTracker.Application.History;

namespace PartnershipTracker.Infrastructure.History;

/// <summary>
/// One file for each node, <c>heads-NODE.txt</c>, to which only lines are appended: number, hash and time of a head, separated by blanks.
/// </summary>
internal sealed class AnchorFolder(AuditOptions options) : IAuditAnchors
{
    private const string Prefix = "heads-";
    private const string Extension = ".txt";
    private const int LineMaxLength = 200;

    public async Task WriteAsync(AuditHead head, DateTimeOffset sealedAt, CancellationToken ct)
    {
        if (options.AnchorFolder is not { } folder)
            return;
        Directory.CreateDirectory(folder);
        await using var file = new FileStream(
            Path.Combine(folder, Prefix + Environment.MachineName + Extension),
            FileMode.OpenOrCreate,
            FileAccess.ReadWrite,
            FileShare.Read
        );
        var tail = await TailAsync(file, ct);
        if (tail.Split('\n').Select(HeadOf).LastOrDefault(known => known is not null) is { } last && last.Number >= head.Number)
            return;

        // A line that a crash cut off ends here.
        var end = tail.Length == 0 || tail[^1] == '\n' ? "" : "\n";
        var line = string.Create(CultureInfo.InvariantCulture, $"{end}{head.Number} {head.Hash} {sealedAt:O}\n");
        file.Seek(0, SeekOrigin.End);
        await file.WriteAsync(Encoding.ASCII.GetBytes(line), ct);
        file.Flush(flushToDisk: true);
    }

    public IReadOnlyList<IEnumerable<AuditHead>> Read() =>
        options.AnchorFolder is { } folder && Directory.Exists(folder)
            ? [.. Directory.GetFiles(folder, Prefix + "*" + Extension).Order(StringComparer.Ordinal).Select(HeadsOf)]
            : [];

    private static IEnumerable<AuditHead> HeadsOf(string file) => File.ReadLines(file).Select(HeadOf).OfType<AuditHead>();

    private static async Task<string> TailAsync(FileStream file, CancellationToken ct)
    {
        file.Seek(-Math.Min(file.Length, LineMaxLength), SeekOrigin.End);
        using var reader = new StreamReader(file, Encoding.ASCII, leaveOpen: true);
        return await reader.ReadToEndAsync(ct);
    }

    /// <returns>Null for a line that is no head, such as one that a crash cut off.</returns>
    private static AuditHead? HeadOf(string line) =>
        line.Split(' ') is [var number, { Length: 64 } hash, _]
        && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed)
            ? new AuditHead(parsed, hash)
            : null;
}
