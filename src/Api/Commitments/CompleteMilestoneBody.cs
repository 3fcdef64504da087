namespace PartnershipTracker.Api.Commitments;

/// <param name="CompletedOn">The day it was reached, never in the future; today where nothing is said.</param>
internal sealed record CompleteMilestoneBody(DateOnly? CompletedOn = null);
