using System.Text;
using System.Xml;
using CsvHelper;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.Imports;

/// <summary>A file with a heading that is read row by row.</summary>
internal abstract class ImportFile : IAsyncDisposable
{
    private const int MaxReasonLength = 300;

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
        CsvFormatException or InvalidDataException or XmlException => Refused("import.rowUnreadable", TextRules.Shown(e.Message, MaxReasonLength)),
        _ => null,
    };

    /// <summary>A refusal of the file as a whole.</summary>
    public static DomainException Refused(string code, params object?[] args) => new(RefusalKind.Malformed, code, "file", args);

    public abstract ValueTask<bool> ReadAsync(CancellationToken ct);

    /// <returns>Empty where there is no such column.</returns>
    public string Cell(string column) => _columns.TryGetValue(column, out var i) ? Field(i) : "";

    public abstract ValueTask DisposeAsync();

    protected abstract ValueTask<IReadOnlyList<string>> HeadingAsync(CancellationToken ct);

    /// <returns>Empty where the row is shorter.</returns>
    protected abstract string Field(int column);

    private async Task ReadHeadingAsync(CancellationToken ct)
    {
        Heading = [.. (await HeadingAsync(ct)).Select(name => name.Trim())];
        if (Heading.Count > XlsxLimits.Columns) throw Refused("import.tooManyCells", Line);
        foreach (var (name, i) in Heading.Select((name, i) => (name, i))) _columns.TryAdd(name, i);
    }
}
