using PartnershipTracker.Domain.Commitments;

namespace PartnershipTracker.Api.Commitments;

/// <param name="ClosedOn">The day on which the commitment ended, never in the future; today by default.</param>
internal sealed record CloseBody(ClosingOutcome Outcome, string Narrative, DateOnly? ClosedOn = null);
