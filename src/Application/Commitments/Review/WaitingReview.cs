using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.Commitments;

/// <summary>What awaits a decision.</summary>
public enum WaitingReviewKind
{
    /// <summary>A submitted commitment, to be accepted or returned.</summary>
    Commitment,

    /// <summary>A progress report that does not make its commitment reported complete, to be accepted or returned.</summary>
    ProgressReport,

    /// <summary>A request to change dates, targets or milestones, to be approved or rejected.</summary>
    ChangeRequest,

    /// <summary>A commitment that is reported complete, to be assessed and closed; its progress report may be undecided, too.</summary>
    Completion,

    /// <summary>A change request to withdraw a commitment that is overdue or reported complete.</summary>
    Withdrawal,

    /// <summary>A change request to replace such a commitment with another one.</summary>
    Supersession,
}

/// <summary>Something that awaits a decision, and how much time is left for it.</summary>
public sealed record WaitingReview
{
    public WaitingReviewKind Kind { get; init; }

    /// <summary>
    /// The id of the progress report or change request, also of a withdrawal or replacement; otherwise of the commitment.
    /// </summary>
    public Guid Id { get; init; }

    public Guid CommitmentId { get; init; }

    public string CommitmentTitle { get; init; } = "";

    /// <summary>The accountable organization.</summary>
    public Guid OrganizationId { get; init; }

    public string OrganizationName { get; init; } = "";

    public Guid PartnershipId { get; init; }

    /// <summary>The progress report that reports completion, while it is undecided itself; only for a completion.</summary>
    public Guid? CompletionReportId { get; init; }

    /// <summary>When it was submitted, requested or reported (UTC).</summary>
    public DateTimeOffset WaitingSince { get; init; }

    /// <summary>When the decision is due (UTC).</summary>
    public DateTimeOffset ReviewDueAt { get; init; }

    /// <summary>The last day for the decision, in the time zone of the organization.</summary>
    public DateOnly ReviewDueOn { get; init; }

    /// <summary>Days from today to that day, in the time zone of the organization; negative when the decision is overdue.</summary>
    public int DaysLeft { get; init; }

    public bool IsOverdue { get; init; }

    /// <param name="timeZone">Of the organization.</param>
    internal WaitingReview At(DateTimeOffset now, string timeZone)
    {
        var zone = Codes.TimeZone(timeZone);
        var dueOn = DueDay.Today(ReviewDueAt.AddTicks(-1), zone);
        return this with
        {
            ReviewDueOn = dueOn,
            DaysLeft = dueOn.DayNumber - DueDay.Today(now, zone).DayNumber,
            IsOverdue = ReviewDueAt <= now,
        };
    }
}

/// <summary>The order of the list: by time, and at the same instant by table.</summary>
internal sealed record ReviewPlace(DateTimeOffset Since, int Table);
