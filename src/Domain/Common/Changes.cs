namespace PartnershipTracker.Domain.Common;

/// <summary>A changed field with its old and new value.</summary>
public sealed record Change(string Field, object? From, object? To);

public static class Changes
{
    /// <returns>Only the fields that differ.</returns>
    public static IReadOnlyList<Change> Of(params (string Field, object? From, object? To)[] fields) =>
        [.. fields.Where(f => !Equals(f.From, f.To)).Select(f => new Change(f.Field, f.From, f.To))];
}
