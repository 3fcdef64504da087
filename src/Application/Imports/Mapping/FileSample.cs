using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.Imports.Mapping;

/// <summary>The first rows of the table in a file, under their headings.</summary>
/// <param name="Title">The text above the heading; null if there is none.</param>
/// <param name="Nothing">The words for nothing that were found, such as N/A.</param>
internal sealed record FileSample(
    FileOutline Outline,
    FileLayout Layout,
    IReadOnlyList<string> Heading,
    IReadOnlyList<ColumnSample> Columns,
    int Rows,
    string? Title,
    IReadOnlyList<string> Nothing
)
{
    private const int MaxRows = 200;
    private const int MaxValueLength = 300;

    /// <summary>Workbooks may begin with a cover; so many sheets are looked at.</summary>
    private const int MaxSheets = 5;

    /// <param name="given">What a person says about the layout; the rest is guessed.</param>
    /// <exception cref="DomainException">The file cannot be read.</exception>
    public static async Task<FileSample> ReadAsync(ISpreadsheetReader reader, Stream content, FileLayout given, CancellationToken ct)
    {
        var outline = await reader.OutlineAsync(content, given, ct);
        var sheet = given.Sheet;
        foreach (var other in sheet is null ? outline.Sheets.Skip(1).Take(MaxSheets) : [])
        {
            if (IsTable(outline))
                break;
            var found = await reader.OutlineAsync(content, new FileLayout(other), ct);
            if (IsTable(found))
                (outline, sheet) = (found, other);
        }

        var heading = HeadingRow.In(outline.Rows);
        var isFirst = heading is null || heading == outline.Rows[0];
        var layout = new FileLayout(
            sheet,
            given.HeadingRow ?? (isFirst && heading?.Line is null or 1 ? null : heading!.Line),
            given.Encoding ?? outline.Encoding
        );
        var title = outline.Rows.TakeWhile(row => row != heading).SelectMany(row => row.Cells).FirstOrDefault(c => c.Trim().Length > 0);
        await using var file = await reader.OpenAsync(content, layout, ct);
        var names = file.Heading.Where(ImportField.CanName).Distinct(ColumnNames.Comparer).Take(ImportMapping.MaxColumns).ToList();
        var values = names.ConvertAll(_ => new List<string>());
        var nothing = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var rows = 0;
        while (rows < MaxRows && await file.ReadAsync(ct))
        {
            rows++;
            foreach (var (name, i) in names.Select((name, i) => (name, i)))
                if (file.Cell(name).Trim() is { Length: > 0 } cell && TextRules.IsText(cell))
                    if (KnownWords.Find(KnownWords.Empty, cell) is null)
                        values[i].Add(cell.Length <= MaxValueLength ? cell : cell[..MaxValueLength]);
                    else
                        nothing.Add(cell);
        }

        return new FileSample(
            outline,
            layout,
            file.Heading,
            [.. names.Select((name, i) => new ColumnSample(name, rows, values[i]))],
            rows,
            Blank.ToNull(title),
            [.. nothing]
        );
    }

    private static bool IsTable(FileOutline outline) =>
        HeadingRow.In(outline.Rows) is { Filled: > 2 } heading && outline.Rows[^1] != heading;
}
