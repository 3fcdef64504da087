using PartnershipTracker.Application.Imports;

namespace PartnershipTracker.Infrastructure.Imports;

/// <summary>Detects CSV or XLSX from the first bytes.</summary>
internal sealed class SpreadsheetReader : ISpreadsheetReader
{
    public async Task<ISpreadsheet> OpenAsync(Stream content, CancellationToken ct)
    {
        var start = new byte[4];
        var isZip = await content.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, ct) == start.Length && start.AsSpan().SequenceEqual("PK\u0003\u0004"u8);
        content.Position = 0;
        try
        {
            SpreadsheetRows rows = isZip ? new XlsxRows(content) : new CsvRows(content);
            await rows.ReadHeadingAsync(ct);
            return rows;
        }
        catch (Exception e) when (SpreadsheetRows.Refusal(e) is { } refusal)
        {
            throw refusal;
        }
    }
}
