using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Application.Partnerships;

[Needs(Right.Administer)]
public sealed record CompletePartnership(PartnershipId PartnershipId) : IRequest;

internal sealed class CompletePartnershipHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<CompletePartnership>
{
    public async Task<Unit> Handle(CompletePartnership command, CancellationToken ct)
    {
        var partnership = await db.GetForChangeAsync(user, command.PartnershipId, ct);
        partnership.Complete(await db.Commitments.WhereOpenIn(partnership.Id).CountAsync(ct));
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
