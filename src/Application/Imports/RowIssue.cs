using System.Globalization;
using System.Text.Json;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Imports;

namespace PartnershipTracker.Application.Imports;

/// <summary>What is wrong with a row, or worth a warning.</summary>
internal sealed record RowIssue(int Line, string? Field, string Code, IReadOnlyList<object?> Args)
{
    /// <summary>A cell that is refused may be a megabyte; its beginning tells which one it is.</summary>
    private const int MaxArgLength = 300;

    public ImportItem ToItem(ImportId importId, bool isWarning) => new(importId, Line, Field, Code, JsonSerializer.Serialize(Args.Select(Said)), isWarning);

    private static string? Said(object? arg) => Convert.ToString(arg, CultureInfo.InvariantCulture) is { } text ? TextRules.Shown(text, MaxArgLength) : null;
}
