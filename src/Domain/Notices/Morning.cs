using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Domain.Notices;

/// <summary>When a daily mail is sent: at 7 o'clock where the person is.</summary>
public static class Morning
{
    private const int Hour = 7;

    /// <returns>
    /// The first morning after the given instant. Where a change to summer time skips the hour, the first local time that exists.
    /// </returns>
    public static DateTimeOffset After(DateTimeOffset instant, TimeZoneInfo zone)
    {
        var day = DueDay.Today(instant, zone);
        while (true)
        {
            var local = day.ToDateTime(new TimeOnly(Hour, 0));
            while (zone.IsInvalidTime(local))
                local = local.AddMinutes(30);
            var morning = new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
            if (morning > instant)
                return morning;
            day = day.AddDays(1);
        }
    }
}
