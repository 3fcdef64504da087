using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.HealthChecks;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Application.HealthChecks;

/// <summary>The results of one round. They are shown after it has closed, not while answers arrive.</summary>
[Needs(Right.Read)]
public sealed record GetHealthCheckResults(PartnershipId PartnershipId, HealthCheckRoundId RoundId) : IRequest<HealthCheckResults>;

internal sealed class GetHealthCheckResultsHandler(ITrackerDb db, ICurrentUser user, TimeProvider time)
    : IRequestHandler<GetHealthCheckResults, HealthCheckResults>
{
    public async Task<HealthCheckResults> Handle(GetHealthCheckResults query, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var visible = db.Partnerships.VisibleTo(db, user).Select(p => p.Id);
        var round = await db
            .HealthCheckRounds.AsNoTracking()
            .Where(r => visible.Contains(r.PartnershipId))
            .GetAsync(query.PartnershipId, query.RoundId, ct);
        if (round.StateAt(now) != HealthCheckState.Closed)
            return HealthCheckResults.NotYet(round, now);

        var counts = await db
            .HealthTallies.Where(t => t.RoundId == round.Id)
            .Select(t => new HealthCount(t.Role, t.Sector, t.Statement, t.Rating, t.Count))
            .ToListAsync(ct);
        return HealthCheckResults.Of(round, counts, now);
    }
}
