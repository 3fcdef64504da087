using MediatR;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Application.Organizations;

[Needs(Right.ManagePeople)]
public sealed record RemoveContact(OrganizationId OrganizationId, ContactId ContactId) : IRequest;

internal sealed class RemoveContactHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<RemoveContact>
{
    public async Task<Unit> Handle(RemoveContact command, CancellationToken ct)
    {
        var organization = await db.GetWithContactsAsync(user, command.OrganizationId, ct);
        var hadContact = organization.Contacts.Count > 0;
        organization.RemoveContact(command.ContactId);
        await db.SaveContactsAsync(organization, hadContact, ct);
        return Unit.Value;
    }
}
