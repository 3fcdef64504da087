using AutoMapper;
using AutoMapper.QueryableExtensions;
using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Application.Organizations;

[Needs(Right.ManagePeople)]
public sealed record ListContacts(
    OrganizationId OrganizationId,
    int? Limit = null,
    string? Cursor = null,
    DateTimeOffset? UpdatedSince = null
) : IRequest<Page<ContactDetails>>, ISupportsUpdatedSince;

/// <summary>A contact, for callers who may see contacts of the organization.</summary>
public sealed record ContactDetails
{
    public Guid Id { get; init; }

    public string Name { get; init; } = "";

    public string Email { get; init; } = "";

    public ContactRole Role { get; init; }

    /// <summary>The language of mails to the contact; English if null.</summary>
    public string? Language { get; init; }
}

internal sealed class ContactMaps : Profile
{
    public ContactMaps() => CreateMap<Contact, ContactDetails>();
}

internal sealed class ListContactsValidator : AbstractValidator<ListContacts>
{
    public ListContactsValidator() => this.Paged();
}

internal sealed class ListContactsHandler(ITrackerDb db, ICurrentUser user, IConfigurationProvider maps)
    : IRequestHandler<ListContacts, Page<ContactDetails>>
{
    public async Task<Page<ContactDetails>> Handle(ListContacts query, CancellationToken ct)
    {
        var organization = await db.GetOwnOrganizationAsync(user, query.OrganizationId, ct);
        return await db
            .Contacts.Where(c => c.OrganizationId == organization.Id)
            .ToPageAsync(query, c => c.Seq, descending: false, page => page.ProjectTo<ContactDetails>(maps), ct);
    }
}
