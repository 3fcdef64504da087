using PartnershipTracker.Application.Commitments;

namespace PartnershipTracker.Infrastructure.Commitments;

/// <summary>
/// Recognizes the file types that are accepted as evidence: PDF, images, office files without macros, plain text and CSV. None of them can
/// run in a browser.
/// </summary>
internal sealed class FileTypes : IFileTypes
{
    private static readonly FileType Pdf = new("application/pdf", ".pdf");
    private static readonly FileType Png = new("image/png", ".png");
    private static readonly FileType Jpeg = new("image/jpeg", ".jpg");
    private static readonly FileType Gif = new("image/gif", ".gif");
    private static readonly FileType WebP = new("image/webp", ".webp");

    public async Task<FileType?> FindAsync(Stream content, CancellationToken ct)
    {
        content.Position = 0;
        var start = new byte[12];
        var length = await content.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, ct);
        if (BySignature(start.AsSpan(0, length)) is { } type) return type;
        content.Position = 0;
        return start.AsSpan().StartsWith("PK\x03\x04"u8) ? OfficeFiles.TypeOf(content) : await PlainText.TypeOfAsync(content, ct);
    }

    private static FileType? BySignature(ReadOnlySpan<byte> start)
    {
        if (start.StartsWith("%PDF-"u8)) return Pdf;
        if (start.StartsWith<byte>([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])) return Png;
        if (start.StartsWith<byte>([0xFF, 0xD8, 0xFF])) return Jpeg;
        if (start.StartsWith("GIF87a"u8) || start.StartsWith("GIF89a"u8)) return Gif;
        return start.StartsWith("RIFF"u8) && start[8..].SequenceEqual("WEBP"u8) ? WebP : null;
    }
}
