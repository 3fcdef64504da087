using PartnershipTracker.Application.Organizations;

namespace PartnershipTracker.Api.Organizations;

/// <param name="Type">IATI OrganisationType code, e.g. 22.</param>
/// <param name="CountryCode">ISO 3166-1 alpha-2 or alpha-3; null where it is unknown.</param>
/// <param name="TimeZone">
/// IANA id; due dates end at midnight in this time zone. May be left out only where the country is unknown, and is UTC then.
/// </param>
internal sealed record OrganizationBody(
    string Name,
    string Type,
    string? CountryCode = null,
    string? TimeZone = null,
    string? Identifier = null,
    string? Website = null,
    string? SourceId = null,
    bool IsCommunity = false
) : IOrganizationProfile;
