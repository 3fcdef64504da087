using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Application.Organizations;

[Needs(Right.ManagePeople)]
public sealed record GetContact(OrganizationId OrganizationId, ContactId ContactId) : IRequest<ContactDetails>;

internal sealed class GetContactHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<GetContact, ContactDetails>
{
    public async Task<ContactDetails> Handle(GetContact query, CancellationToken ct)
    {
        var organization = await db.GetOwnOrganizationAsync(user, query.OrganizationId, ct);
        return await db
                .Contacts.Where(c => c.Id == query.ContactId && c.OrganizationId == organization.Id)
                .AsDetails(db)
                .SingleOrDefaultAsync(ct)
            ?? throw DomainException.NotFound("contact");
    }
}
