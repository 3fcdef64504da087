using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Domain.Commitments;

/// <summary>
/// Deadlines are stored as UTC instants; null means that no deadline applies. Whether something is overdue is computed by comparing with
/// the current time, never stored. <see cref="SweepAt"/> is when the sweep must check the commitment next.
/// </summary>
public sealed partial class Commitment
{
    /// <summary>Increases with every change of the due date, so that a flag refers to the due date for which it was raised.</summary>
    public int DueDateVersion { get; private set; }

    /// <summary>The instant at which the due day ends in the organization's time zone; null without a due date.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    /// <summary>The delivery deadline; null unless the commitment is active and not reported complete.</summary>
    public DateTimeOffset? OverdueAt { get; private set; }

    /// <summary>The day by which the next progress report is due.</summary>
    public DateOnly? ReportDueOn { get; private set; }

    /// <summary>The instant at which that day ends.</summary>
    public DateTimeOffset? ReportDueAt { get; private set; }

    /// <summary>When the review is due of the oldest progress report or change request that awaits one.</summary>
    public DateTimeOffset? ReviewDueAt { get; private set; }

    public DateOnly? ReviewDueOn { get; private set; }

    /// <summary>When it will be behind its plan by more than the margin, without further progress.</summary>
    public DateTimeOffset? OffTrackAt { get; private set; }

    public DateOnly? OffTrackOn { get; private set; }

    public DateTimeOffset? SweepAt { get; private set; }

    /// <inheritdoc cref="ReportingSchedule.Until"/>
    public DateOnly? PeriodsUntil
    {
        get => _schedule.Until;
        private set => _schedule.Until = value;
    }

    /// <inheritdoc cref="ReportingSchedule.RollAt"/>
    public DateTimeOffset? PeriodsRollAt
    {
        get => _schedule.RollAt;
        private set => _schedule.RollAt = value;
    }

    /// <summary>Whether a deadline was changed before <see cref="RecalculateDeadlines"/> compares the others.</summary>
    private bool _deadlineChanged;

    private bool HasDeliveryDeadline => Status == CommitmentStatus.Active && ReportedCompleteOn is null;

    public bool IsOverdue(DateTimeOffset now) => OverdueAt <= now;

    /// <summary>See <see cref="ProgressPlan.Actual"/>.</summary>
    public decimal? ActualProgress { get; private set; }

    /// <summary>Stores the reporting periods that are needed by now; called by a scheduled job.</summary>
    public void RollPeriods(DecisionContext context) => RecalculateDeadlines(context);

    /// <summary>Puts off <see cref="RollPeriods"/> after it failed, so that this commitment does not block the others.</summary>
    public void PutOffPeriods(DateTimeOffset until) => PeriodsRollAt = until;

    /// <summary>Recalculates all deadlines after the organization's time zone changed.</summary>
    public void ChangeTimeZone(DecisionContext context)
    {
        DueAt = DueDate is { } due ? context.EndOf(due) : null;
        foreach (var milestone in _milestones)
            milestone.EndAt(context);
        _schedule.ChangeTimeZone(context);
        RecalculateDeadlines(context);
    }

    private void SetDueDate(DateOnly? date, DecisionContext context)
    {
        DueDate = date;
        DueDateKey = date ?? DateRules.Latest.AddDays(1);
        DueAt = date is { } due ? context.EndOf(due) : null;
    }

    private void CountDaysSlipped() =>
        DaysSlipped = DueDate is { } due && OriginalDueDate is { } first ? due.DayNumber - first.DayNumber : 0;

    private ProgressPlan Plan() =>
        new(
            _milestones.Select(m => PlannedMilestone.Of(m.DueDate, m.Weight, m.CompletedOn, isDropped: m.IsDropped)),
            start: StartDate,
            due: DueDate
        );

    /// <summary>Sets when the next review is due; null when nothing awaits review.</summary>
    private void SetReviewDue(DateTimeOffset? dueAt)
    {
        if (dueAt == ReviewDueAt)
            return;
        ReviewDueAt = dueAt;
        _deadlineChanged = true;
    }

    /// <summary>Must be called after every change. Where a deadline changed, the sweep must check the commitment.</summary>
    private void RecalculateDeadlines(DecisionContext context)
    {
        var before = (OverdueAt, ReportDueAt, OffTrackAt);
        var isActive = Status == CommitmentStatus.Active;
        var hadNoDeadline = before == (null, null, null) && !_deadlineChanged && ReviewDueAt is null && SweepAt is null;

        if (isActive)
            _schedule.Roll(Id, context);
        AwaitDecision(context);
        OverdueAt = HasDeliveryDeadline ? DueAt : null;
        var plan = Plan();
        ActualProgress = plan.Actual(LastAcceptedValue, Measure);
        OffTrackOn = HasDeliveryDeadline && ActualProgress is { } actual ? plan.FirstDayAbove(actual + context.Rules.OffTrackMargin) : null;
        OffTrackAt = OffTrackOn is { } day ? context.EndOf(day) : null;
        var nextPeriod = isActive ? _schedule.Due : null;
        (ReportDueOn, ReportDueAt) = (nextPeriod?.DueOn, nextPeriod?.DueAt);
        if (!isActive)
            SetReviewDue(null);
        ReviewDueOn = ReviewDueAt is { } reviewEnds ? DueDay.Today(reviewEnds.AddTicks(-1), context.Zone) : null;
        foreach (var milestone in _milestones)
            milestone.RecalculateDeadlines(HasDeliveryDeadline, context.Now);

        // Without an earlier deadline there is no flag to clear, so the sweep can wait for the first new deadline.
        if (_deadlineChanged || before != (OverdueAt, ReportDueAt, OffTrackAt))
            SweepAt = hadNoDeadline ? new[] { OverdueAt, ReportDueAt, ReviewDueAt, OffTrackAt }.Min() : context.Now;
        _deadlineChanged = false;
        var readiness = Readiness(context.HasContact);
        (SmartScore, SmartLevel) = (readiness.Score, readiness.Level);
    }
}
