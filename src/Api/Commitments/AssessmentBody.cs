using PartnershipTracker.Domain.Commitments;

namespace PartnershipTracker.Api.Commitments;

/// <param name="AsOf">The day that the assessment describes, never in the future.</param>
internal sealed record AssessmentBody(CompletionLevel Level, string Narrative, DateOnly AsOf);
