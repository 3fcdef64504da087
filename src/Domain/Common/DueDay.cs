namespace PartnershipTracker.Domain.Common;

/// <summary>A due day belongs to the partner: it lasts as long as the day lasts where the partner is.</summary>
public static class DueDay
{
    // No place on Earth is further from UTC than 14 hours.
    private const int MaxHoursAhead = 15;

    /// <summary>
    /// The instant, in UTC, at which a day is over in a zone: the first one that the clocks there show with a later date. That is mostly
    /// midnight, but midnight may not exist (Cairo, on the last Friday of April) and may come twice (Havana, on the first Sunday of
    /// November; the earlier one counts).
    /// </summary>
    /// <returns><see cref="DateTimeOffset.MaxValue"/> for the last day of the calendar, which has no next one.</returns>
    public static DateTimeOffset EndsAt(DateOnly day, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        if (day == DateOnly.MaxValue) return DateTimeOffset.MaxValue;

        // Only the way from UTC to local time is never ambiguous, so we look for the instant instead of computing it.
        var midnight = new DateTimeOffset(day.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero);
        var before = midnight.AddHours(-MaxHoursAhead);
        long notYet = 0, over = 2 * MaxHoursAhead * 3600;

        while (over - notYet > 1)
        {
            var middle = (notYet + over) / 2;
            if (Today(before.AddSeconds(middle), zone) > day) over = middle;
            else notYet = middle;
        }

        return before.AddSeconds(over);
    }

    /// <returns>Days since the due day, in the zone; 0 while it is not overdue.</returns>
    /// <param name="overdueAt">When it becomes overdue; null while that cannot happen.</param>
    public static int DaysOverdue(DateOnly dueDate, DateTimeOffset? overdueAt, DateTimeOffset now, TimeZoneInfo zone) =>
        overdueAt <= now ? Today(now, zone).DayNumber - dueDate.DayNumber : 0;

    /// <summary>The date that the calendars in a zone show at an instant.</summary>
    public static DateOnly Today(DateTimeOffset now, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
}
