namespace PartnershipTracker.Application.Imports;

/// <summary>True if the value is not empty and, if a prefix is given, begins with it.</summary>
public sealed record Condition(MappedValue Value, string? StartsWith = null)
{
    public bool Holds(Func<string, string> cell) =>
        Value.Of(cell) is { Length: > 0 } text && (StartsWith is null || text.StartsWith(StartsWith, StringComparison.OrdinalIgnoreCase));
}
