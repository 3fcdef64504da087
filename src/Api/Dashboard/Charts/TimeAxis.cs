namespace PartnershipTracker.Api.Dashboard.Charts;

/// <summary>Places days on a line from the first of January before them all to the end of the last year.</summary>
public sealed record TimeAxis(DateOnly From, DateOnly To, DateOnly Today)
{
    private const int MaxLabels = 5;

    public static TimeAxis Over(IReadOnlyList<DateOnly> days, DateOnly today) =>
        new(new DateOnly(days.Min(d => d.Year), 1, 1), new DateOnly(days.Max(d => d.Year), 12, 31), today);

    /// <summary>Percent from the start.</summary>
    public double At(DateOnly day) => 100d * (day.DayNumber - From.DayNumber) / (To.DayNumber - From.DayNumber);

    /// <summary>A few years that are written under the line.</summary>
    public IEnumerable<DateOnly> Years()
    {
        var step = Math.Max(1, (int)Math.Ceiling((To.Year - From.Year + 1) / (double)MaxLabels));
        for (var year = From.Year; year <= To.Year; year += step)
            yield return new DateOnly(year, 1, 1);
    }
}
