namespace PartnershipTracker.Application.Exports;

/// <summary>How a table is written.</summary>
public enum TableFormat
{
    /// <summary>UTF-8, RFC 4180.</summary>
    Csv,

    /// <summary>Office Open XML.</summary>
    Xlsx,
}
