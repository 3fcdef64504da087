using Microsoft.EntityFrameworkCore;

namespace PartnershipTracker.Application.Work;

internal static class WorkLists
{
    /// <summary>The number of rows shown of each list.</summary>
    public const int Shown = 10;

    public const string Reviews = "reviews";

    /// <summary>Counts several lists in one SQL command.</summary>
    /// <param name="lists">One row for each row of the list; the value does not matter.</param>
    /// <returns>The counts in the same order.</returns>
    public static async Task<IReadOnlyList<int>> CountAsync(IReadOnlyList<IQueryable<long>> lists, CancellationToken ct)
    {
        var counts = await lists
            .Select((list, number) => list.Select(_ => number))
            .Aggregate(Queryable.Concat)
            .GroupBy(number => number)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, ct);
        return [.. lists.Select((_, number) => counts.GetValueOrDefault(number))];
    }
}
