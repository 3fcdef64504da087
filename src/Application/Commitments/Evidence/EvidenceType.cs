using System.Buffers;
using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace PartnershipTracker.Application.Commitments;

/// <summary>
/// What a file is, told from its content alone. Only what cannot run in a browser, and what people show as evidence: PDF, images, office files
/// without macros, plain text and CSV.
/// </summary>
/// <param name="Extension">With its dot.</param>
internal sealed record EvidenceType(string ContentType, string Extension)
{
    private static readonly EvidenceType
        Pdf = new("application/pdf", ".pdf"),
        Png = new("image/png", ".png"),
        Jpeg = new("image/jpeg", ".jpg"),
        Gif = new("image/gif", ".gif"),
        WebP = new("image/webp", ".webp"),
        Word = new("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx"),
        Excel = new("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx"),
        PowerPoint = new("application/vnd.openxmlformats-officedocument.presentationml.presentation", ".pptx"),
        OpenText = new("application/vnd.oasis.opendocument.text", ".odt"),
        OpenSheet = new("application/vnd.oasis.opendocument.spreadsheet", ".ods");

    public static readonly EvidenceType Csv = new("text/csv", ".csv"), Text = new("text/plain", ".txt");

    /// <returns>Null for everything else.</returns>
    public static async Task<EvidenceType?> OfAsync(Stream content, CancellationToken ct)
    {
        content.Position = 0;
        var start = new byte[12];
        var length = await content.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, ct);
        if (BySignature(start.AsSpan(0, length)) is { } type) return type;
        content.Position = 0;
        return start.AsSpan().StartsWith("PK\x03\x04"u8) ? Office(content) : await PlainText.TypeAsync(content, ct);
    }

    private static EvidenceType? BySignature(ReadOnlySpan<byte> start)
    {
        if (start.StartsWith("%PDF-"u8)) return Pdf;
        if (start.StartsWith<byte>([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])) return Png;
        if (start.StartsWith<byte>([0xFF, 0xD8, 0xFF])) return Jpeg;
        if (start.StartsWith("GIF87a"u8) || start.StartsWith("GIF89a"u8)) return Gif;
        return start.StartsWith("RIFF"u8) && start[8..].SequenceEqual("WEBP"u8) ? WebP : null;
    }

    private static EvidenceType? Office(Stream content)
    {
        try
        {
            using var zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.Entries.Any(e => e.FullName.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase))) return null;
            return OpenDocument(zip) ?? OfficeOpenXml(zip);
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or IOException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>OpenDocument says what it is in its first entry.</summary>
    private static EvidenceType? OpenDocument(ZipArchive zip)
    {
        if (zip.Entries.FirstOrDefault() is not { FullName: "mimetype" } entry) return null;
        var type = Head(entry, 100).Trim();
        return new[] { OpenText, OpenSheet }.FirstOrDefault(t => t.ContentType == type);
    }

    /// <summary>Office Open XML names the type of each part; the main part tells what it is, and must be there.</summary>
    private static EvidenceType? OfficeOpenXml(ZipArchive zip)
    {
        if (zip.GetEntry("[Content_Types].xml") is not { } entry) return null;
        using var reader = XmlReader.Create(
            new StringReader(Head(entry, 1_000_000)), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        foreach (var part in XDocument.Load(reader).Root!.Elements().Where(e => e.Name.LocalName == "Override"))
        {
            var type = part.Attribute("ContentType")?.Value switch
            {
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml" => Word,
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml" => Excel,
                "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml" => PowerPoint,
                _ => null,
            };
            if (type is not null && zip.GetEntry(part.Attribute("PartName")?.Value.TrimStart('/') ?? "") is not null) return type;
        }

        return null;
    }

    /// <summary>The beginning of an entry, however much it would unpack to.</summary>
    private static string Head(ZipArchiveEntry entry, int most)
    {
        using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
        var head = new char[most];
        return new string(head, 0, reader.ReadBlock(head, 0, most));
    }
}

/// <summary>UTF-8 that is no markup and no script.</summary>
internal static class PlainText
{
    private const int HeadLength = 4096;
    private static readonly string[] Markup = ["<!doctype", "<html", "<head", "<body", "<script", "<iframe", "<svg", "<?xml", "<?php"];

    /// <returns>CSV, plain text, or null where it is neither.</returns>
    public static async Task<EvidenceType?> TypeAsync(Stream content, CancellationToken ct)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(16384);
        var chars = ArrayPool<char>.Shared.Rent(16384 + 16);
        var head = new StringBuilder(HeadLength);
        try
        {
            var decoder = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetDecoder();
            int read;
            do
            {
                read = await content.ReadAsync(bytes.AsMemory(0, 16384), ct);
                var count = decoder.GetChars(bytes, 0, read, chars, 0, flush: read == 0);
                if (chars.AsSpan(0, count).Contains('\0')) return null;
                head.Append(chars, 0, Math.Min(count, HeadLength - head.Length));
            }
            while (read > 0);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
            ArrayPool<char>.Shared.Return(chars);
        }

        var text = head.ToString().TrimStart('\uFEFF').TrimStart();
        if (text.StartsWith('<') || text.StartsWith("#!", StringComparison.Ordinal)) return null;
        if (Markup.Any(tag => text.Contains(tag, StringComparison.OrdinalIgnoreCase))) return null;
        return ",;\t".Any(separator => IsTable(text, separator)) ? EvidenceType.Csv : EvidenceType.Text;
    }

    /// <summary>At least two rows, each with as many separators as the first. Where the head was cut, its last row does not count.</summary>
    private static bool IsTable(string text, char separator)
    {
        var (rows, separators, quoted) = (new List<int>(), 0, false);
        foreach (var c in text)
        {
            if (c == '"') quoted = !quoted;
            else if (quoted) continue;
            else if (c == separator) separators++;
            else if (c == '\n')
            {
                rows.Add(separators);
                separators = 0;
            }
        }

        if (separators > 0 && text.Length < HeadLength - 1) rows.Add(separators);
        return rows.Count > 1 && rows[0] > 0 && rows.TrueForAll(row => row == rows[0]);
    }
}
