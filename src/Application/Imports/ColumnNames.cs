namespace PartnershipTracker.Application.Imports;

/// <summary>How the names of columns in files are compared and shown.</summary>
public static class ColumnNames
{
    public static readonly StringComparer Comparer = StringComparer.OrdinalIgnoreCase;

    /// <summary>The longest part of a name that a refusal shows.</summary>
    public const int MaxShownLength = 200;
}
