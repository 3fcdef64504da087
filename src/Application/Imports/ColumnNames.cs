namespace PartnershipTracker.Application.Imports;

/// <summary>The names of columns, as files write them.</summary>
public static class ColumnNames
{
    public static readonly StringComparer Comparer = StringComparer.OrdinalIgnoreCase;

    /// <summary>Of a name that a refusal names.</summary>
    public const int MaxShownLength = 200;
}
