using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.HealthChecks;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Application.HealthChecks;

[Needs(Right.Read)]
public sealed record GetHealthCheckRound(PartnershipId PartnershipId, HealthCheckRoundId RoundId) : IRequest<HealthCheckRoundDetails>;

internal sealed class GetHealthCheckRoundHandler(ITrackerDb db, ICurrentUser user, TimeProvider time)
    : IRequestHandler<GetHealthCheckRound, HealthCheckRoundDetails>
{
    public async Task<HealthCheckRoundDetails> Handle(GetHealthCheckRound query, CancellationToken ct)
    {
        var visible = db.Partnerships.VisibleTo(db, user).Select(p => p.Id);
        var round = await db
            .HealthCheckRounds.Where(r => visible.Contains(r.PartnershipId))
            .GetAsync(query.PartnershipId, query.RoundId, ct);
        return round.DetailsAt(time.GetUtcNow());
    }
}
