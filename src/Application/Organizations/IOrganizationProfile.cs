namespace PartnershipTracker.Application.Organizations;

/// <summary>The fields that registering and changing an organization share.</summary>
public interface IOrganizationProfile
{
    string Name { get; }

    string Type { get; }

    string? CountryCode { get; }

    string? TimeZone { get; }

    string? Identifier { get; }

    string? Website { get; }

    string? SourceId { get; }

    bool IsCommunity { get; }
}
