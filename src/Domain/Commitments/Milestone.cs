using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Domain.Commitments;

public readonly record struct MilestoneId(Guid Value)
{
    public static MilestoneId New() => new(Guid.CreateVersion7());
}

/// <summary>A dated, weighted part of a commitment. Its own delivery deadline applies only while that of the commitment does.</summary>
public sealed class Milestone : Entity
{
    public const int MaxPerCommitment = 100;

    private Milestone() { }

    internal Milestone(CommitmentId commitmentId, MilestoneTerms terms, DecisionContext context)
    {
        Id = MilestoneId.New();
        CommitmentId = commitmentId;
        Revise(terms, context);
    }

    public MilestoneId Id { get; private set; }

    public CommitmentId CommitmentId { get; private set; }

    public string Title { get; private set; } = "";

    public DateOnly DueDate { get; private set; }

    public DateOnly OriginalDueDate { get; private set; }

    public int DueDateVersion { get; private set; }

    public decimal Weight { get; private set; }

    public DateOnly? CompletedOn { get; private set; }

    /// <summary>When the completion was recorded; <see cref="CompletedOn"/> is the day stated by whoever reported it.</summary>
    public DateTimeOffset? CompletedAt { get; private set; }

    /// <summary>Who reported the completion.</summary>
    public Filer CompletedBy { get; private set; } = Filer.None;

    public DateTimeOffset DueAt { get; private set; }

    public DateTimeOffset? OverdueAt { get; private set; }

    public DateTimeOffset? SweepAt { get; private set; }

    public int TimesMoved { get; private set; }

    /// <summary>The day on which an approved change request dropped it; the row is kept.</summary>
    public DateOnly? DroppedOn { get; private set; }

    public bool IsDropped => DroppedOn is not null;

    public bool IsOverdue(DateTimeOffset now) => OverdueAt <= now;

    /// <summary>Rewrites it while its commitment is a draft.</summary>
    internal void Revise(MilestoneTerms terms, DecisionContext context)
    {
        Title = terms.Title.Trim();
        DueDate = terms.DueDate;
        Weight = NumberRules.Stored(terms.Weight);
        EndAt(context);
        if (terms.Past is { } past)
        {
            OriginalDueDate = past.OriginalDueDate ?? DueDate;
            CompletedOn = past.CompletedOn;
            CompletedAt = past.CompletedOn is null ? null : context.Now;
            TimesMoved = past.TimesMoved;
            DroppedOn = past.DroppedOn;
        }
        else if (TimesMoved == 0)
        {
            OriginalDueDate = DueDate;
        }
    }

    internal void Complete(DateOnly completedOn, DecisionContext context)
    {
        CompletedOn = completedOn;
        CompletedAt = context.Now;
        CompletedBy = context.Filer;
    }

    internal void Reopen()
    {
        CompletedOn = null;
        CompletedAt = null;
        CompletedBy = Filer.None;
    }

    internal void Drop(DateOnly today) => DroppedOn = today;

    internal void Reweigh(decimal weight) => Weight = NumberRules.Stored(weight);

    internal void MoveTo(DateOnly date, DecisionContext context)
    {
        DueDate = date;
        DueDateVersion++;
        TimesMoved++;
        EndAt(context);
    }

    /// <summary>Recalculates when its due day ends in the organization's time zone.</summary>
    internal void EndAt(DecisionContext context) => DueAt = context.EndOf(DueDate);

    /// <summary>Must be called after every change. Where the deadline changed, the sweep must check the milestone.</summary>
    /// <param name="applies">Whether the delivery deadline of the commitment applies.</param>
    internal void RecalculateDeadlines(bool applies, DateTimeOffset now)
    {
        var overdueAt = applies && CompletedOn is null && !IsDropped ? DueAt : (DateTimeOffset?)null;
        if (overdueAt == OverdueAt)
            return;
        SweepAt = OverdueAt is null && SweepAt is null ? overdueAt : now;
        OverdueAt = overdueAt;
    }
}
