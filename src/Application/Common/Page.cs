namespace PartnershipTracker.Application.Common;

/// <summary>One page of a list.</summary>
/// <param name="Next">The cursor of the next page, or null on the last.</param>
/// <param name="Total">How many there are in all; counted for the first page only.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next, int? Total);
