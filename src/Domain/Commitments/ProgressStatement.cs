namespace PartnershipTracker.Domain.Commitments;

/// <summary>What the partner says at a date.</summary>
/// <param name="AsOf">The day it speaks of; never in the future.</param>
/// <param name="Value">In the unit of the measure; null is unknown, not zero.</param>
public sealed record ProgressStatement(
    DateOnly AsOf, decimal? Value, string Narrative, string? Barriers, bool ReportsCompletion, IReadOnlyList<EvidenceLink>? Evidence);
