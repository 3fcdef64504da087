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

internal sealed class ListContactsValidator : AbstractValidator<ListContacts>
{
    public ListContactsValidator() => this.Paged();
}

internal sealed class ListContactsHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<ListContacts, Page<ContactDetails>>
{
    public async Task<Page<ContactDetails>> Handle(ListContacts query, CancellationToken ct)
    {
        var organization = await db.GetOwnOrganizationAsync(user, query.OrganizationId, ct);
        return await db
            .Contacts.Where(c => c.OrganizationId == organization.Id)
            .ToPageAsync(query, c => c.Seq, descending: false, page => page.AsDetails(db), ct);
    }
}
