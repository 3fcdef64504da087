using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Access;

namespace PartnershipTracker.Application.Access;

/// <summary>Sends the invitation again to a person who can sign in.</summary>
[Needs(Right.ManagePeople)]
public sealed record ResendInvitation(UserId UserId) : IRequest;

internal sealed class ResendInvitationHandler(ITrackerDb db, ICurrentUser user, InvitationMailer mailer) : IRequestHandler<ResendInvitation>
{
    public async Task<Unit> Handle(ResendInvitation command, CancellationToken ct)
    {
        var person = await db.ManagedPersonAsync(user, command.UserId, ct);
        person.ResendInvitation();
        var organization = await db.Organizations.Where(o => o.Id == person.OrganizationId).Select(o => o.Name).SingleOrDefaultAsync(ct);
        await mailer.InviteAsync(person, organization, ct);
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
