using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.HealthChecks;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.Domain.Reference;

namespace PartnershipTracker.Application.HealthChecks;

/// <summary>The last closed health check of a partnership in short, read in one statement; null if there is none.</summary>
[Needs(Right.Read)]
public sealed record GetLatestHealth(PartnershipId PartnershipId) : IRequest<HealthSummary?>;

/// <param name="Lowest">The statement with the lowest middle value; null where there are too few answers.</param>
/// <param name="Highest">The statement with the highest middle value; null where there are too few answers.</param>
/// <param name="Comparison">Where community and lead members differ most, as a sentence.</param>
public sealed record HealthSummary(
    Guid RoundId,
    string Period,
    DateOnly ClosesOn,
    int Invited,
    int Answers,
    StatementResult? Lowest,
    StatementResult? Highest,
    string Comparison
);

internal sealed class GetLatestHealthHandler(ITrackerDb db, ICurrentUser user, TimeProvider time)
    : IRequestHandler<GetLatestHealth, HealthSummary?>
{
    public async Task<HealthSummary?> Handle(GetLatestHealth query, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var visible = db.Partnerships.VisibleTo(db, user).Where(p => p.Id == query.PartnershipId).Select(p => p.Id);
        var latest = db
            .HealthCheckRounds.Where(r => visible.Contains(r.PartnershipId) && r.CancelledAt == null && r.ClosesAt <= now)
            .OrderByDescending(r => r.Number)
            .Take(1);
        var rows = await (
            from r in latest
            join t in db.HealthTallies on r.Id equals t.RoundId into tallies
            from t in tallies.DefaultIfEmpty()
            select new
            {
                r.Id,
                r.Period,
                r.ClosesOn,
                r.Invited,
                r.Answers,
                r.InstrumentVersion,
                Count = t == null ? null : new HealthCount(t.Role, Sector.Other, t.Statement, t.Rating, t.Count),
            }
        ).ToListAsync(ct);
        if (rows.Count == 0)
            return null;
        var round = rows[0];
        var statements = HealthResults.Of([.. rows.Select(row => row.Count).OfType<HealthCount>()], round.InstrumentVersion);
        var shown = statements.Where(s => s.Median is not null).ToList();
        return new HealthSummary(
            round.Id.Value,
            round.Period,
            round.ClosesOn,
            round.Invited,
            round.Answers,
            shown.MinBy(s => s.Median),
            shown.MaxBy(s => s.Median),
            HealthCheckResults.Compare(statements)
        );
    }
}
