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

    internal Milestone(CommitmentId commitmentId, MilestoneTerms terms, DecisionContext context)
    {
        Id = MilestoneId.New();
        CommitmentId = commitmentId;
        Title = terms.Title.Trim();
        DueDate = terms.DueDate;
        OriginalDueDate = terms.Past?.OriginalDueDate ?? terms.DueDate;
        Weight = terms.Weight;
        DueAt = context.EndOf(terms.DueDate);
        if (terms.Past is { } past)
        {
            CompletedOn = past.CompletedOn;
            CompletedAt = past.CompletedOn is null ? null : context.Now;
            TimesMoved = past.TimesMoved;
            DroppedOn = past.DroppedOn;
        }
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

    public int TimesMoved { get; private set; }

    /// <summary>The day it was dropped, by an approved request; it stays as a row.</summary>
    public DateOnly? DroppedOn { get; private set; }

    public bool IsDropped => DroppedOn is not null;

    public bool IsOverdue(DateTimeOffset now) => OverdueAt <= now;

    internal void Complete(DateOnly completedOn, DateTimeOffset now) => (CompletedOn, CompletedAt) = (completedOn, now);

    internal void Reopen() => (CompletedOn, CompletedAt) = (null, null);

    internal void Drop(DateOnly today) => DroppedOn = today;

    internal void Reweigh(decimal weight) => Weight = weight;

    internal void MoveTo(DateOnly date, DecisionContext context)
    {
        DueDate = date;
        DueDateVersion++;
        TimesMoved++;
        EndAt(context);
    }

    /// <summary>Its due day ends where the organization is.</summary>
    internal void EndAt(DecisionContext context) => DueAt = context.EndOf(DueDate);

    /// <summary>Winds its clock, which runs while the commitment's does, and asks the sweep to look where it moved.</summary>
    internal void RecalculateDeadlines(bool runs, DateTimeOffset now)
    {
        var overdueAt = runs && CompletedOn is null && !IsDropped ? DueAt : (DateTimeOffset?)null;
        if (overdueAt == OverdueAt) return;
        SweepAt = OverdueAt is null && SweepAt is null ? overdueAt : now;
        OverdueAt = overdueAt;
    }
}
