using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.Commitments;

/// <summary>What awaits a decision.</summary>
public enum WaitingReviewKind
{
    /// <summary>A submitted commitment, to be accepted or returned.</summary>
    Commitment,

    /// <summary>A progress report that does not make its commitment reported complete, to be accepted or returned.</summary>
    ProgressReport,

    /// <summary>A change request, to be approved or rejected.</summary>
    ChangeRequest,

    /// <summary>A commitment that is reported complete, to be assessed and closed; its progress report may be undecided, too.</summary>
    Completion,
}

/// <summary>Something that awaits a decision, and how much time is left for it.</summary>
public sealed record WaitingReview
{
    public WaitingReviewKind Kind { get; init; }

    /// <summary>The id of the progress report or change request, otherwise of the commitment.</summary>
    public Guid Id { get; init; }

    public Guid CommitmentId { get; init; }

    public string CommitmentTitle { get; init; } = "";

    /// <summary>The accountable organization.</summary>
    public Guid OrganizationId { get; init; }

    public string OrganizationName { get; init; } = "";

    public Guid PartnershipId { get; init; }

    /// <summary>When it was submitted, requested or reported (UTC).</summary>
    public DateTimeOffset WaitingSince { get; init; }

    /// <summary>When the decision is due (UTC).</summary>
    public DateTimeOffset ReviewDueAt { get; init; }

    /// <summary>The last day for the decision, in the time zone of the organization.</summary>
    public DateOnly ReviewDueOn { get; init; }

    /// <summary>Days from today to that day, in the time zone of the organization; negative when the decision is overdue.</summary>
    public int DaysLeft { get; init; }

    public bool IsOverdue { get; init; }
}

/// <summary>As read from the database, before anything is said about now.</summary>
internal sealed record WaitingReviewRow
{
    public required WaitingReview Item { get; init; }

    /// <summary>The table it comes from, and its place there.</summary>
    public required ReviewPlace Place { get; init; }

    public required long Seq { get; init; }

    public required string TimeZone { get; init; }

    public WaitingReview At(DateTimeOffset now)
    {
        var zone = Codes.TimeZone(TimeZone);
        var dueOn = DueDay.Today(Item.ReviewDueAt.AddTicks(-1), zone);
        return Item with
        {
            ReviewDueOn = dueOn,
            DaysLeft = dueOn.DayNumber - DueDay.Today(now, zone).DayNumber,
            IsOverdue = Item.ReviewDueAt <= now,
        };
    }
}

/// <summary>The order of the list: by time, and at the same instant by table.</summary>
internal sealed record ReviewPlace(DateTimeOffset Since, int Table);
