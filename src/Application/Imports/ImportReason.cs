namespace PartnershipTracker.Application.Imports;

/// <summary>How often a reason occurs among the refusals and warnings of an import.</summary>
/// <param name="IsWarning">The rows were imported all the same.</param>
public sealed record ImportReason(string Code, string? Field, bool IsWarning, int Count);
