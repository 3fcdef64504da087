using PartnershipTracker.Application.Imports;

namespace PartnershipTracker.Infrastructure.Imports;

/// <summary>Detects CSV or XLSX from the first bytes.</summary>
internal sealed class SpreadsheetReader : ISpreadsheetReader
{
    public async Task<ISpreadsheet> OpenAsync(Stream content, FileLayout layout, CancellationToken ct)
    {
        var start = new byte[4];
        var isLong = await content.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, ct) == start.Length;
        if (isLong && start is [0xD0, 0xCF, 0x11, 0xE0])
            throw SpreadsheetRows.Refused("import.oldWorkbook");
        var isZip = isLong && start.AsSpan().SequenceEqual("PK\u0003\u0004"u8);
        content.Position = 0;
        try
        {
            SpreadsheetRows rows = isZip ? new XlsxRows(content, layout) : new CsvRows(content, layout);
            await rows.ReadHeadingAsync(ct);
            return rows;
        }
        catch (Exception e) when (SpreadsheetRows.Refusal(e) is { } refusal)
        {
            throw refusal;
        }
    }
}
