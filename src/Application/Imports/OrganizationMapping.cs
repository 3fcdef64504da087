namespace PartnershipTracker.Application.Imports;

/// <summary>Organizations are found by their source id, or registered.</summary>
/// <param name="CountryCode">Left out, empty or "unknown" where the country is not known.</param>
/// <param name="TimeZone">If left out, that of the country's capital, or UTC where the country is not known.</param>
/// <param name="SourceId">If left out, the name.</param>
public sealed record OrganizationMapping(
    MappedValue Name,
    MappedValue Type,
    MappedValue? SourceId = null,
    MappedValue? CountryCode = null,
    MappedValue? TimeZone = null,
    MappedValue? Identifier = null,
    MappedValue? Website = null
);
