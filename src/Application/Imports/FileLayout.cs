namespace PartnershipTracker.Application.Imports;

/// <summary>Where the table stands in a file, and how its text is encoded.</summary>
/// <param name="Sheet">The name of the sheet of a workbook; null for the first.</param>
/// <param name="HeadingRow">The line of the file, or the row of the sheet, that holds the heading; null for the first that is not
/// empty.</param>
/// <param name="Encoding">Of CSV; null for UTF-8, or UTF-16 where the file begins with its mark.</param>
public sealed record FileLayout(string? Sheet = null, int? HeadingRow = null, TextEncoding? Encoding = null)
{
    /// <summary>How far down a heading may stand.</summary>
    public const int MaxHeadingRow = 1000;

    public static readonly FileLayout Default = new();
}
