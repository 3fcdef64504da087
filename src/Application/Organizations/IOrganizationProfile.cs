namespace PartnershipTracker.Application.Organizations;

/// <summary>What a registration and a change have in common.</summary>
public interface IOrganizationProfile
{
    string Name { get; }

    string Type { get; }

    string CountryCode { get; }

    string TimeZone { get; }

    string? Identifier { get; }

    string? Website { get; }

    string? SourceId { get; }

    bool IsCommunity { get; }
}
