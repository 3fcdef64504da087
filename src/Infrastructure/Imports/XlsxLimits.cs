namespace PartnershipTracker.Infrastructure.Imports;

/// <summary>
/// Limits of a workbook, so that a hostile one costs little memory and time (docs/adr/0025). The error messages name the same numbers; a
/// test compares them.
/// </summary>
internal static class XlsxLimits
{
    /// <summary>How deep elements may be nested. A sheet needs nine levels.</summary>
    public const int Depth = 64;

    /// <summary>The number of columns of a sheet in Excel: A to XFD.</summary>
    public const int Columns = 16_384;

    /// <summary>Characters of a cell: twice Excel's limit, because other programs allow more.</summary>
    public const int CellLength = 65_536;

    /// <summary>Characters of a row; the same number as bytes of a line of CSV.</summary>
    public const int RowLength = 1_000_000;

    /// <summary>Number of texts that cells share. All of them are kept in memory.</summary>
    public const int SharedTexts = 2_000_000;

    public const long SharedLength = 50_000_000;

    /// <summary>Cell formats; Excel allows 65,490.</summary>
    public const int Styles = 65_536;

    /// <summary>Bytes of one part when unpacked. An export of 200,000 commitments has 650 MB; parts are read, never kept.</summary>
    public const long PartSize = 2_000_000_000;

    /// <summary>Bytes of all parts that are read, when unpacked.</summary>
    public const long WholeSize = 2_200_000_000;

    /// <summary>Unpacked bytes for each packed byte. Sheets have ratios from 5:1 to 40:1; a zip bomb reaches 1000:1.</summary>
    public const int Ratio = 200;

    /// <summary>Unpacked bytes above which the ratio is checked, because small files with equal rows have high ratios, too.</summary>
    public const long RatioFrom = 10_000_000;

    /// <summary>Bytes of one tag or text, which is kept in memory until it is complete.</summary>
    public const long TokenSize = 1_000_000;

    /// <summary>Bytes of the directory of the zip file.</summary>
    public const long DirectorySize = 2_000_000;
}
