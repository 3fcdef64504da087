using AutoMapper;
using AutoMapper.QueryableExtensions;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Reference;

namespace PartnershipTracker.Application.Organizations;

/// <summary>An organization, as it is answered.</summary>
public sealed record OrganizationDetails
{
    public Guid Id { get; init; }

    public string Name { get; init; } = "";

    /// <summary>IATI OrganisationType code.</summary>
    public string Type { get; init; } = "";

    /// <summary>Derived from the type.</summary>
    public Sector Sector { get; init; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string CountryCode { get; init; } = "";

    /// <summary>IANA id; due days end by it.</summary>
    public string TimeZone { get; init; } = "";

    public string? Identifier { get; init; }

    public string? Website { get; init; }

    public string? SourceId { get; init; }

    public bool IsCommunity { get; init; }

    /// <summary>Moves with every change; part of the ETag.</summary>
    /// <summary>When it last changed (UTC); <c>updatedSince</c> compares with it.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    public int Version { get; init; }
}

internal sealed class OrganizationMaps : Profile
{
    public OrganizationMaps()
    {
        CreateMap<Organization, OrganizationDetails>();
        CreateMap<Contact, ContactDetails>();
    }
}

[Needs(Right.Read)]
public sealed record GetOrganization(OrganizationId OrganizationId) : IRequest<OrganizationDetails>;

internal sealed class GetOrganizationHandler(ITrackerDb db, ICurrentUser user, IConfigurationProvider maps) : IRequestHandler<GetOrganization, OrganizationDetails>
{
    public async Task<OrganizationDetails> Handle(GetOrganization query, CancellationToken ct) =>
        await db.Organizations.VisibleTo(db, user).Where(o => o.Id == query.OrganizationId).ProjectTo<OrganizationDetails>(maps).SingleOrDefaultAsync(ct)
        ?? throw DomainException.NotFound("organization");
}

/// <param name="Q">Part of the name, without regard to case and accents.</param>
[Needs(Right.Read)]
public sealed record ListOrganizations(
    string? Q = null, string? CountryCode = null, Sector? Sector = null, string? SourceId = null, int? Limit = null, string? Cursor = null, DateTimeOffset? UpdatedSince = null)
    : IRequest<Page<OrganizationDetails>>, ISupportsUpdatedSince;

internal sealed class ListOrganizationsValidator : AbstractValidator<ListOrganizations>
{
    public ListOrganizationsValidator()
    {
        this.Paged();
        RuleFor(q => q.Q).OptionalLine(200);
        RuleFor(q => q.CountryCode).OptionalLine(20);
        RuleFor(q => q.SourceId).OptionalLine(200);
        RuleFor(q => q.Sector).IsKnownValue();
    }
}

internal sealed class ListOrganizationsHandler(ITrackerDb db, ICurrentUser user, IConfigurationProvider maps)
    : IRequestHandler<ListOrganizations, Page<OrganizationDetails>>
{
    public Task<Page<OrganizationDetails>> Handle(ListOrganizations query, CancellationToken ct)
    {
        var rows = db.Organizations.VisibleTo(db, user);
        if (Blank.ToNull(query.Q) is { } q) rows = rows.Where(o => o.NameKey.Contains(TextKey.Of(q)));
        if (Blank.ToNull(query.CountryCode) is { } country)
        {
            var code = Codes.Country(country);
            rows = rows.Where(o => o.CountryCode == code);
        }

        if (query.Sector is { } sector) rows = rows.Where(o => o.Sector == sector);
        if (query.SourceId is { } sourceId) rows = rows.Where(o => o.SourceId == sourceId);
        return rows.ToPageAsync(query, o => o.NameKey, descending: false, page => page.ProjectTo<OrganizationDetails>(maps), ct);
    }
}

/// <summary>A contact, for those who may write to them.</summary>
public sealed record ContactDetails
{
    public Guid Id { get; init; }

    public string Name { get; init; } = "";

    public string Email { get; init; } = "";

    public ContactRole Role { get; init; }

    /// <summary>In which we write to them; null where nobody has said, which is English.</summary>
    public string? Language { get; init; }
}

[Needs(Right.ManagePeople)]
public sealed record ListContacts(OrganizationId OrganizationId, int? Limit = null, string? Cursor = null, DateTimeOffset? UpdatedSince = null)
    : IRequest<Page<ContactDetails>>, ISupportsUpdatedSince;

internal sealed class ListContactsValidator : AbstractValidator<ListContacts>
{
    public ListContactsValidator() => this.Paged();
}

internal sealed class ListContactsHandler(ITrackerDb db, ICurrentUser user, IConfigurationProvider maps) : IRequestHandler<ListContacts, Page<ContactDetails>>
{
    public async Task<Page<ContactDetails>> Handle(ListContacts query, CancellationToken ct)
    {
        var organization = await db.Organizations.VisibleTo(db, user).GetAsync(query.OrganizationId, ct);
        user.MustActFor(organization.Id);
        return await db.Contacts.Where(c => c.OrganizationId == organization.Id)
            .ToPageAsync(query, c => c.Seq, descending: false, page => page.ProjectTo<ContactDetails>(maps), ct);
    }
}
