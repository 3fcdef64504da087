using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Domain.Commitments;

namespace PartnershipTracker.Api.Commitments;

/// <param name="AsOf">The day that the progress report describes, never in the future.</param>
/// <param name="Value">In the unit of the measure; left out when unknown.</param>
internal sealed record ProgressBody(
    DateOnly AsOf,
    string Narrative,
    decimal? Value = null,
    string? Barriers = null,
    bool ReportsCompletion = false,
    IReadOnlyList<EvidenceLink>? Evidence = null
)
{
    public ReportProgress ToCommand(CommitmentId id) => new(id, AsOf, Narrative, Value, Barriers, ReportsCompletion, Evidence);
}
