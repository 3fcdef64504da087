using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Initiatives;

namespace PartnershipTracker.Application.Initiatives;

[Needs(Right.Read)]
public sealed record GetInitiative(InitiativeId InitiativeId) : IRequest<InitiativeDetails>;

internal sealed class GetInitiativeHandler(ITrackerDb db, ICurrentUser user, TimeProvider time)
    : IRequestHandler<GetInitiative, InitiativeDetails>
{
    public async Task<InitiativeDetails> Handle(GetInitiative query, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var found = await db
            .Initiatives.VisibleTo(user)
            .Where(i => i.Id == query.InitiativeId)
            .AsDetails(db, user, now)
            .SingleOrDefaultAsync(ct);
        return found?.At(now) ?? throw DomainException.NotFound("initiative");
    }
}
