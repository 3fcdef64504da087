using PartnershipTracker.Application.Imports;
using PartnershipTracker.Application.Imports.Mapping;

namespace PartnershipTracker.Infrastructure.Imports;

/// <summary>Detects CSV or XLSX from the first bytes.</summary>
internal sealed class SpreadsheetReader : ISpreadsheetReader
{
    public async Task<ISpreadsheet> OpenAsync(Stream content, FileLayout layout, CancellationToken ct)
    {
        var isZip = await IsZipAsync(content, ct);
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

    public async Task<FileOutline> OutlineAsync(Stream content, FileLayout layout, CancellationToken ct)
    {
        var isZip = await IsZipAsync(content, ct);
        try
        {
            if (!isZip)
                return await CsvOutline.ReadAsync(content, layout.Encoding, ct);
            await using var rows = new XlsxRows(content, layout);
            return await rows.OutlineAsync(ct);
        }
        catch (Exception e) when (SpreadsheetRows.Refusal(e) is { } refusal)
        {
            throw refusal;
        }
    }

    private static async Task<bool> IsZipAsync(Stream content, CancellationToken ct)
    {
        content.Position = 0;
        var start = new byte[4];
        var isLong = await content.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, ct) == start.Length;
        if (isLong && start is [0xD0, 0xCF, 0x11, 0xE0])
            throw SpreadsheetRows.Refused("import.oldWorkbook");
        content.Position = 0;
        return isLong && start.AsSpan().SequenceEqual("PK\u0003\u0004"u8);
    }
}
