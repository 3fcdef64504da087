using System.Text;
using CsvHelper;

namespace PartnershipTracker.Application.Imports;

/// <summary>
/// A CSV file that is read row by row: UTF-8, with or without a byte order mark; separated by comma, semicolon, tab or bar, as its first lines show.
/// </summary>
internal sealed class ImportFile : IAsyncDisposable
{
    /// <summary>A longer record is an unclosed quote, not a row.</summary>
    private static readonly CsvReaderOptions Options = new() { TrackLineNumbers = true, MaxRecordSize = 1_000_000, IncludeValuesInExceptions = false };

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly CsvReader _csv;
    private readonly Dictionary<string, int> _columns = new(Imports.Heading.Comparer);

    private ImportFile(CsvReader csv) => _csv = csv;

    public IReadOnlyList<string> Heading { get; private set; } = [];

    public long RowNumber => _csv.RowNumber;

    /// <summary>The line of the file on which the row begins.</summary>
    public int Line => (int)_csv.LineNumber;

    /// <param name="leaveOpen">The stream stays open.</param>
    public static async Task<ImportFile> OpenAsync(Stream content, CancellationToken ct, bool leaveOpen = false)
    {
        var file = new ImportFile(CsvReader.Create(new StreamReader(content, StrictUtf8, leaveOpen: leaveOpen), Options));
        await file._csv.ReadHeaderAsync(ct);
        file.Heading = [.. file._csv.Headers.Select(name => name.Trim())];
        foreach (var (name, i) in file.Heading.Select((name, i) => (name, i))) file._columns.TryAdd(name, i);
        return file;
    }

    public ValueTask<bool> ReadAsync(CancellationToken ct) => _csv.ReadAsync(ct);

    /// <returns>Empty where there is no such column.</returns>
    public string Cell(string column) => _columns.TryGetValue(column, out var i) && i < _csv.FieldCount ? _csv.GetString(i) : "";

    public ValueTask DisposeAsync() => _csv.DisposeAsync();
}
