using System.Text;
using CsvHelper;
using PartnershipTracker.Application.Imports;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Infrastructure.Imports;

/// <summary>
/// Reads text in the encoding of the file (<see cref="CsvText"/>). The separator (comma, semicolon, tab or bar) is detected from the lines
/// that begin with the heading.
/// </summary>
internal sealed class CsvRows : SpreadsheetRows
{
    /// <summary>In bytes. A longer record is an unclosed quote or not CSV.</summary>
    public const int MaxRecordBytes = 1_000_000;

    /// <summary>So many lines of a cell that look like rows are taken for rows that an unclosed quote swallowed.</summary>
    private const int MinSwallowed = 2;
    private const int MinSwallowedOfTwoColumns = 20;

    private readonly CsvText _text;
    private readonly CsvReader _csv;
    private readonly int _skipped;
    private int? _openQuote;

    /// <exception cref="DomainException">The file is not in its encoding, or has no line for the heading.</exception>
    public CsvRows(Stream content, FileLayout layout)
    {
        _text = new CsvText(content, layout.Encoding);
        _skipped = (layout.HeadingRow ?? 1) - 1;
        _csv = CsvReader.Create(
            Text(_skipped, () => Refused("import.headingRow", layout.HeadingRow)),
            new CsvReaderOptions
            {
                TrackLineNumbers = true,
                MaxRecordSize = MaxRecordBytes,
                IncludeValuesInExceptions = false,
                OnMalformedRecord = Look,
            }
        );
    }

    public override long RowNumber => _csv.RowNumber;

    public override int Line => _skipped + (int)_csv.LineNumber;

    protected override async ValueTask<bool> ReadRowAsync(CancellationToken ct)
    {
        try
        {
            var isRead = await _csv.ReadAsync(ct);
            if (isRead)
                FindSwallowedRows();
            return _openQuote is { } line ? throw QuoteNotClosed(line) : isRead;
        }
        catch (DecoderFallbackException)
        {
            throw _text.NotText();
        }
        catch (CsvFormatException e) when (e.LineNumber > 0)
        {
            throw await TooLargeAsync(_skipped + (int)e.LineNumber, ct);
        }
    }

    public override ValueTask DisposeAsync() => _csv.DisposeAsync();

    protected override async ValueTask<IReadOnlyList<string>> HeadingAsync(CancellationToken ct)
    {
        try
        {
            await _csv.ReadHeaderAsync(ct);
        }
        catch (DecoderFallbackException)
        {
            throw _text.NotText();
        }
        catch (CsvFormatException e) when (e.LineNumber > 0)
        {
            throw await TooLargeAsync(_skipped + (int)e.LineNumber, ct);
        }

        return _openQuote is { } line ? throw QuoteNotClosed(line) : [.. _csv.Headers];
    }

    protected override string Field(int column) => column < _csv.FieldCount ? _csv.GetString(column) : "";

    /// <summary>The text after some lines, which are not kept in memory.</summary>
    private StreamReader Text(int skip, Func<DomainException> tooShort)
    {
        var reader = _text.Read();
        try
        {
            for (var line = 0; line < skip; line++)
            {
                int c;
                while ((c = reader.Read()) is not ('\n' or '\r' or -1)) { }
                if (c == -1)
                    throw tooShort();
                if (c == '\r' && reader.Peek() == '\n')
                    reader.Read();
            }
        }
        catch (DecoderFallbackException)
        {
            throw _text.NotText();
        }

        return reader;
    }

    private static DomainException QuoteNotClosed(int line) => Refused("import.quoteNotClosed", line);

    /// <summary>
    /// Finds a quote that is not closed. Such a quote takes the following lines into its cell, up to the end of the file or up to the next
    /// quote, which is then followed by text. A stray quote inside one line is kept as text.
    /// </summary>
    private void Look(CsvMalformedRecord record)
    {
        var swallows =
            record.Reason == CsvMalformedReason.UnterminatedQuote
            || (record.Reason == CsvMalformedReason.TextAfterClosingQuote && record.RawRecord.AsSpan().IndexOfAny('\n', '\r') >= 0);
        if (swallows)
            _openQuote ??= _skipped + (int)record.LineNumber + LinesBeforeOpenQuote(record.RawRecord);
    }

    /// <summary>
    /// Finds a quote that is closed by another one far below, so that the rows between them stand in one cell: each line of it then has as
    /// many separators as a row.
    /// </summary>
    private void FindSwallowedRows()
    {
        if (_csv.LineNumber == 0 || _csv.RawRecord.IndexOfAny((byte)'\n', (byte)'\r') < 0)
            return;
        var separators = Heading.Count - 1;
        var minSwallowed = separators > 1 ? MinSwallowed : MinSwallowedOfTwoColumns;
        for (var column = 0; column < _csv.FieldCount && separators > 0; column++)
        {
            // The first line is the end of a row, and the last one the beginning of another.
            var cell = _csv.GetSpan(column);
            var (inner, alike) = (0, 0);
            for (var at = cell.IndexOf((byte)'\n'); at >= 0; )
            {
                var rest = cell[(at + 1)..];
                if (rest.IndexOf((byte)'\n') is not (>= 0 and var length))
                    break;
                inner++;
                alike += rest[..length].Count((byte)_csv.Separator) == separators ? 1 : 0;
                at += length + 1;
            }

            if (inner >= minSwallowed && alike == inner)
                _openQuote ??= Line + OpenQuoteLine(column);
        }
    }

    /// <summary>How many lines after the beginning of its row a cell begins.</summary>
    private int OpenQuoteLine(int column)
    {
        var lines = 0;
        for (var before = 0; before < column; before++)
            lines += _csv.GetSpan(before).Count((byte)'\n');
        return lines;
    }

    /// <summary>Reads a record that was too large again, to find out whether an unclosed quote is the reason.</summary>
    private async Task<DomainException> TooLargeAsync(int line, CancellationToken ct)
    {
        using var reader = Text(line - 1, () => Refused("import.rowTooLong", line));
        var start = new char[MaxRecordBytes];
        var record = new string(start, 0, await reader.ReadBlockAsync(start, ct));
        return OpenQuoteIn(record) is { } quote
            ? QuoteNotClosed(line + LineBreaks(record.AsSpan(0, quote)))
            : Refused("import.rowTooLong", line);
    }

    private static int LinesBeforeOpenQuote(string record) => OpenQuoteIn(record) is { } quote ? LineBreaks(record.AsSpan(0, quote)) : 0;

    /// <returns>The position of a quote that is not closed, or that is closed before more text; null if there is none.</returns>
    private static int? OpenQuoteIn(string record)
    {
        int? open = null;
        for (var i = 0; i < record.Length; i++)
        {
            if (record[i] != '"')
            {
                continue;
            }

            if (open is null)
            {
                if (i == 0 || record[i - 1] is ',' or ';' or '\t' or '|' or '\n' or '\r')
                    open = i;
            }
            else if (i + 1 < record.Length && record[i + 1] == '"')
            {
                i++;
            }
            else
            {
                if (i + 1 < record.Length && record[i + 1] is not (',' or ';' or '\t' or '|' or '\n' or '\r'))
                    return open;
                open = null;
            }
        }

        return open;
    }

    private static int LineBreaks(ReadOnlySpan<char> text)
    {
        var count = 0;
        for (var i = 0; i < text.Length; i++)
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
                count++;
        return count;
    }
}
