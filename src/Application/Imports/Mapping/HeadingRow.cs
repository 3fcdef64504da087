using System.Globalization;

namespace PartnershipTracker.Application.Imports.Mapping;

/// <summary>Finds the heading among the first rows of a file, which may begin with titles, notes and empty lines.</summary>
internal static class HeadingRow
{
    /// <summary>So many known headings make a row the heading, whatever else stands above it.</summary>
    private const int MinKnown = 2;
    private const int MaxHeadingLength = 150;

    /// <returns>The row with the most known headings; else the first that is about as wide as the table. Null for an empty file.</returns>
    public static OutlineRow? In(IReadOnlyList<OutlineRow> rows)
    {
        if (rows.Count == 0)
            return null;
        var most = rows.MaxBy(Known)!;
        if (Known(most) >= MinKnown)
            return most;
        var width = rows.Max(row => row.Filled);
        return rows.FirstOrDefault(row => row.Filled * 5 >= width * 3 && row.Cells.All(IsHeading))
            ?? rows.First(row => row.Filled == width);
    }

    private static int Known(OutlineRow row) => row.Cells.Where(IsHeading).Select(FieldGuess.FieldOf).OfType<string>().Distinct().Count();

    private static bool IsHeading(string cell) =>
        cell.Length <= MaxHeadingLength && !decimal.TryParse(cell, NumberStyles.Number, CultureInfo.InvariantCulture, out _);
}
