using System.Text;
using CsvHelper;
using PartnershipTracker.Application.Exports;
using PartnershipTracker.Infrastructure.Imports;

namespace PartnershipTracker.Infrastructure.Exports;

/// <summary>CSV is written directly to its destination. XLSX needs a seekable stream, so it is written to a temporary file first.</summary>
internal sealed class TableWriter : ITableWriter
{
    public Task WriteAsync(Stream destination, TableFormat format, IReadOnlyList<ExportTable> tables, CancellationToken ct) =>
        format == TableFormat.Xlsx ? WriteXlsxAsync(destination, tables, ct) : WriteCsvAsync(destination, tables[0], ct);

    private static async Task WriteCsvAsync(Stream destination, ExportTable table, CancellationToken ct)
    {
        var (layout, newLine) = (table.Layout, "\n"u8.ToArray());
        await using var text = CsvText.EncodingOf(layout.Encoding) is { } encoding
            ? Encoding.CreateTranscodingStream(destination, encoding, Encoding.UTF8, leaveOpen: true)
            : null;
        for (var line = 1; line < layout.HeadingRow; line++)
            await (text ?? destination).WriteAsync(newLine, ct);
        await using var csv = CsvWriter.Create(text ?? destination, leaveOpen: true);
        csv.WriteHeader([.. table.Heading]);
        await foreach (var row in table.Rows.WithCancellation(ct))
        {
            foreach (var cell in row)
                switch (cell)
                {
                    case DateOnly day:
                        csv.WriteField(day);
                        break;
                    case DateTimeOffset instant:
                        csv.WriteField(instant.UtcDateTime);
                        break;
                    case decimal number:
                        csv.WriteField(number);
                        break;
                    case SdgTargetList targets:
                        csv.WriteField(targets.ToText(TableFormat.Csv));
                        break;
                    default:
                        csv.WriteField((string?)cell);
                        break;
                }

            await csv.EndRecordAsync(ct);
        }
    }

    private static async Task WriteXlsxAsync(Stream destination, IReadOnlyList<ExportTable> tables, CancellationToken ct)
    {
        await using var file = XlsxFile.Temporary();
        using (var book = new XlsxFile(file))
        {
            foreach (var table in tables)
            {
                book.Begin(table.Name, table.Heading, table.Layout.HeadingRow ?? 1);
                await foreach (var row in table.Rows.WithCancellation(ct))
                    book.Row(row);
            }
        }

        file.Position = 0;
        await file.CopyToAsync(destination, ct);
    }
}
