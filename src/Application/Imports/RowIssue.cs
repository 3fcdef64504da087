using System.Globalization;
using System.Text.Json;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Imports;

namespace PartnershipTracker.Application.Imports;

/// <summary>The reason why a row is refused, or a warning about it.</summary>
internal sealed record RowIssue(int Line, string? Field, string Code, IReadOnlyList<object?> Args)
{
    /// <summary>A refused cell may be very long; its beginning is enough to recognize it.</summary>
    private const int MaxArgLength = 300;

    public ImportItem ToItem(ImportId importId, bool isWarning) => new(importId, Line, Field, Code, JsonSerializer.Serialize(Args.Select(ToText)), isWarning);

    private static string? ToText(object? arg) => Convert.ToString(arg, CultureInfo.InvariantCulture) is { } text ? TextRules.Shown(text, MaxArgLength) : null;
}
