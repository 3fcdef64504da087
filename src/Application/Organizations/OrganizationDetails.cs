using AutoMapper;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Reference;

namespace PartnershipTracker.Application.Organizations;

/// <summary>An organization with its details.</summary>
public sealed record OrganizationDetails
{
    public Guid Id { get; init; }

    public string Name { get; init; } = "";

    /// <summary>IATI OrganisationType code.</summary>
    public string Type { get; init; } = "";

    /// <summary>Derived from <see cref="Type"/>.</summary>
    public Sector Sector { get; init; }

    /// <summary>ISO 3166-1 alpha-2; null where it is unknown.</summary>
    public string? CountryCode { get; init; }

    /// <summary>
    /// IANA id; due dates end at midnight in this time zone, which is UTC where the country is unknown and no other was given.
    /// </summary>
    public string TimeZone { get; init; } = "";

    public string? Identifier { get; init; }

    public string? Website { get; init; }

    public string? SourceId { get; init; }

    public bool IsCommunity { get; init; }

    /// <summary>Without a contact, nobody can be asked to report, and no commitment can be submitted.</summary>
    public bool HasContact { get; init; }

    /// <summary>When it last changed (UTC); <c>updatedSince</c> compares with it.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Increases with every change; part of the ETag.</summary>
    public int Version { get; init; }
}

internal sealed class OrganizationMaps : Profile
{
    public OrganizationMaps() =>
        CreateMap<Organization, OrganizationDetails>().ForMember(d => d.HasContact, to => to.MapFrom(o => o.Contacts.Any()));
}
