namespace PartnershipTracker.Domain.Common;

/// <summary>A due day ends when the day ends in the time zone of the accountable organization.</summary>
public static class DueDay
{
    /// <summary>Where an organization's country is unknown, its due days end in UTC.</summary>
    public const string DefaultZone = "UTC";

    // No place on Earth is further from UTC than 14 hours.
    private const int MaxHoursAhead = 15;

    /// <summary>
    /// The UTC instant at which a day ends in a time zone: the first instant with a later local date. This is mostly midnight, but midnight
    /// may not exist (Cairo, on the last Friday of April) and may come twice (Havana, on the first Sunday of November; the earlier one
    /// counts).
    /// </summary>
    /// <returns><see cref="DateTimeOffset.MaxValue"/> for the last day of the calendar, which has no next one.</returns>
    public static DateTimeOffset EndsAt(DateOnly day, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        if (day == DateOnly.MaxValue)
            return DateTimeOffset.MaxValue;

        // Only the conversion from UTC to local time is never ambiguous, so the instant is searched for, not computed.
        var midnight = new DateTimeOffset(day.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero);
        var before = midnight.AddHours(-MaxHoursAhead);
        long notYet = 0,
            over = 2 * MaxHoursAhead * 3600;

        while (over - notYet > 1)
        {
            var middle = (notYet + over) / 2;
            if (Today(before.AddSeconds(middle), zone) > day)
                over = middle;
            else
                notYet = middle;
        }

        return before.AddSeconds(over);
    }

    /// <returns>Days since the due day, in the zone; 0 while it is not overdue.</returns>
    /// <param name="overdueAt">When it becomes overdue; null while no deadline applies.</param>
    public static int DaysOverdue(DateOnly? dueDate, DateTimeOffset? overdueAt, DateTimeOffset now, TimeZoneInfo zone) =>
        overdueAt <= now && dueDate is { } due ? Today(now, zone).DayNumber - due.DayNumber : 0;

    /// <summary>The local date in a time zone at an instant.</summary>
    public static DateOnly Today(DateTimeOffset now, TimeZoneInfo zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
}
