using System.Globalization;
using System.Text.RegularExpressions;
using PartnershipTracker.Application.Imports;
using PartnershipTracker.Application.Imports.Mapping;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Infrastructure.Imports;

/// <summary>
/// Reads a sheet of a workbook row by row: dates as <c>2026-12-31</c>, numbers as in CSV, formulas as their stored result. A
/// workbook is hostile input: it is read as a stream, and a file beyond <see cref="XlsxLimits"/> is refused (docs/adr/0025).
/// </summary>
internal sealed partial class XlsxRows : SpreadsheetRows
{
    /// <summary>Days between the two start dates of workbooks, 1900 and 1904.</summary>
    private const int Epoch1904 = 1462;
    private const int MaxFormatLength = 1000;
    private const int MaxShownSheets = 20;
    private const int MaxShownSheetName = 40;

    private readonly XlsxPackage _package;
    private readonly XlsxPart _sheet;
    private readonly List<string> _shared = [];
    private readonly HashSet<int> _dayStyles = [];
    private readonly List<int> _filled = [];
    private readonly HashSet<int> _numbers = [];
    private readonly List<string> _sheetNames = [];
    private readonly int _epoch;
    private readonly int? _headingRow;
    private string?[] _cells = [];
    private bool _isHeading = true;
    private long _rowNumber = -1;
    private int _line;

    /// <exception cref="InvalidDataException">It is not a zip file.</exception>
    /// <exception cref="DomainException">It is not a workbook, has no sheet, or is above a limit.</exception>
    public XlsxRows(Stream content, FileLayout layout)
    {
        _headingRow = layout.HeadingRow;
        _package = new XlsxPackage(content);
        var book = PathOf(_package.Relationships(""), "officeDocument") ?? throw Refused("import.noWorkbook");
        var related = _package.Relationships(book);
        (var found, _epoch) = ReadBook(book, layout.Sheet);
        if (related.Find(r => r.Id == found) is not { Kind: "worksheet", Path: var sheet })
            throw Refused("import.noSheet");
        if (PathOf(related, "styles") is { } styles)
            ReadStyles(styles);
        if (PathOf(related, "sharedStrings") is { } texts)
            ReadShared(texts);
        _sheet = _package.Open(sheet) ?? throw Refused("import.noSheet");
    }

    public override long RowNumber => _rowNumber;

    public override int Line => _line;

    /// <summary>Skips rows without text, because spreadsheets often contain many of them.</summary>
    protected override ValueTask<bool> ReadRowAsync(CancellationToken ct)
    {
        while (_sheet.Read())
        {
            if (!_sheet.IsStartOf("row"))
                continue;
            ct.ThrowIfCancellationRequested();
            _line =
                int.TryParse(_sheet["r"], NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index > 0 ? index : _line + 1;
            if (!ReadRow())
                continue;
            _rowNumber++;
            return ValueTask.FromResult(true);
        }

        return ValueTask.FromResult(false);
    }

    /// <summary>The names of the sheets, and the first rows of this one as they are. No other row can be read afterwards.</summary>
    public async Task<FileOutline> OutlineAsync(CancellationToken ct)
    {
        var rows = new List<OutlineRow>();
        while (rows.Count < FileOutline.MaxRows && await ReadRowAsync(ct))
        {
            var last = Math.Min(_filled.Max() + 1, FileOutline.MaxColumns);
            rows.Add(new OutlineRow(_line, [.. _cells.Take(last).Select(cell => cell ?? "")]));
        }

        return new FileOutline(_sheetNames, null, rows);
    }

    public override ValueTask DisposeAsync()
    {
        _sheet.Dispose();
        _package.Dispose();
        return ValueTask.CompletedTask;
    }

    protected override async ValueTask<IReadOnlyList<string>> HeadingAsync(CancellationToken ct)
    {
        do
        {
            if (!await ReadRowAsync(ct))
                return _headingRow is { } missing ? throw Refused("import.headingRow", missing) : [];
        } while (_line < _headingRow);

        if (_headingRow is { } row && _line != row)
            throw Refused("import.headingRow", row);
        _rowNumber = 0;
        _isHeading = false;
        Array.Resize(ref _cells, _filled.Max() + 1);
        return [.. _cells.Select(cell => cell ?? "")];
    }

    protected override string Field(int column) => column < _cells.Length ? _cells[column] ?? "" : "";

    protected override bool IsNumber(int column) => _numbers.Contains(column);

    private static string? PathOf(List<(string Kind, string Id, string Path)> related, string kind) =>
        related.Find(r => r.Kind == kind).Path;

    private static int ColumnOf(string address)
    {
        var column = 0;
        foreach (var letter in address.TakeWhile(char.IsAsciiLetter))
            column = Math.Min((column * 26) + char.ToUpperInvariant(letter) - 'A' + 1, XlsxLimits.Columns + 1);
        return column is > 0 and <= XlsxLimits.Columns ? column - 1 : throw Refused("import.noCell", TextRules.Shown(address, 20));
    }

    private static string AddressOf(int column, int line)
    {
        var letters = "";
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26)
            letters = (char)('A' + ((rest - 1) % 26)) + letters;
        return string.Create(CultureInfo.InvariantCulture, $"{letters}{line}");
    }

    private static bool IsDay(string? format) =>
        format is { Length: <= MaxFormatLength } && Literal().Replace(format, "").Any(c => c is 'y' or 'Y' or 'd' or 'D');

    private static bool IsDay(int number) => number is >= 14 and <= 22 or >= 27 and <= 36 or >= 50 and <= 58;

    private static int NumberOf(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <param name="sheet">The name of the sheet; null for the first. Case is ignored.</param>
    /// <returns>The relationship id of the sheet, and the days to add to its date values.</returns>
    private (string? Sheet, int Epoch) ReadBook(string path, string? sheet)
    {
        using var book = _package.Open(path) ?? throw Refused("import.noWorkbook");
        var (epoch, isFound, found) = (0, false, (string?)null);
        while (book.Read())
        {
            if (book.IsStartOf("workbookPr") && book["date1904"] is "1" or "true" or "on")
                epoch = Epoch1904;
            if (!book.IsStartOf("sheet"))
                continue;
            var name = (book["name"] ?? "").Trim();
            if (!isFound && (sheet is null || name.Equals(sheet.Trim(), StringComparison.OrdinalIgnoreCase)))
                (isFound, found) = (true, book.RelationshipId);
            if (_sheetNames.Count < FileOutline.MaxSheets)
                _sheetNames.Add(TextRules.Shown(name, Limits.Name));
        }

        var shown = _sheetNames.Take(MaxShownSheets).Select(name => TextRules.Shown(name, MaxShownSheetName));
        return isFound || sheet is null ? (found, epoch) : throw Refused("import.sheetMissing", string.Join(", ", shown));
    }

    /// <summary>Collects the cell formats that show a number as a date.</summary>
    private void ReadStyles(string path)
    {
        using var styles = _package.Open(path);
        var (own, format) = (new HashSet<int>(), 0);
        while (styles?.Read() == true)
        {
            if (own.Count > XlsxLimits.Styles || format > XlsxLimits.Styles)
                throw Refused("import.tooManyStyles");
            if (styles.IsStartOf("numFmt") && IsDay(styles["formatCode"]))
                own.Add(NumberOf(styles["numFmtId"]));
            if (!styles.IsStartOf("cellXfs") || styles.IsEmpty)
                continue;
            for (var depth = styles.Depth; styles.ReadIn(depth); )
            {
                if (!styles.IsStartOf("xf"))
                    continue;
                var number = NumberOf(styles["numFmtId"]);
                if (IsDay(number) || own.Contains(number))
                    _dayStyles.Add(format);
                if (++format > XlsxLimits.Styles)
                    break;
            }
        }
    }

    private void ReadShared(string path)
    {
        using var texts = _package.Open(path);
        var length = 0L;
        while (texts?.Read() == true)
        {
            if (!texts.IsStartOf("si"))
                continue;
            _shared.Add(texts.ReadRuns(() => Refused("import.sharedTextTooLong", _shared.Count + 1)));
            length += _shared[^1].Length;
            if (_shared.Count > XlsxLimits.SharedTexts || length > XlsxLimits.SharedLength)
                throw Refused("import.tooManyTexts");
        }
    }

    /// <returns>Whether any cell has a text.</returns>
    private bool ReadRow()
    {
        foreach (var column in _filled)
            _cells[column] = null;
        _filled.Clear();
        _numbers.Clear();
        if (_sheet.IsEmpty)
            return false;
        var hasText = false;
        var next = 0;
        var count = 0;
        var length = 0;
        for (var depth = _sheet.Depth; _sheet.ReadIn(depth); )
        {
            if (_sheet.Depth != depth + 1 || !_sheet.IsStartOf("c"))
                continue;
            if (++count > XlsxLimits.Columns)
                throw Refused("import.tooManyCells", _line);
            var column = _sheet["r"] is { } address ? ColumnOf(address) : next;
            if (column == XlsxLimits.Columns)
                throw Refused("import.tooManyCells", _line);
            var text = ReadCell(column);
            if ((length += text.Length) > XlsxLimits.RowLength)
                throw Refused("import.rowTooLong", _line);
            next = column + 1;
            hasText |= !string.IsNullOrWhiteSpace(text);
            Keep(column, text);
        }

        return hasText;
    }

    /// <summary>Cells to the right of the heading are ignored and take no memory.</summary>
    private void Keep(int column, string text)
    {
        if (column >= _cells.Length && (text.Length == 0 || !_isHeading))
            return;
        if (column >= _cells.Length)
            Array.Resize(ref _cells, Math.Max(column + 1, _cells.Length * 2));
        _cells[column] = text;
        _filled.Add(column);
    }

    private string ReadCell(int column)
    {
        var type = _sheet["t"];
        var style = NumberOf(_sheet["s"]);
        var text = "";
        if (_sheet.IsEmpty)
            return type == "b" ? "false" : "";
        for (var depth = _sheet.Depth; _sheet.ReadIn(depth); )
        {
            if (_sheet.Depth != depth + 1)
                continue;
            if (_sheet.IsStartOf("v") && type != "inlineStr")
                text = _sheet.ReadText(TooLong);
            else if (_sheet.IsStartOf("is") && type == "inlineStr")
                text = _sheet.ReadRuns(TooLong);
        }

        if (type is null or "n" && !_dayStyles.Contains(style))
            _numbers.Add(column);
        return ValueOf(type, style, text);

        DomainException TooLong() => Refused("import.cellTooLong", AddressOf(column, _line));
    }

    private string ValueOf(string? type, int style, string text)
    {
        if (type == "s")
            return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var i) && i < _shared.Count ? _shared[i] : "";
        if (type == "b")
            return text is "1" or "true" ? "true" : "false";
        if (
            type is not (null or "n")
            || !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            || Math.Abs(number) > 1e27
        )
            return text;
        return _dayStyles.Contains(style) ? Day(number) : ((decimal)number).ToString(CultureInfo.InvariantCulture);
    }

    private string Day(double number)
    {
        if (number + _epoch is not (>= 1 and < 2_958_466))
            return number.ToString(CultureInfo.InvariantCulture);
        var instant = DateTime.FromOADate(number + _epoch);
        return instant.ToString(instant.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.")]
    private static partial Regex Literal();
}
