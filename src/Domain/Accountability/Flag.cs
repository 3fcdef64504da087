using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Domain.Accountability;

public readonly record struct FlagId(Guid Value);

public enum FlagKind
{
    CommitmentOverdue,
    MilestoneOverdue,

    /// <summary>The report for a period, or in place of a returned one, was not sent in time. The partner's.</summary>
    ReportOverdue,

    /// <summary>A report or a request waits too long for an answer. Ours.</summary>
    ReviewOverdue,

    /// <summary>Behind its plan by more than the margin. The partner's.</summary>
    OffTrack,
}

/// <summary>Whose clock it is that ran out.</summary>
public enum FlagOwner
{
    /// <summary>The accountable organization's.</summary>
    Partner,

    /// <summary>Ours: an answer is owed.</summary>
    Reviewer,
}

public static class FlagOwners
{
    public static FlagOwner Owner(this FlagKind kind) => kind == FlagKind.ReviewOverdue ? FlagOwner.Reviewer : FlagOwner.Partner;
}

/// <summary>Why a flag came down.</summary>
public enum ClearedBecause
{
    /// <summary>The milestone was completed.</summary>
    Delivered,

    /// <summary>The partner claims completion: the clock is with the reviewer now.</summary>
    ReportedComplete,

    /// <summary>The flag spoke of an older date.</summary>
    DueDateChanged,

    /// <summary>The commitment was closed or withdrawn.</summary>
    Closed,

    /// <summary>The report came in.</summary>
    Reported,

    /// <summary>The answer was given.</summary>
    Decided,

    /// <summary>The work caught up with its plan.</summary>
    BackOnTrack,
}

/// <summary>
/// The record that something became overdue, and when and why it stopped being so. Written by the sweep in sets, never by an aggregate;
/// it is its own entry in the history and does not move the commitment's version.
/// </summary>
public sealed class Flag : TrackedEntity
{
    private Flag()
    {
    }

    public FlagId Id { get; private set; }

    public FlagKind Kind { get; private set; }

    public CommitmentId CommitmentId { get; private set; }

    public MilestoneId? MilestoneId { get; private set; }

    public OrganizationId OrganizationId { get; private set; }

    public PartnershipId PartnershipId { get; private set; }

    /// <summary>The date that was missed, as it stood when the flag was raised.</summary>
    public DateOnly DueDate { get; private set; }

    public int DueDateVersion { get; private set; }

    /// <summary>When it became overdue; <see cref="RaisedAt"/> is when the sweep saw it.</summary>
    public DateTimeOffset OverdueAt { get; private set; }

    public DateTimeOffset RaisedAt { get; private set; }

    public DateTimeOffset? ClearedAt { get; private set; }

    public ClearedBecause? ClearedBecause { get; private set; }
}
