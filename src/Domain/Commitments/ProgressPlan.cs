namespace PartnershipTracker.Domain.Commitments;

/// <summary>
/// Where a commitment should be on a day, in points from 0 to 100: the weight of the milestones due by then, or the straight line from start to
/// due date where there are none. Unknown (null) where there is neither.
/// </summary>
public sealed class ProgressPlan
{
    private readonly List<PlannedMilestone> _milestones;
    private readonly DateOnly? _start;
    private readonly DateOnly _due;
    private readonly decimal _whole;

    public ProgressPlan(IEnumerable<PlannedMilestone> steps, DateOnly? start, DateOnly due)
    {
        _milestones = [.. steps.OrderBy(s => s.DueDate)];
        _start = start;
        _due = due;
        _whole = _milestones.Sum(s => s.Weight);
    }

    /// <summary>The weight of the milestones that are done; null where there are none, because then only a value can tell.</summary>
    public decimal? Done => _milestones.Count == 0 ? null : Points(_milestones.Where(s => s.IsDone).Sum(s => s.Weight));

    /// <summary>How far a value has come from baseline to target, in points; works for falling measures too. Null where something is unknown.</summary>
    public static decimal? PointsOf(decimal? value, decimal? baseline, decimal? target) =>
        value is { } v && baseline is { } b && target is { } t && t != b ? Math.Clamp((v - b) / (t - b) * 100, 0, 100) : null;

    /// <summary>Expected at the end of a day.</summary>
    public decimal? ExpectedOn(DateOnly day)
    {
        if (_milestones.Count > 0) return Points(_milestones.TakeWhile(s => s.DueDate <= day).Sum(s => s.Weight));
        if (_start is not { } start) return null;
        if (day >= _due) return 100;
        return day <= start ? 0 : (decimal)(day.DayNumber - start.DayNumber) / (_due.DayNumber - start.DayNumber) * 100;
    }

    /// <returns>The first day at whose end more than so many points are expected; null when that never comes.</returns>
    public DateOnly? FirstDayAbove(decimal points)
    {
        if (_milestones.Count > 0)
        {
            decimal weight = 0;
            foreach (var milestone in _milestones)
            {
                weight += milestone.Weight;
                if (Points(weight) > points) return milestone.DueDate;
            }

            return null;
        }

        if (_start is not { } start || points >= 100) return null;
        if (_due <= start) return _due;
        if (points < 0) return start;
        var day = start.AddDays((int)Math.Floor(points / 100 * (_due.DayNumber - start.DayNumber)));
        while (ExpectedOn(day) <= points) day = day.AddDays(1);
        return day;
    }

    /// <summary>How a commitment stands on a day against its plan.</summary>
    /// <param name="actual">In points; null is unknown and stays unknown.</param>
    public ProgressStanding On(DateOnly day, decimal? actual)
    {
        var expected = ExpectedOn(day);
        if (expected is not { } due || actual is not { } done) return new ProgressStanding(Rounded(expected), Rounded(actual), null, null);
        var days = due > done
            ? FirstDayAbove(done) is { } behindSince ? behindSince.DayNumber - day.DayNumber : 0
            : due < done && LastDayBelow(done) is { } aheadUntil ? aheadUntil.DayNumber - day.DayNumber : 0;
        return new ProgressStanding(Rounded(expected), Rounded(actual), Rounded(done - due), days);
    }

    /// <summary>The day on which the plan reaches what is done already.</summary>
    private DateOnly? LastDayBelow(decimal points)
    {
        if (points >= 100) return _milestones.Count > 0 ? _milestones[^1].DueDate : _due;
        return FirstDayAbove(points);
    }

    private decimal Points(decimal weight) => _whole == 0 ? 0 : weight / _whole * 100;

    private static decimal? Rounded(decimal? points) => points is { } p ? Math.Round(p, 1) : null;
}
