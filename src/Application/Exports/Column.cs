namespace PartnershipTracker.Application.Exports;

/// <param name="Name">The heading; the import finds columns by the same name.</param>
internal sealed record Column<T>(string Name, Func<T, object?> Value);
