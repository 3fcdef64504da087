namespace PartnershipTracker.Application.Common;

/// <summary>One page of a list.</summary>
/// <param name="Next">The cursor of the next page, or null on the last.</param>
/// <param name="Total">The total number of rows; only on the first page.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next, int? Total);
