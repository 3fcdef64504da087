namespace PartnershipTracker.Domain.Dialogues;

/// <summary>Times of day in a time zone.</summary>
public static class LocalTime
{
    /// <returns>
    /// The instant in UTC; null for a time that the clocks skip. Of a time that comes twice, it is the earlier one.
    /// </returns>
    public static DateTimeOffset? At(DateOnly day, TimeOnly time, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(time);
        if (zone.IsInvalidTime(local))
            return null;
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    /// <summary>The time of day at an instant.</summary>
    public static TimeOnly Of(DateTimeOffset instant, TimeZoneInfo zone) =>
        TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);
}
