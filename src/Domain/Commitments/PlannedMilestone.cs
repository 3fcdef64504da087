namespace PartnershipTracker.Domain.Commitments;

/// <summary>A dated, weighted milestone of a plan, as far as progress is concerned.</summary>
public readonly record struct PlannedMilestone(DateOnly DueDate, decimal Weight, bool IsDone);
