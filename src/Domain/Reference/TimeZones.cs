using System.Collections.Frozen;

namespace PartnershipTracker.Domain.Reference;

/// <summary>Time zones by their IANA id. Source: the tz database of the machine this runs on.</summary>
public static class TimeZones
{
    // Files beside the time zones on some machines that can be read as zones but mean something else on other machines.
    private static readonly string[] NotZones = ["localtime", "posixrules", "Factory", "posix/", "right/"];

    /// <summary>The ids of the zones of regions and cities, for people to choose from.</summary>
    public static IReadOnlyList<string> Ids { get; } =
    [
        .. TimeZoneInfo
            .GetSystemTimeZones()
            .Select(zone => zone.Id)
            .Where(id => id == "UTC" || (id.Contains('/', StringComparison.Ordinal) && !id.StartsWith("Etc/", StringComparison.Ordinal)))
            .Where(id => Find(id) is not null)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>
    /// The zone with this IANA id, such as "Asia/Dhaka" or "UTC", or null. Windows ids ("Bangladesh Standard Time") are refused even
    /// where the machine could translate them, because a stored id must mean the same everywhere. Letter case does not matter; store the
    /// id of the returned zone.
    /// </summary>
    public static TimeZoneInfo? Find(string? id) =>
        id is not null
        && !NotZones.Any(start => id.StartsWith(start, StringComparison.OrdinalIgnoreCase))
        && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone)
        && zone.HasIanaId
            ? zone
            : null;

    private static readonly FrozenDictionary<string, string> Capitals = ReferenceData
        .Read<CapitalTimeZone>("timeZones.json")
        .ToFrozenDictionary(row => row.CountryCode, row => row.TimeZone, StringComparer.OrdinalIgnoreCase);

    /// <summary>The IANA id of the time zone in which the capital of a country lies. Source: zone.tab of the tz database.</summary>
    /// <param name="alpha2">The code of the country, in any case.</param>
    /// <returns>Null where the country has no capital, or is not known.</returns>
    public static string? OfCapital(string? alpha2) => alpha2 is null ? null : Capitals.GetValueOrDefault(alpha2);

    private sealed record CapitalTimeZone(string CountryCode, string TimeZone);
}
