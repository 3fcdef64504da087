using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.HealthChecks;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.Domain.Reference;

namespace PartnershipTracker.Application.HealthChecks;

/// <summary>The results of the last closed rounds of a partnership, the oldest first, so that a trend can be seen.</summary>
/// <param name="Rounds">At most so many.</param>
[Needs(Right.Read)]
public sealed record GetHealthTrend(PartnershipId PartnershipId, int Rounds = GetHealthTrend.MaxRounds)
    : IRequest<IReadOnlyList<HealthCheckResults>>
{
    public const int MaxRounds = 8;
}

internal sealed class GetHealthTrendHandler(ITrackerDb db, ICurrentUser user, TimeProvider time)
    : IRequestHandler<GetHealthTrend, IReadOnlyList<HealthCheckResults>>
{
    public async Task<IReadOnlyList<HealthCheckResults>> Handle(GetHealthTrend query, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var visible = db.Partnerships.VisibleTo(db, user).Where(p => p.Id == query.PartnershipId);
        var rounds = await db
            .HealthCheckRounds.AsNoTracking()
            .Where(r => visible.Any(p => p.Id == r.PartnershipId) && r.CancelledAt == null && r.ClosesAt <= now)
            .OrderByDescending(r => r.Number)
            .Take(Math.Clamp(query.Rounds, 1, GetHealthTrend.MaxRounds))
            .ToListAsync(ct);
        if (rounds.Count == 0)
        {
            await visible.GetAsync(query.PartnershipId, ct);
            return [];
        }

        // Sectors are shown with the results of one round only, so that the counts of sectors are added up here.
        var ids = rounds.ConvertAll(r => r.Id);
        var counts = await (
            from t in db.HealthTallies
            where ids.Contains(t.RoundId)
            group t by new
            {
                t.RoundId,
                t.Role,
                t.Statement,
                t.Rating,
            } into some
            select new
            {
                some.Key.RoundId,
                some.Key.Role,
                some.Key.Statement,
                some.Key.Rating,
                Count = some.Sum(t => t.Count),
            }
        ).ToListAsync(ct);
        var byRound = counts.ToLookup(c => c.RoundId, c => new HealthCount(c.Role, Sector.Other, c.Statement, c.Rating, c.Count));
        return [.. rounds.OrderBy(r => r.Number).Select(r => WithoutSectors(HealthCheckResults.Of(r, [.. byRound[r.Id]], now)))];
    }

    private static HealthCheckResults WithoutSectors(HealthCheckResults results) =>
        results with
        {
            Statements = [.. results.Statements.Select(s => s with { Sectors = [] })],
        };
}
