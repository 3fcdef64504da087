namespace PartnershipTracker.Domain.Common;

/// <summary>When an hour of the day begins in a time zone.</summary>
public static class LocalHour
{
    /// <param name="hour">0 to 23.</param>
    /// <returns>
    /// The instant in UTC. Where a change to summer time skips the hour, that of the first local time that exists.
    /// </returns>
    public static DateTimeOffset On(DateOnly day, int hour, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var local = day.ToDateTime(new TimeOnly(hour, 0));
        while (zone.IsInvalidTime(local))
            local = local.AddMinutes(30);
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }

    /// <param name="hour">0 to 23.</param>
    /// <returns>The first instant after the given one at which the hour begins, in UTC.</returns>
    public static DateTimeOffset NextAfter(DateTimeOffset instant, int hour, TimeZoneInfo zone)
    {
        var day = DueDay.Today(instant, zone);
        while (true)
        {
            var next = On(day, hour, zone);
            if (next > instant)
                return next;
            day = day.AddDays(1);
        }
    }
}
