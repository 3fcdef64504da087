namespace PartnershipTracker.Application.Exports;

/// <param name="Name">The heading; of what can be imported again, the import reads it by this name.</param>
internal sealed record Column<T>(string Name, Func<T, object?> Value);
