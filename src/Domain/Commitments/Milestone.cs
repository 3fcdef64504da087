using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Domain.Commitments;

public readonly record struct MilestoneId(Guid Value)
{
    public static MilestoneId New() => new(Guid.CreateVersion7());
}

/// <summary>A dated, weighted step of a commitment, with a delivery clock of its own that runs while the commitment's does.</summary>
public sealed class Milestone : Entity
{
    public const int TitleMaxLength = 300;
    public const int Most = 100;

    private Milestone()
    {
    }

    internal Milestone(CommitmentId commitmentId, MilestoneTerms terms, DateTimeOffset dueAt)
    {
        (Id, CommitmentId, Title, DueDate, OriginalDueDate, Weight, DueAt) =
            (MilestoneId.New(), commitmentId, terms.Title.Trim(), terms.DueDate, terms.DueDate, terms.Weight, dueAt);
    }

    public MilestoneId Id { get; private set; }

    public CommitmentId CommitmentId { get; private set; }

    public string Title { get; private set; } = "";

    public DateOnly DueDate { get; private set; }

    public DateOnly OriginalDueDate { get; private set; }

    public int DueDateVersion { get; private set; }

    public decimal Weight { get; private set; }

    public DateOnly? CompletedOn { get; private set; }

    /// <summary>When the completion was recorded; <see cref="CompletedOn"/> is what was said of it.</summary>
    public DateTimeOffset? CompletedAt { get; private set; }

    public DateTimeOffset DueAt { get; private set; }

    public DateTimeOffset? OverdueAt { get; private set; }

    public DateTimeOffset? SweepAt { get; private set; }

    public bool IsOverdue(DateTimeOffset now) => OverdueAt <= now;

    internal void Complete(DateOnly completedOn, DateTimeOffset now)
    {
        CompletedOn = completedOn;
        CompletedAt = now;
        StopClock(now);
    }

    internal void StartClock(DateTimeOffset? lookAgainAt)
    {
        if (CompletedOn is not null) return;
        OverdueAt = DueAt;
        SweepAt = lookAgainAt ?? OverdueAt;
    }

    internal void StopClock(DateTimeOffset now)
    {
        if (OverdueAt is null) return;
        OverdueAt = null;
        SweepAt = now;
    }
}
