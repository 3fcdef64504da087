using System.Text;
using PartnershipTracker.Application.Imports;
using PartnershipTracker.Application.Imports.Mapping;

namespace PartnershipTracker.Infrastructure.Imports;

/// <summary>
/// The first rows of a CSV file, before it is known which of them is the heading. Lines above a table may hold other separators than the
/// table, so each separator is tried on all of these rows.
/// </summary>
internal static class CsvOutline
{
    private const string Separators = ",;\t|";
    private const int MaxCharacters = 200_000;
    private const int MaxCellLength = 1000;

    public static async Task<FileOutline> ReadAsync(Stream content, TextEncoding? given, CancellationToken ct)
    {
        var encoding = given ?? await CsvEncoding.GuessAsync(content, ct);
        var text = new CsvText(content, encoding);
        string start;
        try
        {
            using var reader = text.Read();
            var buffer = new char[MaxCharacters];
            start = new string(buffer, 0, await reader.ReadBlockAsync(buffer, ct));
        }
        catch (DecoderFallbackException)
        {
            throw text.NotText();
        }

        var rows = Separators.Select(separator => Split(start, separator)).MaxBy(Regularity)!;
        return new FileOutline([], encoding, rows);
    }

    /// <summary>How many cells stand in rows that have as many cells as most rows have.</summary>
    private static int Regularity(List<OutlineRow> rows)
    {
        var usual = rows.Where(row => row.Cells.Count > 1).GroupBy(row => row.Cells.Count).MaxBy(g => g.Count() * g.Key);
        return usual is null ? 0 : usual.Count() * usual.Key;
    }

    /// <summary>A quotation mark that never closes ends the last row; reading the table explains it.</summary>
    private static List<OutlineRow> Split(string text, char separator)
    {
        var (rows, cells, cell) = (new List<OutlineRow>(), new List<string>(), new StringBuilder());
        var (line, begun, isQuoted) = (1, 1, false);
        for (var i = 0; i <= text.Length && rows.Count < FileOutline.MaxRows; i++)
        {
            var c = i < text.Length ? text[i] : '\n';
            if (c == '"' && (isQuoted || cell.Length == 0))
            {
                if (isQuoted && i + 1 < text.Length && text[i + 1] == '"')
                    cell.Append(text[i++]);
                else
                    isQuoted = !isQuoted;
            }
            else if ((c == separator || c is '\n' or '\r') && (!isQuoted || i == text.Length))
            {
                if (cells.Count < FileOutline.MaxColumns)
                    cells.Add(cell.ToString());
                cell.Clear();
                if (c == separator)
                    continue;
                if (cells.Exists(found => !string.IsNullOrWhiteSpace(found)))
                    rows.Add(new OutlineRow(begun, cells));
                cells = [];
                if (c == '\r' && i + 1 < text.Length && text[i + 1] == '\n')
                    i++;
                begun = ++line;
            }
            else
            {
                if (c == '\n')
                    line++;
                if (cell.Length < MaxCellLength)
                    cell.Append(c);
            }
        }

        return rows;
    }
}
