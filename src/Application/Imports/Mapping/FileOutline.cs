namespace PartnershipTracker.Application.Imports.Mapping;

/// <summary>The beginning of a file, before it is known where its table stands.</summary>
/// <param name="Sheets">The names of the sheets of a workbook, at most <see cref="MaxSheets"/>; empty for CSV.</param>
/// <param name="Encoding">What the text of a CSV file seems to be written in; null for UTF-8, a mark at its beginning, or a
/// workbook.</param>
/// <param name="Rows">The first rows that are not empty, at most <see cref="MaxRows"/>.</param>
public sealed record FileOutline(IReadOnlyList<string> Sheets, TextEncoding? Encoding, IReadOnlyList<OutlineRow> Rows)
{
    public const int MaxSheets = 100;
    public const int MaxRows = 40;

    /// <summary>Cells to the right of it are not looked at.</summary>
    public const int MaxColumns = ImportMapping.MaxColumns;
}

/// <param name="Line">The line of the file, or the row of the sheet.</param>
public sealed record OutlineRow(int Line, IReadOnlyList<string> Cells)
{
    public int Filled => Cells.Count(cell => !string.IsNullOrWhiteSpace(cell));
}
