namespace PartnershipTracker.Domain.Commitments;

/// <summary>What a <see cref="ProgressPlan"/> needs to know of a milestone.</summary>
public readonly record struct PlannedMilestone(DateOnly DueDate, decimal Weight, bool IsDone);
