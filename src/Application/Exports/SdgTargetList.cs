namespace PartnershipTracker.Application.Exports;

/// <summary>
/// Codes of SDG targets in one cell. Spreadsheet programs read 17.10 in a CSV file as a number and drop its zero, so there each code has
/// the prefix <c>SDG</c>; cells of a workbook are texts and need none.
/// </summary>
public sealed record SdgTargetList(IReadOnlyList<string> Codes)
{
    public string ToText(TableFormat format) => string.Join(';', format == TableFormat.Csv ? Codes.Select(code => "SDG " + code) : Codes);
}
