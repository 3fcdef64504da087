namespace PartnershipTracker.Domain.Commitments;

/// <summary>What a <see cref="ProgressPlan"/> needs to know of a milestone. One that was removed does not count.</summary>
public readonly record struct PlannedMilestone(DateOnly DueDate, decimal Weight, bool IsDone, bool IsDropped = false)
{
    public static PlannedMilestone Of(DateOnly dueDate, decimal weight, DateOnly? completedOn, bool isDropped) =>
        new(dueDate, weight, IsDone: completedOn is not null, IsDropped: isDropped);
}
