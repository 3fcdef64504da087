using System.IO.Compression;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Infrastructure.Imports;

/// <summary>The zip file of a workbook. Its declared sizes are not trusted; unpacked bytes are counted.</summary>
internal sealed class XlsxPackage : IDisposable
{
    private const string Strict = "http://purl.oclc.org/ooxml/officeDocument/relationships/";
    private const string Transitional = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private readonly MeteredStream _packed;
    private readonly ZipArchive _zip;
    private readonly Dictionary<string, ZipArchiveEntry> _entries = new(StringComparer.OrdinalIgnoreCase);
    private long _unpacked;

    /// <param name="content">Must be seekable; it is not closed.</param>
    /// <exception cref="InvalidDataException">It is not a zip file, or a part is missing.</exception>
    public XlsxPackage(Stream content)
    {
        _packed = new MeteredStream(content, read =>
        {
            if (read > XlsxLimits.DirectorySize) throw SpreadsheetRows.Refused("import.tooManyParts");
        });
        try
        {
            _zip = new ZipArchive(_packed, ZipArchiveMode.Read, leaveOpen: true);
            foreach (var entry in _zip.Entries) _entries.TryAdd(entry.FullName.TrimStart('/'), entry);
        }
        catch (ArgumentException e)
        {
            // In a broken zip file the reader seeks before the beginning, for which the stream of an upload throws this exception.
            throw new InvalidDataException("It is no zip file.", e);
        }

        _packed.Watch(_ => { });
    }

    /// <returns>The part; null if it does not exist.</returns>
    public XlsxPart? Open(string path)
    {
        if (!_entries.TryGetValue(path, out var entry)) return null;
        var ofPart = 0L;
        return new XlsxPart(new MeteredStream(Unpack(entry), read =>
        {
            _unpacked += read - ofPart;
            ofPart = read;
            if (ofPart > XlsxLimits.PartSize || _unpacked > XlsxLimits.WholeSize) throw SpreadsheetRows.Refused("import.unpackedSize");
            if (_unpacked > XlsxLimits.RatioFrom && _unpacked > XlsxLimits.Ratio * _packed.Count) throw SpreadsheetRows.Refused("import.unpackedRatio");
        }, leaveOpen: false));
    }

    /// <returns>The relationships of a part: kind ("worksheet"), id, and path of the target. Targets outside the file are left
    /// out.</returns>
    /// <param name="path">The path of the part; empty for the package itself.</param>
    public List<(string Kind, string Id, string Path)> Relationships(string path)
    {
        var (folder, name) = (path[..(path.LastIndexOf('/') + 1)], path[(path.LastIndexOf('/') + 1)..]);
        var found = new List<(string, string, string)>();
        using var part = Open($"{folder}_rels/{name}.rels");
        while (part?.Read() == true)
        {
            if (!part.IsStartOf("Relationship", XlsxPart.Relationships) || part["TargetMode"] == "External") continue;
            if (part["Type"] is { } type && KindOf(type) is { } kind && part["Id"] is { } id && PathOf(folder, part["Target"]) is { } target) found.Add((kind, id, target));
            if (found.Count > XlsxLimits.Columns) throw SpreadsheetRows.Refused("import.tooManyParts");
        }

        return found;
    }

    public void Dispose() => _zip.Dispose();

    private static Stream Unpack(ZipArchiveEntry entry)
    {
        try
        {
            return entry.Open();
        }
        catch (Exception e) when (e is ArgumentException or EndOfStreamException)
        {
            throw new InvalidDataException($"{TextRules.Shown(entry.FullName, 100)} is not where the zip file says.", e);
        }
    }

    private static string? KindOf(string type) =>
        type.StartsWith(Transitional, StringComparison.Ordinal) ? type[Transitional.Length..] : type.StartsWith(Strict, StringComparison.Ordinal) ? type[Strict.Length..] : null;

    /// <summary>A target is relative to the folder of the part, or to the package if it begins with a slash.</summary>
    private static string? PathOf(string folder, string? target) =>
        Uri.TryCreate(new Uri("zip:///" + folder), target, out var uri) ? Uri.UnescapeDataString(uri.AbsolutePath).TrimStart('/') : null;
}
