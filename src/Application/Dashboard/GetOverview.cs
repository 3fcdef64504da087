using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Dialogues;
using PartnershipTracker.Application.Programme;
using PartnershipTracker.Application.Reports;
using PartnershipTracker.Application.Voices;
using PartnershipTracker.Application.Work;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Programme;
using PartnershipTracker.Domain.Reference;
using PartnershipTracker.Domain.Reports;

namespace PartnershipTracker.Application.Dashboard;

/// <summary>Computes the figures of the current time for the commitments that the caller may see.</summary>
/// <param name="Scope">Limits the figures to some commitments; null for all.</param>
[Needs(Right.Read)]
public sealed record GetOverview(ReportFilter? Scope = null) : IRequest<Overview>;

/// <summary>Uses a few GROUP BY queries, so that the cost depends on the number of distinct due dates, countries and goals.</summary>
internal sealed class GetOverviewHandler(ITrackerDb db, ICurrentUser user, TimeProvider time, IVocabulary vocabulary)
    : IRequestHandler<GetOverview, Overview>
{
    private const int OldestOverdueCount = 10;

    private const int Sectors = 1;
    private const int Countries = 2;
    private const int Goals = 3;
    private const int Pillars = 4;

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
        var groups = await GroupsAsync(accepted, now, ct);
        var (organizations, unreachable) = await OrganizationsAsync(commitments, ct);
        var (voicesDiffer, outcomesDiffer) = await VoicesDifferAsync(accepted, query.Scope ?? new ReportFilter(), now, ct);

        return days.Fill(
            new Overview
            {
                AsOf = now,
                Today = days.Today,
                MilestonesTotal = milestones.Total,
                MilestonesOverdue = milestones.Overdue,
                MilestonesOverdueAhead = milestones.Ahead,
                BySector =
                [
                    .. groups
                        .Where(g => g.By == Sectors)
                        .Select(g => new SectorCount(Enum.Parse<Sector>(g.Name!), g.Total, g.Overdue))
                        .OrderByDescending(s => s.Overdue)
                        .ThenByDescending(s => s.Total)
                        .ThenBy(s => s.Sector),
                ],
                ByCountry =
                [
                    .. groups
                        .Where(g => g.By == Countries)
                        .Select(g => new CountryCount(g.Name, g.Total, g.Overdue))
                        .OrderBy(c => c.CountryCode is null)
                        .ThenByDescending(c => c.Overdue)
                        .ThenByDescending(c => c.Total)
                        .ThenBy(c => c.CountryCode, StringComparer.Ordinal),
                ],
                ByGoal =
                [
                    .. Enumerable
                        .Range(1, Limits.MaxSdgGoal)
                        .Select(goal => (Goal: goal, Found: groups.SingleOrDefault(g => g.By == Goals && g.Number == goal)))
                        .Select(g => new GoalCount(g.Goal, g.Found?.Total ?? 0, g.Found?.Overdue ?? 0)),
                ],
                ByPillar =
                [
                    .. groups
                        .Where(g => g.By == Pillars)
                        .Select(g => new PillarCount(g.Name!, g.Total, g.Overdue))
                        .OrderBy(p => vocabulary.PositionOf(VocabularyKind.Pillar, p.Pillar)),
                ],
                VoicesDiffer = voicesDiffer,
                OutcomesDiffer = outcomesDiffer,
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
    private static Task<List<DueDayCount>> DaysAsync(IQueryable<Commitment> commitments, DateTimeOffset now, CancellationToken ct)
    {
        var overdue = CommitmentConditions.IsOverdue(now);
        return (
            from c in commitments
            group c by new { c.Status, c.DueDate } into day
            select new DueDayCount(
                day.Key.Status,
                day.Key.DueDate,
                day.Count(),
                day.AsQueryable().Count(overdue),
                day.Count(c => c.OverdueAt > now),
                day.AsQueryable().Count(CommitmentConditions.IsReportedComplete),
                day.AsQueryable().Where(CommitmentConditions.IsReportedComplete).Count(c => c.DueAt <= now),
                day.AsQueryable().Count(CommitmentConditions.IsOnTime),
                day.AsQueryable().Count(CommitmentConditions.IsOnTimeUnknown),
                day.Count(c => c.ReportingFrequency == ReportingFrequency.None),
                day.Count(c => c.WasAccepted),
                day.Count(c => c.EndedOverdueOn != null)
            )
        ).ToListAsync(ct);
    }

    private async Task<(int Total, int Overdue, int Ahead)> MilestonesAsync(
        IQueryable<Commitment> commitments,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var overdue = CommitmentConditions.HasPassed(now);
        var counted = await (
            from m in db.Milestones
            join c in commitments on m.CommitmentId equals c.Id
            group new { Milestone = m.OverdueAt, Commitment = c.OverdueAt } by 1 into all
            select new
            {
                Total = all.Count(),
                Overdue = all.Select(x => x.Milestone).AsQueryable().Count(overdue),
                Ahead = all.Count(x => x.Milestone <= now && x.Commitment > now),
            }
        ).SingleOrDefaultAsync(ct);
        return counted is null ? (0, 0, 0) : (counted.Total, counted.Overdue, counted.Ahead);
    }

    /// <summary>Commitments by sector, country, goal and pillar, in one statement.</summary>
    private Task<List<GroupCount>> GroupsAsync(IQueryable<Commitment> commitments, DateTimeOffset now, CancellationToken ct)
    {
        var overdue = CommitmentConditions.HasPassed(now);
        var sectors =
            from c in commitments
            join o in db.Organizations on c.OrganizationId equals o.Id
            group c.OverdueAt by o.Sector into sector
            select new GroupCount
            {
                By = Sectors,
                Name = sector.Key.ToString(),
                Number = 0,
                Total = sector.Count(),
                Overdue = sector.AsQueryable().Count(overdue),
            };
        var countries =
            from country in db.CommitmentCountries
            join c in commitments on country.CommitmentId equals c.Id
            group c.OverdueAt by country.Code into code
            select new GroupCount
            {
                By = Countries,
                Name = code.Key,
                Number = 0,
                Total = code.Count(),
                Overdue = code.AsQueryable().Count(overdue),
            };
        var unknownCountry =
            from c in commitments.WhereCountryUnknown(db)
            group c.OverdueAt by 1 into all
            select new GroupCount
            {
                By = Countries,
                Name = null,
                Number = 0,
                Total = all.Count(),
                Overdue = all.AsQueryable().Count(overdue),
            };

        // The distinct goals of all commitments are read from the index, in its order, before anything is joined.
        var goals =
            from goalOf in db.CommitmentTargets.Select(target => new { target.Goal, target.CommitmentId }).Distinct()
            join c in commitments on goalOf.CommitmentId equals c.Id
            group c.OverdueAt by goalOf.Goal into goal
            select new GroupCount
            {
                By = Goals,
                Name = null,
                Number = goal.Key,
                Total = goal.Count(),
                Overdue = goal.AsQueryable().Count(overdue),
            };
        var pillars =
            from c in commitments
            where c.Pillar != null
            group c.OverdueAt by c.Pillar into pillar
            select new GroupCount
            {
                By = Pillars,
                Name = pillar.Key,
                Number = 0,
                Total = pillar.Count(),
                Overdue = pillar.AsQueryable().Count(overdue),
            };
        return sectors.Concat(countries).Concat(unknownCountry).Concat(goals).Concat(pillars).ToListAsync(ct);
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
        // A set of those with a contact: with one subquery for each organization, SQLite would read all active commitments every time.
        var reachable = db.Contacts.Select(contact => contact.OrganizationId);
        var counted = await commitments
            .Where(c => c.Status == CommitmentStatus.Active)
            .Select(c => c.OrganizationId)
            .Distinct()
            .Select(id => new { HasContact = reachable.Contains(id) })
            .GroupBy(_ => 1)
            .Select(all => new { All = all.Count(), WithoutContact = all.Count(o => !o.HasContact) })
            .SingleOrDefaultAsync(ct);
        return (counted?.All ?? 0, counted?.WithoutContact ?? 0);
    }

    /// <summary>Commitments, and outcomes of dialogues, on which a voice of a community differs, in one statement.</summary>
    private async Task<(int Commitments, int Outcomes)> VoicesDifferAsync(
        IQueryable<Commitment> commitments,
        ReportFilter scope,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var dialogues = db.Dialogues.VisibleTo(db, user).CoveredBy(scope, db, user, now);
        var diverging = db.Voices.WhereDiverging(db);
        var outcomes = db.Outcomes.Where(o =>
            dialogues.Any(d => d.Id == o.DialogueId) && diverging.Any(v => v.ClaimId == (Guid)(object)o.Id)
        );
        var counts = await WorkLists.CountAsync(
            [commitments.Matching(VoiceFilter.Diverging, db).Select(c => c.Seq), outcomes.Select(o => o.Seq)],
            ct
        );
        return (counts[0], counts[1]);
    }

    /// <summary>The commitments of one sector, country, goal or pillar.</summary>
    private sealed record GroupCount
    {
        /// <summary>The number that the query gives the kind of group.</summary>
        public required int By { get; init; }

        /// <summary>The sector, country or pillar; null for commitments of unknown country.</summary>
        public required string? Name { get; init; }

        /// <summary>The goal.</summary>
        public required int Number { get; init; }

        public required int Total { get; init; }

        public required int Overdue { get; init; }
    }
}
