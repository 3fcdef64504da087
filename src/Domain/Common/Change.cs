namespace PartnershipTracker.Domain.Common;

/// <summary>A changed field with its old and new value.</summary>
/// <remarks>Both values are null where the history must not hold them, because they can be erased.</remarks>
public sealed record Change(string Field, object? From, object? To);
