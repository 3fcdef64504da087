using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Reports;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Reports;

namespace PartnershipTracker.Application.Dashboard;

/// <summary>Computes the figures of the current time for the commitments that the caller may see.</summary>
/// <param name="Scope">Limits the figures to some commitments; null for all.</param>
[Needs(Right.Read)]
public sealed record GetOverview(ReportFilter? Scope = null) : IRequest<Overview>;

/// <summary>Uses a few GROUP BY queries, so that the cost depends on the number of distinct due dates, countries and goals.</summary>
internal sealed class GetOverviewHandler(ITrackerDb db, ICurrentUser user, TimeProvider time) : IRequestHandler<GetOverview, Overview>
{
    private const int OldestOverdueCount = 10;

    public async Task<Overview> Handle(GetOverview query, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var commitments = db
            .Commitments.VisibleTo(db, user)
            .Matching((query.Scope ?? new ReportFilter()).ToCommitmentFilter(), db, now)
            .AsNoTracking();
        var days = new DueDays(await DaysAsync(commitments, now, ct), DateOnly.FromDateTime(now.UtcDateTime));
        var accepted = commitments.Where(c => c.WasAccepted);
        var milestones = await MilestonesAsync(accepted, now, ct);
        var (organizations, unreachable) = await OrganizationsAsync(commitments, ct);

        return days.Fill(
            new Overview
            {
                AsOf = now,
                Today = days.Today,
                MilestonesTotal = milestones.Total,
                MilestonesOverdue = milestones.Overdue,
                MilestonesOverdueAhead = milestones.Ahead,
                BySector = await SectorsAsync(accepted, now, ct),
                ByCountry = await CountriesAsync(accepted, now, ct),
                ByGoal = await GoalsAsync(accepted, now, ct),
                ByPillar = await PillarsAsync(accepted, now, ct),
                OldestOverdueCommitments = await OldestOverdueAsync(commitments, now, ct),
                Organizations = organizations,
                OrganizationsWithoutContact = unreachable,
            }
        );
    }

    /// <summary>
    /// There are few distinct due dates even among many commitments, and both databases group by date alike; months and years are computed
    /// in memory.
    /// </summary>
    private static Task<List<DueDayCount>> DaysAsync(IQueryable<Commitment> commitments, DateTimeOffset now, CancellationToken ct) =>
        (
            from c in commitments
            group c by new { c.Status, c.DueDate } into day
            select new DueDayCount(
                day.Key.Status,
                day.Key.DueDate,
                day.Count(),
                day.Count(c => c.OverdueAt <= now),
                day.Count(c => c.OverdueAt > now),
                day.AsQueryable().Count(CommitmentConditions.IsReportedComplete),
                day.Count(c => c.ReportedCompleteOn != null && c.Status == CommitmentStatus.Active && c.DueAt <= now),
                day.AsQueryable().Count(CommitmentConditions.IsOnTime),
                day.AsQueryable().Count(CommitmentConditions.IsOnTimeUnknown),
                day.Count(c => c.ReportingFrequency == ReportingFrequency.None),
                day.Count(c => c.WasAccepted),
                day.Count(c => c.EndedOverdueOn != null)
            )
        ).ToListAsync(ct);

    private async Task<(int Total, int Overdue, int Ahead)> MilestonesAsync(
        IQueryable<Commitment> commitments,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var counted = await (
            from m in db.Milestones
            join c in commitments on m.CommitmentId equals c.Id
            group new { Milestone = m.OverdueAt, Commitment = c.OverdueAt } by 1 into all
            select new
            {
                Total = all.Count(),
                Overdue = all.Count(x => x.Milestone <= now),
                Ahead = all.Count(x => x.Milestone <= now && x.Commitment > now),
            }
        ).SingleOrDefaultAsync(ct);
        return counted is null ? (0, 0, 0) : (counted.Total, counted.Overdue, counted.Ahead);
    }

    private async Task<IReadOnlyList<SectorCount>> SectorsAsync(
        IQueryable<Commitment> commitments,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var rows = await (
            from c in commitments
            join o in db.Organizations on c.OrganizationId equals o.Id
            group c.OverdueAt by o.Sector into sector
            select new
            {
                sector.Key,
                Total = sector.Count(),
                Overdue = sector.Count(at => at <= now),
            }
        ).ToListAsync(ct);
        return
        [
            .. rows.Select(r => new SectorCount(r.Key, r.Total, r.Overdue))
                .OrderByDescending(s => s.Overdue)
                .ThenByDescending(s => s.Total)
                .ThenBy(s => s.Sector),
        ];
    }

    private async Task<IReadOnlyList<CountryCount>> CountriesAsync(
        IQueryable<Commitment> commitments,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var rows = await (
            from country in db.CommitmentCountries
            join c in commitments on country.CommitmentId equals c.Id
            group c.OverdueAt by country.Code into code
            select new
            {
                code.Key,
                Total = code.Count(),
                Overdue = code.Count(at => at <= now),
            }
        ).ToListAsync(ct);
        var unknown = commitments.WhereCountryUnknown(db);
        var (total, overdue) = (await unknown.CountAsync(ct), await unknown.WhereOverdue(now).CountAsync(ct));
        return
        [
            .. rows.Select(r => new CountryCount(r.Key, r.Total, r.Overdue))
                .OrderByDescending(c => c.Overdue)
                .ThenByDescending(c => c.Total)
                .ThenBy(c => c.CountryCode, StringComparer.Ordinal),
            .. total > 0 ? [new CountryCount(null, total, overdue)] : Array.Empty<CountryCount>(),
        ];
    }

    private async Task<IReadOnlyList<GoalCount>> GoalsAsync(IQueryable<Commitment> commitments, DateTimeOffset now, CancellationToken ct)
    {
        // The distinct goals of all commitments are read from the index, in its order, before anything is joined.
        var served = db.CommitmentTargets.Select(target => new { target.Goal, target.CommitmentId }).Distinct();
        var rows = await (
            from goalOf in served
            join c in commitments on goalOf.CommitmentId equals c.Id
            group c.OverdueAt by goalOf.Goal into goal
            select new
            {
                goal.Key,
                Total = goal.Count(),
                Overdue = goal.Count(at => at <= now),
            }
        ).ToDictionaryAsync(r => r.Key, ct);
        return
        [
            .. Enumerable
                .Range(1, 17)
                .Select(goal => rows.TryGetValue(goal, out var r) ? new GoalCount(goal, r.Total, r.Overdue) : new GoalCount(goal, 0, 0)),
        ];
    }

    private static async Task<IReadOnlyList<PillarCount>> PillarsAsync(
        IQueryable<Commitment> commitments,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var rows = await (
            from c in commitments
            where c.Pillar != null
            group c.OverdueAt by c.Pillar into pillar
            select new
            {
                pillar.Key,
                Total = pillar.Count(),
                Overdue = pillar.Count(at => at <= now),
            }
        ).ToListAsync(ct);
        return [.. rows.Select(r => new PillarCount(r.Key!.Value, r.Total, r.Overdue)).OrderBy(p => p.Pillar)];
    }

    private async Task<IReadOnlyList<OverdueCommitment>> OldestOverdueAsync(
        IQueryable<Commitment> commitments,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var rows = await (
            from c in commitments.WhereOverdue(now)
            join o in db.Organizations on c.OrganizationId equals o.Id
            orderby c.DueDateKey, c.Seq
            select new
            {
                Id = c.Id.Value,
                c.Title,
                OrganizationId = o.Id.Value,
                o.Name,
                o.CountryCode,
                o.TimeZone,
                DueDate = c.DueDate!.Value,
                c.OverdueAt,
            }
        )
            .Take(OldestOverdueCount)
            .ToListAsync(ct);
        return
        [
            .. rows.Select(r => new OverdueCommitment(
                r.Id,
                r.Title,
                r.OrganizationId,
                r.Name,
                r.CountryCode,
                r.DueDate,
                DueDay.DaysOverdue(r.DueDate, r.OverdueAt, now, Codes.TimeZone(r.TimeZone))
            )),
        ];
    }

    private async Task<(int All, int WithoutContact)> OrganizationsAsync(IQueryable<Commitment> commitments, CancellationToken ct)
    {
        // Two set queries: with one subquery for each organization, SQLite would read all active commitments every time.
        var accountable = commitments.Where(c => c.Status == CommitmentStatus.Active).Select(c => c.OrganizationId).Distinct();
        var reachable = db.Contacts.Select(contact => contact.OrganizationId);
        return (await accountable.CountAsync(ct), await accountable.CountAsync(id => !reachable.Contains(id), ct));
    }
}
