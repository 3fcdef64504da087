using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Access;

namespace PartnershipTracker.Application.Access;

/// <summary>Undoes a deactivation: the person can sign in again, with the role and the organization they had. No mail is sent.</summary>
[Needs(Right.ManagePeople)]
public sealed record ReactivatePerson(UserId UserId) : IRequest;

internal sealed class ReactivatePersonHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<ReactivatePerson>
{
    public async Task<Unit> Handle(ReactivatePerson command, CancellationToken ct)
    {
        var person = await db.ManagedPersonAsync(user, command.UserId, ct);
        person.Reactivate();
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
