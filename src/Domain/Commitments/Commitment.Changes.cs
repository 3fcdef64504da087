using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Domain.Commitments;

/// <summary>Changes of an active commitment: they need a change request with a reason, and the original due date is kept.</summary>
public sealed partial class Commitment
{
    /// <summary>How often the due date was changed.</summary>
    public int TimesMoved { get; private set; }

    /// <summary>Days between the original and the current due date; negative when the current one is earlier.</summary>
    public int DaysSlipped { get; private set; }

    /// <summary>Requests a change. An earlier due date alone needs no review and takes effect at once.</summary>
    /// <param name="isPending">Whether another change request about the same commitment or milestone awaits review.</param>
    public ChangeRequest RequestChange(ChangeTerms terms, bool isPending, DecisionContext context)
    {
        State().WhyNotRequestChange(isPending)?.Throw();
        var current = terms.MilestoneId is { } id ? OpenMilestone(id).DueDate : DueDate;
        if (terms.MilestoneId is null && (terms.Weight is not null || terms.DropMilestone))
            throw CommitmentErrors.ChangeNeedsMilestone();
        if (terms.ChangesNothing || (terms with { NewDueDate = null }).ChangesNothing && terms.NewDueDate == current)
            throw CommitmentErrors.ChangesNothing();
        CheckDates(terms.NewDueDate, terms.MilestoneId);

        var change = new ChangeRequest(Id, terms, current, context);
        var isOnlyEarlier = terms.NewDueDate < current && (terms with { NewDueDate = null }).ChangesNothing;
        RaiseSubmitted(change);
        if (isOnlyEarlier)
        {
            Decide(change, ChangeRequestStatus.Approved, null, context);
        }
        else
        {
            AwaitReview(change.ReviewDueAt);
            RecalculateDeadlines(context);
        }

        return change;
    }

    /// <summary>Approves a change, or a withdrawal or supersession, which ends the commitment.</summary>
    /// <param name="nextReviewDueAt">When the next review is due, this one excluded; null when nothing else awaits review.</param>
    /// <param name="successorIsActive">For a supersession: whether the successor is still an active commitment.</param>
    public void ApproveChangeRequest(
        ChangeRequest change,
        string? note,
        DateTimeOffset? nextReviewDueAt,
        DecisionContext context,
        bool successorIsActive = false
    )
    {
        State().WhyNotApproveChangeRequest(change.Status)?.Throw();
        if (change.Kind == ChangeRequestKind.Supersession && !successorIsActive)
            throw CommitmentErrors.NoSuccessor();

        SetReviewDue(nextReviewDueAt);
        Decide(change, ChangeRequestStatus.Approved, note, context);
        if (change.Kind != ChangeRequestKind.Change)
            EndWithoutOutcome(change.SuccessorId, change.Explanation, change.RequestedAt, context);
    }

    /// <param name="nextReviewDueAt">When the next review is due, this one excluded; null when nothing else awaits review.</param>
    public void RejectChangeRequest(ChangeRequest change, string note, DateTimeOffset? nextReviewDueAt, DecisionContext context)
    {
        CommitmentState.WhyNotRejectChangeRequest(change.Status)?.Throw();

        SetReviewDue(nextReviewDueAt);
        Decide(change, ChangeRequestStatus.Rejected, note, context);
    }

    private void Decide(ChangeRequest change, ChangeRequestStatus status, string? note, DecisionContext context)
    {
        var changes = status == ChangeRequestStatus.Approved ? ChangesOf(change) : [];
        change.Decide(status, note, context.By, context.Now);
        if (status == ChangeRequestStatus.Approved)
            Apply(change, context);
        RecalculateDeadlines(context);
        Raise(
            status == ChangeRequestStatus.Approved
                ? new ChangeRequestApproved(
                    Id,
                    change.Id,
                    change.MilestoneId,
                    TitleOf(change.MilestoneId),
                    change.OldDueDate,
                    change.NewDueDate,
                    change.Reason,
                    change.Note,
                    changes,
                    change.Kind
                )
                : new ChangeRequestRejected(
                    Id,
                    change.Id,
                    change.MilestoneId,
                    TitleOf(change.MilestoneId),
                    change.OldDueDate,
                    change.NewDueDate,
                    change.Note,
                    change.Kind
                )
        );
    }

    private void RaiseSubmitted(ChangeRequest change) =>
        Raise(
            new ChangeRequestSubmitted(
                Id,
                change.Id,
                change.MilestoneId,
                TitleOf(change.MilestoneId),
                change.OldDueDate,
                change.NewDueDate,
                change.Reason,
                change.Explanation,
                change.Kind,
                change.SuccessorId
            )
        );

    private void Apply(ChangeRequest change, DecisionContext context)
    {
        CheckDates(change.NewDueDate, change.MilestoneId);
        if (change.MilestoneId is { } id)
        {
            var milestone = OpenMilestone(id);
            if (change.NewDueDate is { } date)
                milestone.MoveTo(date, context);
            if (change.Weight is { } weight)
                milestone.Reweigh(weight);
            if (change.DropMilestone)
                milestone.Drop(context.Today);
        }
        else if (change.NewDueDate is { } date)
        {
            SetDueDate(date, context);
            DueDateVersion++;
            _deadlineChanged = true;
            TimesMoved++;
            CountDaysSlipped();
        }

        if (change.ReportingFrequency is { } frequency)
            _schedule.ChangeFrequency(frequency, Id, context);
        if (change.Target is not null || change.Baseline is not null || change.BaselineDate is not null || change.Unit is not null)
        {
            var measure = Measure ?? new Measure(null, null, null, null, null, null);
            Measure = measure with
            {
                Target = change.Target ?? measure.Target,
                Baseline = change.Baseline ?? measure.Baseline,
                BaselineDate = change.BaselineDate ?? measure.BaselineDate,
                Unit = change.Unit ?? measure.Unit,
            };
        }
    }

    /// <summary>A milestone must not be due after its commitment, and a commitment must not be due before it starts.</summary>
    private void CheckDates(DateOnly? newDueDate, MilestoneId? milestoneId)
    {
        if (newDueDate is not { } date)
            return;
        if (milestoneId is not null)
        {
            if (DueDate is { } due && date > due)
                throw CommitmentErrors.MilestoneAfterDueDate("newDueDate", date, due);
            return;
        }

        if (StartDate > date)
            throw CommitmentErrors.StartsAfterDueDate("newDueDate");
        if (_milestones.Where(m => !m.IsDropped).MaxBy(m => m.DueDate) is { } last && last.DueDate > date)
            throw CommitmentErrors.MilestoneAfterDueDate("newDueDate", last.DueDate, date);
    }

    private Milestone OpenMilestone(MilestoneId id) =>
        MilestoneOf(id) is { CompletedOn: { } day } ? throw CommitmentErrors.MilestoneCompleted(day) : MilestoneOf(id);

    /// <summary>The title of a milestone, also of one that was removed.</summary>
    private string? TitleOf(MilestoneId? id) => _milestones.Find(m => m.Id == id)?.Title;

    /// <summary>What an approved change request changes besides the due date: old and new values.</summary>
    private IReadOnlyList<Change> ChangesOf(ChangeRequest change)
    {
        var weight = change.MilestoneId is { } id ? MilestoneOf(id).Weight : (decimal?)null;
        return Common.Changes.Of(
            ("target", Measure?.Target, change.Target ?? Measure?.Target),
            ("baseline", Measure?.Baseline, change.Baseline ?? Measure?.Baseline),
            ("baselineDate", Measure?.BaselineDate, change.BaselineDate ?? Measure?.BaselineDate),
            ("unit", Measure?.Unit, change.Unit ?? Measure?.Unit),
            ("weight", weight, change.Weight ?? weight),
            ("dropped", false, change.DropMilestone),
            ("reportingFrequency", ReportingFrequency, change.ReportingFrequency ?? ReportingFrequency)
        );
    }
}
