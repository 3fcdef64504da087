using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Domain.Commitments;

public readonly record struct ChangeRequestId(Guid Value)
{
    public static ChangeRequestId New() => new(Guid.CreateVersion7());
}

public enum ChangeReason
{
    Funding,
    Partner,
    Scope,
    ForceMajeure,
    Dependency,
    Data,
    Other,
}

public enum ChangeRequestStatus
{
    Requested,
    Approved,
    Rejected,
}

/// <summary>What somebody asks to move: the date of a commitment or milestone, and with it or without, its target, baseline, unit or weight.</summary>
/// <param name="MilestoneId">The milestone it is about; null for the commitment itself.</param>
/// <param name="Weight">Of the milestone.</param>
/// <param name="DropMilestone">The milestone goes.</param>
/// <param name="Evidence">The address of something that supports the request.</param>
public sealed record ChangeTerms(
    DateOnly? NewDueDate, ChangeReason Reason, string Explanation, MilestoneId? MilestoneId = null, string? Evidence = null,
    decimal? Target = null, decimal? Baseline = null, DateOnly? BaselineDate = null, string? Unit = null, decimal? Weight = null, bool DropMilestone = false,
    ReportingFrequency? ReportingFrequency = null)
{
    public bool ChangesNothing =>
        NewDueDate is null && Target is null && Baseline is null && BaselineDate is null && string.IsNullOrWhiteSpace(Unit) && Weight is null && !DropMilestone && ReportingFrequency is null;
}

/// <summary>A request to move a goalpost, and what was decided about it. The old values are kept, whatever follows.</summary>
public sealed class ChangeRequest : TrackedEntity
{
    public const int UnitMaxLength = 100;

    private ChangeRequest()
    {
    }

    internal ChangeRequest(CommitmentId commitmentId, ChangeTerms terms, DateOnly? oldDueDate, Actor by, DateTimeOffset now, DateTimeOffset reviewDueAt)
    {
        Id = ChangeRequestId.New();
        CommitmentId = commitmentId;
        MilestoneId = terms.MilestoneId;
        OldDueDate = terms.NewDueDate is null ? null : oldDueDate;
        NewDueDate = terms.NewDueDate;
        Reason = terms.Reason;
        Explanation = terms.Explanation.Trim();
        Evidence = Blank.ToNull(terms.Evidence);
        (Target, Baseline, BaselineDate, Unit, Weight, DropMilestone, ReportingFrequency) =
            (terms.Target, terms.Baseline, terms.BaselineDate, Blank.ToNull(terms.Unit), terms.Weight, terms.DropMilestone, terms.ReportingFrequency);
        (ActorKind, ActorId, RequestedAt, ReviewDueAt) = (by.Kind, by.Id, now, reviewDueAt);
    }

    public ChangeRequestId Id { get; private set; }

    public CommitmentId CommitmentId { get; private set; }

    public MilestoneId? MilestoneId { get; private set; }

    public DateOnly? OldDueDate { get; private set; }

    public DateOnly? NewDueDate { get; private set; }

    public ChangeReason Reason { get; private set; }

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

    public ActorKind ActorKind { get; private set; }

    public Guid? ActorId { get; private set; }

    public DateTimeOffset RequestedAt { get; private set; }

    /// <summary>By when we owe an answer.</summary>
    public DateTimeOffset ReviewDueAt { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    public ActorKind? DecidedByKind { get; private set; }

    public Guid? DecidedById { get; private set; }

    public string? Note { get; private set; }

    /// <summary>Days that an approved date moved; negative when it came forward.</summary>
    public int DaysMoved => OldDueDate is { } from && NewDueDate is { } to ? to.DayNumber - from.DayNumber : 0;

    internal void Decide(ChangeRequestStatus status, string? note, Actor by, DateTimeOffset now) =>
        (Status, Note, DecidedByKind, DecidedById, DecidedAt) = (status, Blank.ToNull(note), by.Kind, by.Id, now);
}
