using PartnershipTracker.Domain.Commitments;

namespace PartnershipTracker.Api.Commitments;

/// <param name="ClosedOn">The day it ended, never in the future; today where nothing is said.</param>
internal sealed record CloseBody(ClosingOutcome Outcome, string Narrative, DateOnly? ClosedOn = null);
