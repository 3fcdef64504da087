namespace PartnershipTracker.Domain.Reference;

/// <summary>Time zones by their IANA id. Source: the tz database of the machine this runs on.</summary>
public static class TimeZones
{
    // Files that lie beside the zones on some machines, open like zones, and mean something else on the next machine.
    private static readonly string[] NotZones = ["localtime", "posixrules", "Factory", "posix/", "right/"];

    /// <summary>
    /// The zone with this IANA id, such as "Asia/Dhaka" or "UTC", or null. Windows ids ("Bangladesh Standard Time") are refused even
    /// where the machine could translate them: what is stored must mean the same everywhere. Letter case does not matter; store the
    /// id of the answer.
    /// </summary>
    public static TimeZoneInfo? Find(string? id) =>
        id is not null
        && !NotZones.Any(start => id.StartsWith(start, StringComparison.OrdinalIgnoreCase))
        && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone)
        && zone.HasIanaId
            ? zone
            : null;
}
