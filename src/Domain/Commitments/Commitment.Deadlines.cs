using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Domain.Commitments;

/// <summary>
/// Its clocks. Each is the stored UTC instant at which something becomes overdue, and null while it stands still; whether it is overdue is asked and
/// never stored. <see cref="SweepAt"/> is when the sweep must look at it next.
/// </summary>
public sealed partial class Commitment
{
    /// <summary>Moves with every change of the date, so that a flag knows which date it speaks of.</summary>
    public int DueDateVersion { get; private set; }

    /// <summary>The instant at which the due day ends in the organization's zone.</summary>
    public DateTimeOffset DueAt { get; private set; }

    /// <summary>The delivery clock: it stands still from a claim of completion on.</summary>
    public DateTimeOffset? OverdueAt { get; private set; }

    /// <summary>The day by which the next report is due, and the instant at which it ends.</summary>
    public DateOnly? ReportDueOn { get; private set; }

    public DateTimeOffset? ReportDueAt { get; private set; }

    /// <summary>Our own clock: by when we owe an answer to the oldest report or request that waits.</summary>
    public DateTimeOffset? ReviewDueAt { get; private set; }

    public DateOnly? ReviewDueOn { get; private set; }

    /// <summary>When it falls behind its plan by more than the margin, if nothing more is done.</summary>
    public DateTimeOffset? OffTrackAt { get; private set; }

    public DateOnly? OffTrackOn { get; private set; }

    public DateTimeOffset? SweepAt { get; private set; }

    /// <summary>The last day for which a reporting period is a row.</summary>
    public DateOnly? PeriodsUntil { get; private set; }

    /// <summary>When the next period begins, so that one more row is due.</summary>
    public DateTimeOffset? PeriodsRollAt { get; private set; }

    /// <summary>A clock was moved in this change before all of them are wound.</summary>
    private bool _clockMoved;

    private bool DeliveryRuns => Status == CommitmentStatus.Active && ReportedCompleteOn is null;

    public bool IsOverdue(DateTimeOffset now) => OverdueAt <= now;

    /// <summary>Points done: the weight of completed milestones, or how far the last accepted value has come. Null is unknown.</summary>
    public decimal? ActualProgress => Plan().Done ?? ProgressPlan.PointsOf(LastAcceptedValue, Measure?.Baseline, Measure?.Target);

    /// <summary>Time has passed: makes the rows of reporting periods that are due. The schedule sends this.</summary>
    public void RollPeriods(DecisionContext context) => RecalculateDeadlines(context);

    /// <summary>Its organization's days begin and end elsewhere now.</summary>
    public void ChangeTimeZone(DecisionContext context)
    {
        DueAt = context.EndOf(DueDate);
        foreach (var milestone in _milestones) milestone.EndAt(context);
        foreach (var period in _periods) period.EndAt(context);
        RecalculateDeadlines(context);
    }

    private ProgressPlan Plan() =>
        new(_milestones.Where(m => !m.IsDropped).Select(m => new PlannedMilestone(m.DueDate, m.Weight, m.CompletedOn is not null)), StartDate, DueDate);

    /// <summary>By when we owe an answer, from now on.</summary>
    private void ReviewBy(DateTimeOffset? dueAt)
    {
        if (dueAt == ReviewDueAt) return;
        ReviewDueAt = dueAt;
        _clockMoved = true;
    }

    /// <summary>After every change: winds all clocks, and asks the sweep to look where one of them moved.</summary>
    private void RecalculateDeadlines(DecisionContext context)
    {
        var before = (OverdueAt, ReportDueAt, OffTrackAt);
        var isActive = Status == CommitmentStatus.Active;
        var stoodStill = before == (null, null, null) && !_clockMoved && ReviewDueAt is null && SweepAt is null;

        OpenPeriods(context);
        OverdueAt = DeliveryRuns ? DueAt : null;
        OffTrackOn = DeliveryRuns && ActualProgress is { } actual ? Plan().FirstDayAbove(actual + context.Rules.OffTrackMargin) : null;
        OffTrackAt = OffTrackOn is { } day ? context.EndOf(day) : null;
        var owed = isActive ? _periods.Where(p => p.Status == ReportingPeriodStatus.Open).MinBy(p => p.DueAt) : null;
        (ReportDueOn, ReportDueAt) = (owed?.DueOn, owed?.DueAt);
        if (!isActive) ReviewBy(null);
        ReviewDueOn = ReviewDueAt is { } reviewEnds ? DueDay.Today(reviewEnds.AddTicks(-1), context.Zone) : null;
        foreach (var milestone in _milestones) milestone.RecalculateDeadlines(DeliveryRuns, context.Now);

        // Where no clock ran there can be no flag; anywhere else the sweep must look at once.
        if (_clockMoved || before != (OverdueAt, ReportDueAt, OffTrackAt))
            SweepAt = stoodStill ? new[] { OverdueAt, ReportDueAt, ReviewDueAt, OffTrackAt }.Min() : context.Now;
        _clockMoved = false;
        var readiness = Readiness(context.HasContact);
        (SmartScore, SmartLevel) = (readiness.Score, readiness.Level);
    }

    /// <summary>The current period and the next are rows; the first is the one that ends after acceptance, and none is made for the time before.</summary>
    private void OpenPeriods(DecisionContext context)
    {
        if (Status != CommitmentStatus.Active || ReportingFrequency == ReportingFrequency.None)
        {
            PeriodsRollAt = null;
            return;
        }

        while (PeriodsUntil is not { } until || Commitments.Periods.Of(ReportingFrequency, until).From <= context.Today)
        {
            var (from, to) = Commitments.Periods.Of(ReportingFrequency, PeriodsUntil is { } last ? last.AddDays(1) : context.Today);
            var dueOn = to.AddDays(context.Rules.ReportDeadlineDays);
            _periods.Add(new ReportingPeriod(Id, from, to, dueOn, context.EndOf(dueOn)));
            PeriodsUntil = to;
            PeriodsRollAt = context.EndOf(from.AddDays(-1));
        }
    }
}
