using PartnershipTracker.Domain.Reference;

namespace PartnershipTracker.Domain.Common;

/// <summary>Converts input to codes of the reference lists. An unknown code is refused with the field that holds it.</summary>
public static class Codes
{
    /// <summary>What a filter or a file writes for a country that is not known.</summary>
    public const string UnknownCountry = "unknown";

    /// <returns>ISO 3166-1 alpha-2, from alpha-2 or alpha-3 in any case.</returns>
    public static string Country(string code, string field = "countryCode") =>
        Countries.Find(code.Trim())?.Alpha2 ?? throw Unknown("country", field, code);

    /// <summary>An IATI OrganisationType code.</summary>
    public static OrganizationType OrganizationType(string code, string field = "type") =>
        OrganizationTypes.Find(code.Trim()) ?? throw Unknown("organizationType", field, code);

    /// <summary>An SDG target of the 2030 Agenda, e.g. 17.16 or 3.b.</summary>
    public static SdgTarget SdgTarget(string code, string field = "sdgTargets") =>
        SdgTargets.Find(code.Trim()) ?? throw Unknown("sdgTarget", field, code);

    /// <summary>An IANA time zone.</summary>
    public static TimeZoneInfo TimeZone(string id, string field = "timeZone") =>
        TimeZones.Find(id.Trim()) ?? throw Unknown("timeZone", field, id);

    /// <summary>An ISO 4217 currency.</summary>
    public static string Currency(string code, string field = "funding.currency") =>
        Currencies.Find(code.Trim()) ?? throw Unknown("currency", field, code);

    /// <returns>Each country once, in the order given.</returns>
    public static IEnumerable<string> CountryList(IEnumerable<string>? codes, string field = "countryCodes") =>
        (codes ?? []).Select((code, i) => Country(code, $"{field}[{i}]")).Distinct();

    /// <returns>Each target once, in the order given.</returns>
    public static IEnumerable<SdgTarget> SdgTargetList(IEnumerable<string>? codes, string field = "sdgTargets") =>
        (codes ?? []).Select((code, i) => SdgTarget(code, $"{field}[{i}]")).Distinct();

    private static DomainException Unknown(string what, string field, string code) =>
        DomainException.Refused($"reference.unknown{char.ToUpperInvariant(what[0])}{what[1..]}", field, code);
}
