using System.Xml;
using CsvHelper;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Imports;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Infrastructure.Imports;

/// <summary>What the readers of CSV and XLSX share: the heading row and the errors for files that cannot be read.</summary>
internal abstract class SpreadsheetRows : ISpreadsheet
{
    private const int MaxReasonLength = 300;

    private readonly Dictionary<string, int> _columns = new(ColumnNames.Comparer);

    public IReadOnlyList<string> Heading { get; private set; } = [];

    public abstract long RowNumber { get; }

    public abstract int Line { get; }

    /// <returns>The error for a file that cannot be read; null for other exceptions.</returns>
    public static DomainException? Refusal(Exception e) =>
        e switch
        {
            XmlException { LineNumber: > 0 and var line } => Refused("import.rowUnreadable", Texts.Error("import.workbookDamaged", line)),
            InvalidDataException or XmlException => Refused("import.rowUnreadable", Texts.Error("import.workbookIncomplete")),
            CsvFormatException => Refused("import.rowUnreadable", TextRules.Shown(e.Message, MaxReasonLength)),
            _ => null,
        };

    /// <summary>An error for the whole file.</summary>
    public static DomainException Refused(string code, params object?[] args) => new(RefusalKind.Malformed, code, "file", args);

    /// <summary>Must be called before the first row is read.</summary>
    public async Task ReadHeadingAsync(CancellationToken ct)
    {
        Heading = [.. (await HeadingAsync(ct)).Select(name => name.Trim())];
        if (Heading.Count > XlsxLimits.Columns)
            throw Refused("import.tooManyCells", Line);
        foreach (var (name, i) in Heading.Select((name, i) => (name, i)))
            _columns.TryAdd(name, i);
    }

    public async ValueTask<bool> ReadAsync(CancellationToken ct)
    {
        try
        {
            return await ReadRowAsync(ct);
        }
        catch (Exception e) when (Refusal(e) is { } refusal)
        {
            throw refusal;
        }
    }

    public string Cell(string column) => _columns.TryGetValue(column, out var i) ? Field(i) : "";

    public bool IsNumber(string column) => _columns.TryGetValue(column, out var i) && IsNumber(i);

    public abstract ValueTask DisposeAsync();

    protected abstract ValueTask<IReadOnlyList<string>> HeadingAsync(CancellationToken ct);

    protected abstract ValueTask<bool> ReadRowAsync(CancellationToken ct);

    /// <returns>The cell; empty if the row is shorter.</returns>
    protected abstract string Field(int column);

    protected virtual bool IsNumber(int column) => false;
}
