namespace PartnershipTracker.Api.Commitments;

/// <param name="CompletedOn">The day on which the milestone was completed, never in the future; today by default.</param>
internal sealed record CompleteMilestoneBody(DateOnly? CompletedOn = null);
