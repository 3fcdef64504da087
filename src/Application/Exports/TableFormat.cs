namespace PartnershipTracker.Application.Exports;

/// <summary>The file format of a table.</summary>
public enum TableFormat
{
    /// <summary>UTF-8, RFC 4180.</summary>
    Csv,

    /// <summary>Office Open XML.</summary>
    Xlsx,
}
