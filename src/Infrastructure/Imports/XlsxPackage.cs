using System.IO.Compression;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Infrastructure.Imports;

/// <summary>The zip file of a workbook. What it says about its sizes is not believed: what comes out is counted.</summary>
internal sealed class XlsxPackage : IDisposable
{
    private const string Strict = "http://purl.oclc.org/ooxml/officeDocument/relationships/";
    private const string Transitional = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private readonly MeteredStream _packed;
    private readonly ZipArchive _zip;
    private readonly Dictionary<string, ZipArchiveEntry> _entries = new(StringComparer.OrdinalIgnoreCase);
    private long _unpacked;

    /// <param name="content">Can be sought in; it stays open.</param>
    /// <exception cref="InvalidDataException">It is no zip file, or a part of it is missing.</exception>
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
            // A broken zip is looked for beyond the beginning of the file, which an uploaded file answers so.
            throw new InvalidDataException("It is no zip file.", e);
        }

        _packed.Watch(_ => { });
    }

    /// <returns>Null where there is no such part.</returns>
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

    /// <returns>What a part refers to: the kind ("worksheet"), the id by which the part knows it, and its path; what lies outside the file is left out.</returns>
    /// <param name="path">Of the part; empty for the file itself.</param>
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

    /// <summary>Relative to the folder of the part, or to the file where it begins with a slash.</summary>
    private static string? PathOf(string folder, string? target) =>
        Uri.TryCreate(new Uri("zip:///" + folder), target, out var uri) ? Uri.UnescapeDataString(uri.AbsolutePath).TrimStart('/') : null;
}
