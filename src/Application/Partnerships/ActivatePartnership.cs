using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Application.Partnerships;

[Needs(Right.Administer)]
public sealed record ActivatePartnership(PartnershipId PartnershipId) : IRequest;

internal sealed class ActivatePartnershipHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<ActivatePartnership>
{
    public async Task<Unit> Handle(ActivatePartnership command, CancellationToken ct)
    {
        var partnership = await db.GetForChangeAsync(user, command.PartnershipId, ct);
        partnership.Activate(await db.Members.CountAsync(m => m.PartnershipId == partnership.Id, ct));
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
