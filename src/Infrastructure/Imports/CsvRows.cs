using System.Text;
using CsvHelper;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Infrastructure.Imports;

/// <summary>
/// Reads UTF-8 text, with or without a byte order mark. The separator (comma, semicolon, tab or bar) is detected from the first lines.
/// </summary>
internal sealed class CsvRows : SpreadsheetRows
{
    /// <summary>In bytes. A longer record is an unclosed quote or not CSV.</summary>
    public const int MaxRecordBytes = 1_000_000;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly Stream _content;
    private readonly CsvReader _csv;
    private int? _openQuote;

    public CsvRows(Stream content)
    {
        _content = content;
        _csv = CsvReader.Create(Text(content), new CsvReaderOptions
        {
            TrackLineNumbers = true,
            MaxRecordSize = MaxRecordBytes,
            IncludeValuesInExceptions = false,
            OnMalformedRecord = Look,
        });
    }

    public override long RowNumber => _csv.RowNumber;

    public override int Line => (int)_csv.LineNumber;

    protected override async ValueTask<bool> ReadRowAsync(CancellationToken ct)
    {
        try
        {
            var isRead = await _csv.ReadAsync(ct);
            return _openQuote is { } line ? throw QuoteNotClosed(line) : isRead;
        }
        catch (CsvFormatException e) when (e.LineNumber > 0)
        {
            throw await TooLargeAsync((int)e.LineNumber, ct);
        }
    }

    public override ValueTask DisposeAsync() => _csv.DisposeAsync();

    protected override async ValueTask<IReadOnlyList<string>> HeadingAsync(CancellationToken ct)
    {
        try
        {
            await _csv.ReadHeaderAsync(ct);
        }
        catch (CsvFormatException e) when (e.LineNumber > 0)
        {
            throw await TooLargeAsync((int)e.LineNumber, ct);
        }

        return _openQuote is { } line ? throw QuoteNotClosed(line) : [.. _csv.Headers];
    }

    protected override string Field(int column) => column < _csv.FieldCount ? _csv.GetString(column) : "";

    private static StreamReader Text(Stream content) => new(content, StrictUtf8, leaveOpen: true);

    private static DomainException QuoteNotClosed(int line) => Refused("import.quoteNotClosed", line);

    /// <summary>
    /// Finds a quote that is not closed. Such a quote takes the following lines into its cell, up to the end of the file or up to the next
    /// quote, which is then followed by text. A stray quote inside one line is kept as text.
    /// </summary>
    private void Look(CsvMalformedRecord record)
    {
        var swallows = record.Reason == CsvMalformedReason.UnterminatedQuote
            || (record.Reason == CsvMalformedReason.TextAfterClosingQuote && record.RawRecord.AsSpan().IndexOfAny('\n', '\r') >= 0);
        if (swallows) _openQuote ??= (int)record.LineNumber + LinesBeforeOpenQuote(record.RawRecord);
    }

    /// <summary>Reads a record that was too large again, to find out whether an unclosed quote is the reason.</summary>
    private async Task<DomainException> TooLargeAsync(int line, CancellationToken ct)
    {
        _content.Position = 0;
        using var reader = Text(_content);
        for (var i = 1; i < line; i++) await reader.ReadLineAsync(ct);
        var start = new char[MaxRecordBytes];
        var record = new string(start, 0, await reader.ReadBlockAsync(start, ct));
        return OpenQuoteIn(record) is { } quote ? QuoteNotClosed(line + LineBreaks(record.AsSpan(0, quote))) : Refused("import.rowTooLong", line);
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
                if (i == 0 || record[i - 1] is ',' or ';' or '\t' or '|' or '\n' or '\r') open = i;
            }
            else if (i + 1 < record.Length && record[i + 1] == '"')
            {
                i++;
            }
            else
            {
                if (i + 1 < record.Length && record[i + 1] is not (',' or ';' or '\t' or '|' or '\n' or '\r')) return open;
                open = null;
            }
        }

        return open;
    }

    private static int LineBreaks(ReadOnlySpan<char> text)
    {
        var count = 0;
        for (var i = 0; i < text.Length; i++)
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n'))) count++;
        return count;
    }
}
