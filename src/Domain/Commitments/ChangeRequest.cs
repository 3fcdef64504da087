using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Domain.Commitments;

public readonly record struct ChangeRequestId(Guid Value)
{
    public static ChangeRequestId New() => new(Guid.CreateVersion7());
}

public enum ChangeRequestStatus
{
    Requested,
    Approved,
    Rejected,
}

public enum ChangeRequestKind
{
    /// <summary>Of dates, targets, milestones or the reporting frequency.</summary>
    Change,

    /// <summary>To withdraw a commitment that is overdue or reported complete.</summary>
    Withdrawal,

    /// <summary>To supersede a commitment that is overdue or reported complete.</summary>
    Supersession,
}

/// <summary>
/// A request to change a commitment or one of its milestones, or to end the commitment, and the decision on it. The old due date is kept.
/// </summary>
public sealed class ChangeRequest : TrackedEntity
{
    private ChangeRequest() { }

    internal ChangeRequest(CommitmentId commitmentId, ChangeTerms terms, DateOnly? oldDueDate, DecisionContext context)
    {
        Id = ChangeRequestId.New();
        CommitmentId = commitmentId;
        MilestoneId = terms.MilestoneId;
        OldDueDate = terms.NewDueDate is null ? null : oldDueDate;
        NewDueDate = terms.NewDueDate;
        Reason = terms.Reason;
        Explanation = terms.Explanation.Trim();
        Evidence = Blank.ToNull(terms.Evidence);
        Target = NumberRules.Stored(terms.Target);
        Baseline = NumberRules.Stored(terms.Baseline);
        BaselineDate = terms.BaselineDate;
        Unit = Blank.ToNull(terms.Unit);
        Weight = NumberRules.Stored(terms.Weight);
        DropMilestone = terms.DropMilestone;
        ReportingFrequency = terms.ReportingFrequency;
        FiledBy = context.Filer;
        RequestedAt = context.Now;
        ReviewDueAt = context.ReviewDueAt;
    }

    internal ChangeRequest(
        CommitmentId commitmentId,
        ChangeRequestKind kind,
        CommitmentId? successorId,
        string reason,
        DecisionContext context
    )
    {
        Id = ChangeRequestId.New();
        CommitmentId = commitmentId;
        Kind = kind;
        SuccessorId = successorId;
        Explanation = reason.Trim();
        FiledBy = context.Filer;
        RequestedAt = context.Now;
        ReviewDueAt = context.ReviewDueAt;
    }

    public ChangeRequestId Id { get; private set; }

    public CommitmentId CommitmentId { get; private set; }

    public ChangeRequestKind Kind { get; private set; }

    /// <summary>The commitment that would replace it; only for a supersession.</summary>
    public CommitmentId? SuccessorId { get; private set; }

    public MilestoneId? MilestoneId { get; private set; }

    public DateOnly? OldDueDate { get; private set; }

    public DateOnly? NewDueDate { get; private set; }

    /// <summary>Only for a change; a withdrawal or supersession has an explanation alone.</summary>
    public ChangeReason? Reason { get; private set; }

    public string Explanation { get; private set; } = "";

    public string? Evidence { get; private set; }

    public decimal? Target { get; private set; }

    public decimal? Baseline { get; private set; }

    public DateOnly? BaselineDate { get; private set; }

    public string? Unit { get; private set; }

    public decimal? Weight { get; private set; }

    public bool DropMilestone { get; private set; }

    public ReportingFrequency? ReportingFrequency { get; private set; }

    public ChangeRequestStatus Status { get; private set; }

    public Filer FiledBy { get; private set; } = Filer.None;

    public DateTimeOffset RequestedAt { get; private set; }

    /// <summary>When the review is due.</summary>
    public DateTimeOffset ReviewDueAt { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    public ActorKind? DecidedByKind { get; private set; }

    public Guid? DecidedById { get; private set; }

    public string? Note { get; private set; }

    internal void Decide(ChangeRequestStatus status, string? note, Actor by, DateTimeOffset now)
    {
        Status = status;
        Note = Blank.ToNull(note);
        DecidedByKind = by.Kind;
        DecidedById = by.Id;
        DecidedAt = now;
    }
}
