using System.Collections;

namespace PartnershipTracker.Domain.Common;

public static class Changes
{
    /// <returns>Only the fields that differ; lists are compared by their items.</returns>
    public static IReadOnlyList<Change> Of(params (string Field, object? From, object? To)[] fields) =>
        [.. fields.Where(f => !AreSame(f.From, f.To)).Select(f => new Change(f.Field, f.From, f.To))];

    /// <returns>Only the fields that differ, without their values: names and addresses of people.</returns>
    public static IReadOnlyList<Change> WithoutValues(params (string Field, object? From, object? To)[] fields) =>
        [.. Of(fields).Select(c => new Change(c.Field, null, null))];

    private static bool AreSame(object? from, object? to) =>
        Equals(from, to)
        || (from is IEnumerable before && to is IEnumerable after && before.Cast<object>().SequenceEqual(after.Cast<object>()));
}
