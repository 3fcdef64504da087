namespace PartnershipTracker.Infrastructure.Imports;

/// <summary>
/// How much a workbook may be, so that a hostile one costs little memory and time (docs/adr/0025). The sentences of the refusals name the same
/// numbers, which a test compares.
/// </summary>
internal static class XlsxLimits
{
    /// <summary>Elements in elements. A sheet needs nine.</summary>
    public const int Depth = 64;

    /// <summary>The columns that a sheet has in Excel: A to XFD.</summary>
    public const int Columns = 16_384;

    /// <summary>Twice what a cell holds in Excel; other programs allow more.</summary>
    public const int CellLength = 65_536;

    /// <summary>In characters, as for a line of CSV in bytes.</summary>
    public const int RowLength = 1_000_000;

    /// <summary>Texts that cells share, which are all kept in memory.</summary>
    public const int SharedTexts = 2_000_000;

    public const long SharedLength = 50_000_000;

    /// <summary>Cell formats; Excel allows 65,490.</summary>
    public const int Styles = 65_536;

    /// <summary>Bytes of one part, unpacked.</summary>
    public const long PartSize = 500_000_000;

    /// <summary>Bytes of all parts that are read, unpacked.</summary>
    public const long WholeSize = 600_000_000;

    /// <summary>Bytes unpacked from one. Sheets are packed 5:1 to 40:1; a zip bomb comes to 1000:1.</summary>
    public const int Ratio = 200;

    /// <summary>Bytes from which the ratio counts: a few rows that are all alike do no harm.</summary>
    public const long RatioFrom = 10_000_000;

    /// <summary>Bytes that one tag or text may take before it is complete, because it is kept in memory until then.</summary>
    public const long TokenSize = 1_000_000;

    /// <summary>Bytes of the list of what is in the zip file.</summary>
    public const long DirectorySize = 2_000_000;
}
