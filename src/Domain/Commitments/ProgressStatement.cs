namespace PartnershipTracker.Domain.Commitments;

/// <summary>The content of a progress report.</summary>
/// <param name="AsOf">The day for which it reports; never in the future.</param>
/// <param name="Value">In the unit of the measure; null is unknown, not zero.</param>
public sealed record ProgressStatement(
    DateOnly AsOf,
    decimal? Value,
    string Narrative,
    string? Barriers,
    bool ReportsCompletion,
    IReadOnlyList<EvidenceLink>? Evidence
);
