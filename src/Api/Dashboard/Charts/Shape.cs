namespace PartnershipTracker.Api.Dashboard.Charts;

/// <summary>A shape of the map.</summary>
/// <param name="Path">SVG path data; null where the country is too small to be seen and is a dot.</param>
internal sealed record Shape(string Code, string? Path, IReadOnlyList<int>? Dot);
