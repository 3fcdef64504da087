using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace PartnershipTracker.Application.Imports;

/// <summary>The first sheet of a workbook, row by row; days as <c>2026-12-31</c>, numbers as they would stand in CSV, formulas as what they last showed.</summary>
internal sealed partial class XlsxRows : ImportFile
{
    /// <summary>A small file can unpack to a huge one.</summary>
    private const long LargestPart = 500_000_000;
    private const int MostColumns = 16_384;

    private readonly SpreadsheetDocument _document;
    private readonly OpenXmlReader _rows;
    private readonly List<string> _shared = [];
    private readonly HashSet<uint> _dayStyles;
    private readonly int _epoch;
    private string[] _cells = [];
    private long _rowNumber = -1;
    private int _line;

    /// <exception cref="InvalidDataException">It is no workbook, or has no sheet.</exception>
    public XlsxRows(Stream content)
    {
        _document = Open(content);
        var book = _document.WorkbookPart ?? throw new InvalidDataException("There is no workbook in it.");
        if (book.Workbook.Sheets?.Elements<Sheet>().FirstOrDefault()?.Id?.Value is not { } first || book.GetPartById(first) is not WorksheetPart sheet)
            throw new InvalidDataException("There is no sheet in it.");

        _epoch = book.Workbook.WorkbookProperties?.Date1904?.Value is true ? 1462 : 0;
        _dayStyles = DayStyles(book.WorkbookStylesPart?.Stylesheet);
        if (book.SharedStringTablePart is { } texts) ReadShared(texts);
        _rows = OpenXmlReader.Create(sheet);
    }

    public override long RowNumber => _rowNumber;

    public override int Line => _line;

    /// <summary>Rows without any text are passed over: spreadsheets leave many behind.</summary>
    public override ValueTask<bool> ReadAsync(CancellationToken ct)
    {
        while (_rows.Read())
        {
            ct.ThrowIfCancellationRequested();
            if (_rows.ElementType != typeof(Row) || !_rows.IsStartElement) continue;
            var row = (Row)_rows.LoadCurrentElement()!;
            _line = row.RowIndex is { } index ? (int)index.Value : _line + 1;
            _cells = CellsOf(row);
            if (_cells.All(string.IsNullOrWhiteSpace)) continue;
            _rowNumber++;
            return ValueTask.FromResult(true);
        }

        return ValueTask.FromResult(false);
    }

    public override ValueTask DisposeAsync()
    {
        _rows.Dispose();
        _document.Dispose();
        return ValueTask.CompletedTask;
    }

    protected override async ValueTask<IReadOnlyList<string>> HeadingAsync(CancellationToken ct) => await ReadAsync(ct) ? _cells : [];

    protected override string Field(int column) => column < _cells.Length ? _cells[column] : "";

    private static SpreadsheetDocument Open(Stream content)
    {
        try
        {
            return SpreadsheetDocument.Open(content, isEditable: false, new OpenSettings { MaxCharactersInPart = LargestPart });
        }
        catch (ArgumentOutOfRangeException e)
        {
            // A broken zip is looked for beyond the beginning of the file, which an uploaded file answers so.
            throw new InvalidDataException("It is no workbook.", e);
        }
    }

    private static HashSet<uint> DayStyles(Stylesheet? styles)
    {
        var own = styles?.NumberingFormats?.Elements<NumberingFormat>().Where(f => IsDay(f.FormatCode?.Value)).Select(f => f.NumberFormatId!.Value).ToHashSet() ?? [];
        return
        [
            .. (styles?.CellFormats?.Elements<CellFormat>() ?? []).Select((format, i) => (Number: format.NumberFormatId?.Value ?? 0, Style: (uint)i))
                .Where(f => f.Number is >= 14 and <= 22 or >= 27 and <= 36 or >= 50 and <= 58 || own.Contains(f.Number)).Select(f => f.Style),
        ];
    }

    private static bool IsDay(string? format) => format is not null && Literal().Replace(format, "").Any(c => c is 'y' or 'Y' or 'd' or 'D');

    private static int ColumnOf(string? address, int next)
    {
        if (address is null) return next;
        var column = 0;
        foreach (var letter in address.TakeWhile(char.IsAsciiLetter)) column = Math.Min((column * 26) + char.ToUpperInvariant(letter) - 'A' + 1, MostColumns + 1);
        return column is > 0 and <= MostColumns ? column - 1 : throw new InvalidDataException($"{address} is no cell.");
    }

    private void ReadShared(SharedStringTablePart texts)
    {
        using var reader = OpenXmlReader.Create(texts);
        while (reader.Read())
            if (reader.ElementType == typeof(SharedStringItem) && reader.IsStartElement) _shared.Add(TextOf((SharedStringItem)reader.LoadCurrentElement()!));
    }

    private string[] CellsOf(Row row)
    {
        var cells = new List<string>();
        foreach (var cell in row.Elements<Cell>())
        {
            var column = ColumnOf(cell.CellReference?.Value, cells.Count);
            while (cells.Count <= column) cells.Add("");
            cells[column] = ValueOf(cell);
        }

        return [.. cells];
    }

    private string ValueOf(Cell cell)
    {
        var type = cell.DataType?.Value ?? CellValues.Number;
        var text = cell.CellValue?.Text ?? "";
        if (type == CellValues.InlineString) return cell.InlineString is { } inline ? TextOf(inline) : "";
        if (type == CellValues.SharedString) return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var i) && i < _shared.Count ? _shared[i] : "";
        if (type == CellValues.Boolean) return text == "1" ? "true" : "false";
        if (type != CellValues.Number || !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || Math.Abs(number) > 1e27) return text;
        return _dayStyles.Contains(cell.StyleIndex?.Value ?? 0) ? Day(number) : ((decimal)number).ToString(CultureInfo.InvariantCulture);
    }

    private string Day(double number)
    {
        if (number + _epoch is not (>= 1 and < 2_958_466)) return number.ToString(CultureInfo.InvariantCulture);
        var instant = DateTime.FromOADate(number + _epoch);
        return instant.ToString(instant.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
    }

    /// <summary>Runs of differently formatted text are one text; how it is pronounced is none of it.</summary>
    private static string TextOf(OpenXmlElement item) => string.Concat(item.Descendants<Text>().Where(t => t.Parent is not PhoneticRun).Select(t => t.Text));

    [GeneratedRegex("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.")]
    private static partial Regex Literal();
}
