using System.Globalization;
using System.IO.Packaging;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using PartnershipTracker.Application.Exports;

namespace PartnershipTracker.Infrastructure.Exports;

/// <summary>Writes a workbook row by row: texts inline, dates and numbers as typed cells, the heading row frozen.</summary>
/// <param name="file">Must be seekable.</param>
internal sealed class XlsxFile(Stream file) : IDisposable
{
    private const int MaxRows = 1_048_576;
    private const int MaxTextLength = 32_767;
    private static readonly DateOnly FirstSafeDay = new(1900, 3, 1);
    private const uint PlainStyle = 0,
        DayStyle = 1,
        InstantStyle = 2,
        HeadingStyle = 3;

    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    /// <summary>
    /// A write-only package is written part by part directly to the file. The SDK's documents can also be read and are therefore kept in
    /// memory.
    /// </summary>
    private readonly Package _package = Package.Open(file, FileMode.Create, FileAccess.Write);
    private readonly List<string> _sheets = [];
    private (string Name, IReadOnlyList<string> Heading) _sheet;
    private OpenXmlWriter? _rows;
    private Stream? _part;
    private int _count;

    /// <returns>An empty file that is deleted when it is closed.</returns>
    public static FileStream Temporary() =>
        new(
            Path.Combine(Path.GetTempPath(), $"tracker-{Guid.NewGuid():N}.xlsx"),
            FileMode.CreateNew,
            FileAccess.ReadWrite,
            FileShare.None,
            81920,
            FileOptions.DeleteOnClose
        );

    /// <param name="headingRow">The row of the heading; those before it are empty.</param>
    public void Begin(string sheet, IReadOnlyList<string> heading, int headingRow = 1)
    {
        End();
        _sheet = (sheet, heading);
        _part = Part(PathOf(_sheets.Count), "worksheet+xml").GetStream();
        _sheets.Add(_sheets.Contains(sheet) ? string.Create(CultureInfo.InvariantCulture, $"{sheet} {_sheets.Count + 1}") : sheet);
        _rows = OpenXmlWriter.Create(_part);
        _rows.WriteStartElement(new Worksheet());
        _rows.WriteElement(
            new SheetViews(
                new SheetView(
                    new Pane
                    {
                        VerticalSplit = 1,
                        TopLeftCell = "A2",
                        ActivePane = PaneValues.BottomLeft,
                        State = PaneStateValues.Frozen,
                    }
                )
                {
                    WorkbookViewId = 0,
                }
            )
        );
        _rows.WriteStartElement(new SheetData());
        _count = headingRow - 1;
        Write(heading, HeadingStyle);
    }

    /// <param name="cells">Values as in <see cref="ExportTable.Rows"/>.</param>
    public void Row(IEnumerable<object?> cells)
    {
        if (_count == MaxRows)
            Begin(_sheet.Name, _sheet.Heading);
        Write(cells, PlainStyle);
    }

    public void Dispose()
    {
        End();
        Write(Part("/xl/styles.xml", "styles+xml"), Styles());
        var book = Part("/xl/workbook.xml", "sheet.main+xml");
        Write(
            book,
            new Workbook(
                new BookViews(new WorkbookView()),
                new Sheets(
                    _sheets.Select(
                        (name, i) =>
                            new Sheet
                            {
                                Name = name,
                                SheetId = (uint)i + 1,
                                Id = IdOf(i),
                            }
                    )
                )
            )
        );
        for (var i = 0; i < _sheets.Count; i++)
            book.CreateRelationship(new Uri(PathOf(i), UriKind.Relative), TargetMode.Internal, Relations + "worksheet", IdOf(i));
        book.CreateRelationship(new Uri("/xl/styles.xml", UriKind.Relative), TargetMode.Internal, Relations + "styles", "styles");
        _package.CreateRelationship(book.Uri, TargetMode.Internal, Relations + "officeDocument");
        _package.Close();
    }

    private static string IdOf(int sheet) => string.Create(CultureInfo.InvariantCulture, $"sheet{sheet + 1}");

    private static string PathOf(int sheet) => $"/xl/{IdOf(sheet)}.xml";

    private static void Write(PackagePart part, OpenXmlElement root)
    {
        using var stream = part.GetStream();
        using var writer = OpenXmlWriter.Create(stream);
        writer.WriteElement(root);
    }

    private PackagePart Part(string path, string type) =>
        _package.CreatePart(new Uri(path, UriKind.Relative), Types + type, CompressionOption.Fast);

    private void End()
    {
        if (_rows is null)
            return;
        _rows.WriteEndElement();
        _rows.WriteEndElement();
        _rows.Dispose();
        _part!.Dispose();
        _rows = null;
    }

    private void Write(IEnumerable<object?> cells, uint textStyle)
    {
        _rows!.WriteStartElement(new Row { RowIndex = (uint)++_count });
        var column = 0;
        foreach (var cell in cells)
        {
            var at = Address(column++);
            switch (cell)
            {
                case null or "":
                    break;
                // Spreadsheets have no date before 1900, and Excel shows those before March 1900 a day off.
                case DateOnly day when day < FirstSafeDay:
                    Text(at, day.ToString("O", CultureInfo.InvariantCulture), textStyle);
                    break;
                case DateOnly day:
                    Number(at, day.ToDateTime(TimeOnly.MinValue).ToOADate().ToString(CultureInfo.InvariantCulture), DayStyle);
                    break;
                case DateTimeOffset instant:
                    Number(at, instant.UtcDateTime.ToOADate().ToString("R", CultureInfo.InvariantCulture), InstantStyle);
                    break;
                case decimal number:
                    Number(at, number.ToString(CultureInfo.InvariantCulture), PlainStyle);
                    break;
                case SdgTargetList targets:
                    Text(at, targets.ToText(TableFormat.Xlsx), textStyle);
                    break;
                case var text:
                    Text(at, (string)text, textStyle);
                    break;
            }
        }

        _rows.WriteEndElement();
    }

    private void Number(string at, string value, uint style) =>
        _rows!.WriteElement(new Cell(new CellValue(value)) { CellReference = at, StyleIndex = style });

    private void Text(string at, string text, uint style) =>
        _rows!.WriteElement(
            new Cell(new InlineString(new Text(Writable(text)) { Space = SpaceProcessingModeValues.Preserve }))
            {
                CellReference = at,
                DataType = CellValues.InlineString,
                StyleIndex = style,
            }
        );

    private string Address(int column) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{(column >= 26 ? ((char)('A' + column / 26 - 1)).ToString() : "")}{(char)('A' + column % 26)}{_count}"
        );

    /// <summary>Replaces characters that XML does not allow and cuts the text at the maximum length of a cell.</summary>
    private static string Writable(string text)
    {
        if (text.Length > MaxTextLength)
            text = text[..(MaxTextLength - 1)] + "…";
        if (text.All(XmlConvert.IsXmlChar))
            return text;
        var written = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            written.Append(rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? Rune.ReplacementChar.ToString() : rune.ToString());
        return written.ToString();
    }

    private static Stylesheet Styles() =>
        new(
            new NumberingFormats(
                new NumberingFormat { NumberFormatId = 164, FormatCode = "yyyy-mm-dd" },
                new NumberingFormat { NumberFormatId = 165, FormatCode = "yyyy-mm-dd hh:mm" }
            ),
            new Fonts(new Font(), new Font(new Bold())),
            new Fills(
                new Fill(new PatternFill { PatternType = PatternValues.None }),
                new Fill(new PatternFill { PatternType = PatternValues.Gray125 })
            ),
            new Borders(new Border()),
            new CellStyleFormats(new CellFormat()),
            new CellFormats(
                new CellFormat(),
                new CellFormat { NumberFormatId = 164, ApplyNumberFormat = true },
                new CellFormat { NumberFormatId = 165, ApplyNumberFormat = true },
                new CellFormat { FontId = 1, ApplyFont = true }
            )
        );
}
