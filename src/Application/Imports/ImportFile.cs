using System.Text;
using CsvHelper;
using DocumentFormat.OpenXml.Packaging;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.Imports;

/// <summary>A file with a heading that is read row by row.</summary>
internal abstract class ImportFile : IAsyncDisposable
{
    private readonly Dictionary<string, int> _columns = new(Imports.Heading.Comparer);

    public IReadOnlyList<string> Heading { get; private set; } = [];

    /// <summary>From 1; the heading does not count.</summary>
    public abstract long RowNumber { get; }

    /// <summary>The line of the file, or the row of the sheet, on which the row begins.</summary>
    public abstract int Line { get; }

    /// <summary>CSV or XLSX, as its first bytes tell.</summary>
    /// <param name="content">Can be sought in; it stays open.</param>
    /// <exception cref="DomainException">It cannot be read.</exception>
    public static async Task<ImportFile> OpenAsync(Stream content, CancellationToken ct)
    {
        var start = new byte[4];
        var isZip = await content.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, ct) == start.Length && start.AsSpan().SequenceEqual("PK\u0003\u0004"u8);
        content.Position = 0;
        try
        {
            ImportFile file = isZip ? new XlsxRows(content) : new CsvRows(content);
            await file.ReadHeadingAsync(ct);
            return file;
        }
        catch (Exception e) when (Refusal(e) is { } refusal)
        {
            throw refusal;
        }
    }

    /// <returns>What is wrong with a file that cannot be read, as a sentence; null where something else is wrong.</returns>
    public static DomainException? Refusal(Exception e) => e switch
    {
        DecoderFallbackException => Refused("import.notUtf8"),
        CsvFormatException or OpenXmlPackageException or InvalidDataException or System.Xml.XmlException or FileFormatException => Refused("import.rowUnreadable", e.Message),
        _ => null,
    };

    public abstract ValueTask<bool> ReadAsync(CancellationToken ct);

    /// <returns>Empty where there is no such column.</returns>
    public string Cell(string column) => _columns.TryGetValue(column, out var i) ? Field(i) : "";

    public abstract ValueTask DisposeAsync();

    protected abstract ValueTask<IReadOnlyList<string>> HeadingAsync(CancellationToken ct);

    /// <returns>Empty where the row is shorter.</returns>
    protected abstract string Field(int column);

    private static DomainException Refused(string code, params object?[] args) => new(RefusalKind.Malformed, code, "file", args);

    private async Task ReadHeadingAsync(CancellationToken ct)
    {
        Heading = [.. (await HeadingAsync(ct)).Select(name => name.Trim())];
        foreach (var (name, i) in Heading.Select((name, i) => (name, i))) _columns.TryAdd(name, i);
    }
}

/// <summary>UTF-8, with or without a byte order mark; separated by comma, semicolon, tab or bar, as its first lines show.</summary>
internal sealed class CsvRows(Stream content) : ImportFile
{
    /// <summary>A longer record is an unclosed quote, not a row.</summary>
    private static readonly CsvReaderOptions Options = new() { TrackLineNumbers = true, MaxRecordSize = 1_000_000, IncludeValuesInExceptions = false };

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly CsvReader _csv = CsvReader.Create(new StreamReader(content, StrictUtf8, leaveOpen: true), Options);

    public override long RowNumber => _csv.RowNumber;

    public override int Line => (int)_csv.LineNumber;

    public override ValueTask<bool> ReadAsync(CancellationToken ct) => _csv.ReadAsync(ct);

    public override ValueTask DisposeAsync() => _csv.DisposeAsync();

    protected override async ValueTask<IReadOnlyList<string>> HeadingAsync(CancellationToken ct)
    {
        await _csv.ReadHeaderAsync(ct);
        return [.. _csv.Headers];
    }

    protected override string Field(int column) => column < _csv.FieldCount ? _csv.GetString(column) : "";
}
