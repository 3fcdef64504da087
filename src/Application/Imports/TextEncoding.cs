namespace PartnershipTracker.Application.Imports;

/// <summary>How the text of a CSV file is encoded.</summary>
public enum TextEncoding
{
    Utf8,

    /// <summary>The order of its bytes is given by the mark at the beginning; little endian without one.</summary>
    Utf16,

    /// <summary>What Excel in Western Europe writes as CSV.</summary>
    Windows1252,

    /// <summary>ISO 8859-1.</summary>
    Latin1,

    /// <summary>What Excel writes as CSV where Cyrillic script is used.</summary>
    Windows1251,

    /// <summary>What Excel writes as CSV where Arabic script is used.</summary>
    Windows1256,
}
