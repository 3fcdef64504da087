using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.Imports;

/// <summary>How the names of columns in files are compared and shown.</summary>
public static class ColumnNames
{
    public static readonly StringComparer Comparer = StringComparer.OrdinalIgnoreCase;

    /// <summary>The longest part of a name that a refusal shows.</summary>
    public const int MaxShownLength = 200;

    /// <summary>Names of columns for a refusal, which may be from a hostile file.</summary>
    public static string Shown(IEnumerable<string> columns) =>
        string.Join(", ", columns.Select(column => TextRules.Shown(column, MaxShownLength)));
}
