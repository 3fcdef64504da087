using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Access;

namespace PartnershipTracker.Application.Access;

/// <summary>Deactivates an account and ends all its sessions at once.</summary>
[Needs(Right.ManagePeople)]
public sealed record DeactivatePerson(UserId UserId) : IRequest;

internal sealed class DeactivatePersonHandler(ITrackerDb db, ICurrentUser user, TimeProvider time) : IRequestHandler<DeactivatePerson>
{
    public async Task<Unit> Handle(DeactivatePerson command, CancellationToken ct)
    {
        var person = await db.ManagedPersonAsync(user, command.UserId, ct);
        await db.MustNotBeLastOfSecretariatAsync(user, person, ct);
        person.Deactivate(time.GetUtcNow());
        db.Sessions.RemoveRange(await db.Sessions.Where(s => s.UserId == person.Id).ToListAsync(ct));
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
