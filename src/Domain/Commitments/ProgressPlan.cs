namespace PartnershipTracker.Domain.Commitments;

/// <summary>
/// The expected progress of a commitment on a day, in points from 0 to 100: the weight of the milestones due by then or, without
/// milestones, the straight line from start to due date. Null (unknown) where there are neither milestones nor both dates.
/// </summary>
public sealed class ProgressPlan
{
    private readonly List<PlannedMilestone> _milestones;
    private readonly DateOnly? _start;
    private readonly DateOnly? _due;
    private readonly decimal _whole;

    public ProgressPlan(IEnumerable<PlannedMilestone> milestones, DateOnly? start, DateOnly? due)
    {
        _milestones = [.. milestones.Where(m => !m.IsDropped).OrderBy(m => m.DueDate)];
        _start = start;
        _due = due;
        _whole = _milestones.Sum(m => m.Weight);
    }

    public bool HasMilestones => _milestones.Count > 0;

    /// <summary>
    /// The weight of completed milestones, in points; null without milestones, because then progress is known only from a reported value.
    /// </summary>
    public decimal? Done => _milestones.Count == 0 ? null : Points(_milestones.Where(m => m.IsDone).Sum(m => m.Weight));

    /// <summary>
    /// Where a value lies between baseline (0 points) and target (100 points), which may be below the baseline. Null where something is
    /// unknown.
    /// </summary>
    public static decimal? PointsOf(decimal? value, decimal? baseline, decimal? target) =>
        value is { } v && baseline is { } b && target is { } t && t != b ? Math.Clamp((v - b) / (t - b) * 100, 0, 100) : null;

    /// <summary>
    /// Progress in points from 0 to 100: the weight of completed milestones or, without milestones, the last accepted value between
    /// baseline and target. Null is unknown.
    /// </summary>
    /// <param name="lastAcceptedValue">In the unit of the measure.</param>
    public decimal? Actual(decimal? lastAcceptedValue, Measure? measure) =>
        Done ?? PointsOf(lastAcceptedValue, measure?.Baseline, measure?.Target);

    /// <summary>Points expected at the end of a day.</summary>
    public decimal? ExpectedOn(DateOnly day)
    {
        if (_milestones.Count > 0)
            return Points(_milestones.TakeWhile(m => m.DueDate <= day).Sum(m => m.Weight));
        if (_start is not { } start || _due is not { } due)
            return null;
        if (day >= due)
            return 100;
        return day <= start ? 0 : (decimal)(day.DayNumber - start.DayNumber) / (due.DayNumber - start.DayNumber) * 100;
    }

    /// <returns>The first day at whose end more than the given points are expected; null when there is none.</returns>
    public DateOnly? FirstDayAbove(decimal points)
    {
        if (_milestones.Count > 0)
        {
            decimal weight = 0;
            foreach (var milestone in _milestones)
            {
                weight += milestone.Weight;
                if (Points(weight) > points)
                    return milestone.DueDate;
            }

            return null;
        }

        if (_start is not { } start || _due is not { } due || points >= 100)
            return null;
        if (due <= start)
            return due;
        if (points < 0)
            return start;
        var day = start.AddDays((int)Math.Floor(points / 100 * (due.DayNumber - start.DayNumber)));
        while (ExpectedOn(day) <= points)
            day = day.AddDays(1);
        return day;
    }

    /// <summary>Compares the progress of a commitment on a day with its plan.</summary>
    /// <param name="actual">In points; null when unknown.</param>
    public ProgressStanding On(DateOnly day, decimal? actual)
    {
        var expected = ExpectedOn(day);
        if (expected is not { } due || actual is not { } done)
            return new ProgressStanding(Rounded(expected), Rounded(actual), null, null);
        var days =
            due > done
                ? FirstDayAbove(done) is { } behindSince
                    ? behindSince.DayNumber - day.DayNumber
                    : 0
                : due < done && LastDayBelow(done) is { } aheadUntil
                    ? aheadUntil.DayNumber - day.DayNumber
                    : 0;
        return new ProgressStanding(Rounded(expected), Rounded(actual), Rounded(done - due), days);
    }

    /// <summary>The day on which the plan reaches more than the given points, or the last one where they are 100.</summary>
    private DateOnly? LastDayBelow(decimal points)
    {
        if (points >= 100)
            return _milestones.Count > 0 ? _milestones[^1].DueDate : _due;
        return FirstDayAbove(points);
    }

    private decimal Points(decimal weight) => _whole == 0 ? 0 : weight / _whole * 100;

    private static decimal? Rounded(decimal? points) => points is { } p ? Math.Round(p, 1) : null;
}
