namespace PartnershipTracker.Domain.Commitments;

/// <summary>A dated, weighted milestone of a plan, as far as progress is concerned. One that was dropped does not count.</summary>
public readonly record struct PlannedMilestone(DateOnly DueDate, decimal Weight, bool IsDone, bool IsDropped = false);
