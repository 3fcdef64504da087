using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Initiatives;

namespace PartnershipTracker.Application.Initiatives;

[Needs(Right.Read)]
public sealed record GetConcern(InitiativeId InitiativeId, InitiativeConcernId ConcernId) : IRequest<ConcernDetails>;

internal sealed class GetConcernHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<GetConcern, ConcernDetails>
{
    public async Task<ConcernDetails> Handle(GetConcern query, CancellationToken ct) =>
        await db
            .InitiativeConcerns.Where(c => c.Id == query.ConcernId && c.InitiativeId == query.InitiativeId)
            .Where(c => db.Initiatives.VisibleTo(user).Any(i => i.Id == c.InitiativeId))
            .Select(ListConcernsHandler.Details(db, user))
            .SingleOrDefaultAsync(ct)
        ?? throw DomainException.NotFound("initiativeConcern");
}
