using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Initiatives;

namespace PartnershipTracker.Application.Initiatives;

/// <summary>Whoever raised a concern says that it is resolved.</summary>
[Needs(Right.Propose)]
public sealed record ResolveConcern(InitiativeId InitiativeId, InitiativeConcernId ConcernId) : IRequest;

internal sealed class ResolveConcernHandler(ITrackerDb db, ICurrentUser user, TimeProvider time) : IRequestHandler<ResolveConcern>
{
    public async Task<Unit> Handle(ResolveConcern command, CancellationToken ct)
    {
        var initiative = await db.GetForChangeAsync(user, command.InitiativeId, ct);
        var concern = await db.InitiativeConcerns.GetAsync(
            "initiativeConcern",
            c => c.Id == command.ConcernId && c.InitiativeId == initiative.Id,
            ct
        );
        initiative.ResolveConcern(concern, user.AsFiler(), time.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
