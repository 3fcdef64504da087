using PartnershipTracker.Domain.Commitments;

namespace PartnershipTracker.Api.Commitments;

/// <param name="AsOf">The day it speaks of, never in the future.</param>
internal sealed record AssessmentBody(CompletionLevel Level, string Narrative, DateOnly AsOf);
