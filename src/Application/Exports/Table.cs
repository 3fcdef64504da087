using System.Collections;
using System.Text.Json;
using CsvHelper;

namespace PartnershipTracker.Application.Exports;

/// <summary>How a table is written.</summary>
public enum TableFormat
{
    /// <summary>UTF-8, RFC 4180.</summary>
    Csv,

    /// <summary>Office Open XML.</summary>
    Xlsx,
}

/// <param name="Name">The heading; of what can be imported again, the import reads it by this name.</param>
internal sealed record Column<T>(string Name, Func<T, object?> Value);

/// <summary>Writes rows while they are read, so that memory does not grow with them.</summary>
internal static class Table
{
    /// <param name="destination">It stays open.</param>
    /// <param name="name">Of the sheet.</param>
    public static Task WriteAsync<T>(
        Stream destination, TableFormat format, string name, IReadOnlyList<Column<T>> columns, IAsyncEnumerable<T> rows, CancellationToken ct) =>
        format == TableFormat.Xlsx ? WriteXlsxAsync(destination, name, columns, rows, ct) : WriteCsvAsync(destination, columns, rows, ct);

    public static async Task WriteCsvAsync<T>(Stream destination, IReadOnlyList<Column<T>> columns, IAsyncEnumerable<T> rows, CancellationToken ct)
    {
        await using var csv = CsvWriter.Create(destination, leaveOpen: true);
        csv.WriteHeader([.. columns.Select(c => c.Name)]);
        await foreach (var row in rows.WithCancellation(ct))
        {
            foreach (var column in columns)
                switch (CellOf(column.Value(row)))
                {
                    case DateOnly day: csv.WriteField(day); break;
                    case DateTimeOffset instant: csv.WriteField(instant.UtcDateTime); break;
                    case decimal number: csv.WriteField(number); break;
                    case var text: csv.WriteField((string?)text); break;
                }

            await csv.EndRecordAsync(ct);
        }
    }

    /// <summary>What a value is in a cell: a day, an instant, a number or a text; nothing is nothing.</summary>
    public static object? CellOf(object? value) => value switch
    {
        null or DateOnly or DateTimeOffset => value,
        decimal number => Plain(number),
        int number => (decimal)number,
        bool yes => yes ? "true" : "false",
        Enum word => WordOf(word),
        string text => Formula.Neutralize(text),
        IEnumerable many => Formula.Neutralize(string.Join(';', many.Cast<object>().Select(one => one is Enum word ? WordOf(word) : one))),
        _ => value.ToString(),
    };

    /// <summary>An enum value as the API says it.</summary>
    public static string WordOf(Enum value) => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static async Task WriteXlsxAsync<T>(Stream destination, string name, IReadOnlyList<Column<T>> columns, IAsyncEnumerable<T> rows, CancellationToken ct)
    {
        // A zip file is written forwards and backwards; the answer takes it forwards only.
        await using var file = XlsxFile.Temporary();
        using (var book = new XlsxFile(file))
        {
            book.Begin(name, [.. columns.Select(c => c.Name)]);
            await foreach (var row in rows.WithCancellation(ct)) book.Row(columns.Select(c => CellOf(c.Value(row))));
        }

        file.Position = 0;
        await file.CopyToAsync(destination, ct);
    }

    /// <summary>1200.50 and 1200.500000 are one number, whichever the database has kept.</summary>
    private static decimal Plain(decimal number) => number / 1.0000000000000000000000000000m;
}
