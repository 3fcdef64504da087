using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Calendars;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Application.Calendars;

public sealed record CalendarDays(string Name, IReadOnlyList<CalendarDay> Days);

/// <summary>
/// The entries of a feed from 400 days ago to three years ahead, with the current access rights of its creator; future days come first.
/// </summary>
[Needs(Right.Read)]
public sealed record ReadCalendar(string Token) : IRequest<CalendarDays>;

internal sealed class ReadCalendarHandler(ITrackerDb db, TimeProvider time) : IRequestHandler<ReadCalendar, CalendarDays>
{
    public const int MaxEntries = 2000;
    private const int DaysBack = 400,
        YearsAhead = 3;

    public async Task<CalendarDays> Handle(ReadCalendar query, CancellationToken ct)
    {
        var hash = Domain.Access.Secret.HashOf(query.Token);
        var feed = await db.Calendars.AsNoTracking().GetAsync("calendar", f => f.Hash == hash && f.RevokedAt == null, ct);
        var creator = await CreatorAsync(feed, ct);
        var shown = Shown(db.Commitments.VisibleTo(db, creator), feed, creator);
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        return new CalendarDays(feed.Name, await DaysAsync(Kinds(shown), today, ct));
    }

    /// <summary>Loads the creator of a feed. The feed is not found if the creator's API key or account no longer works.</summary>
    private async Task<ICurrentUser> CreatorAsync(CalendarFeed feed, CancellationToken ct)
    {
        var creator = new CurrentUser();
        creator.SignIn(feed.Creator, feed.CreatorRole, feed.CreatorOrganizationId);
        if (feed.CreatorKind == ActorKind.ApiKey)
        {
            var key = await db
                .ApiKeys.AsNoTracking()
                .SingleOrDefaultAsync(k => k.Id == new Domain.Access.ApiKeyId(feed.CreatorId!.Value), ct);
            if (key?.IsUsable(time.GetUtcNow()) != true)
                throw DomainException.NotFound("calendar");
        }
        else if (feed.CreatorKind == ActorKind.User)
        {
            var person = await db
                .Users.AsNoTracking()
                .GetAsync("calendar", u => u.Id == new Domain.Access.UserId(feed.CreatorId!.Value) && u.DeactivatedAt == null, ct);
            creator.SignIn(feed.Creator, person.Role, person.OrganizationId);
        }

        return creator;
    }

    /// <summary>
    /// Withdrawn and superseded commitments are left out, because calendar programs remove entries that are missing from the feed.
    /// </summary>
    private IQueryable<Commitment> Shown(IQueryable<Commitment> commitments, CalendarFeed feed, ICurrentUser creator)
    {
        commitments = commitments.Where(c =>
            c.Status != CommitmentStatus.Draft && c.Status != CommitmentStatus.Withdrawn && c.Status != CommitmentStatus.Superseded
        );
        if (feed.PartnershipId is { } partnership)
            return commitments.Where(c => c.PartnershipId == partnership);
        var organization = feed.OrganizationId ?? creator.OrganizationId ?? new OrganizationId(Guid.Empty);
        return commitments.Where(c =>
            c.OrganizationId == organization || db.Supporters.Any(s => s.CommitmentId == c.Id && s.OrganizationId == organization)
        );
    }

    private IReadOnlyList<IQueryable<CalendarDay>> Kinds(IQueryable<Commitment> commitments)
    {
        var known =
            from c in commitments
            join o in db.Organizations on c.OrganizationId equals o.Id
            join p in db.Partnerships on c.PartnershipId equals p.Id
            join v in db.CommitmentVersions.Where(v => v.ValidTo == null) on c.Id equals v.CommitmentId
            select new
            {
                c,
                Organization = o.Name,
                Partnership = p.Name,
                v.ValidFrom,
            };
        var dueDates = known
            .Where(k => k.c.DueDate != null)
            .Select(k => new CalendarDay
            {
                Kind = CalendarDayKind.Due,
                Id = k.c.Id.Value,
                Seq = k.c.Seq,
                CommitmentId = k.c.Id.Value,
                Day = k.c.DueDate!.Value,
                Commitment = k.c.Title,
                Milestone = null,
                Organization = k.Organization,
                Partnership = k.Partnership,
                Status = k.c.Status,
                OriginalDay = k.c.OriginalDueDate!.Value,
                Version = k.c.Version,
                ChangedAt = k.ValidFrom,
            });
        var milestones = known.Join(
            db.Milestones.Where(m => m.DroppedOn == null),
            k => k.c.Id,
            m => m.CommitmentId,
            (k, m) =>
                new CalendarDay
                {
                    Kind = CalendarDayKind.Milestone,
                    Id = m.Id.Value,
                    Seq = m.Seq,
                    CommitmentId = k.c.Id.Value,
                    Day = m.DueDate,
                    Commitment = k.c.Title,
                    Milestone = m.Title,
                    Organization = k.Organization,
                    Partnership = k.Partnership,
                    Status = k.c.Status,
                    OriginalDay = m.OriginalDueDate,
                    Version = k.c.Version,
                    ChangedAt = k.ValidFrom,
                }
        );
        var reports = known.Join(
            db.ReportingPeriods.Where(p => p.Status == ReportingPeriodStatus.Open || p.Status == ReportingPeriodStatus.Reported),
            k => k.c.Id,
            p => p.CommitmentId,
            (k, p) =>
                new CalendarDay
                {
                    Kind = CalendarDayKind.Report,
                    Id = p.Id.Value,
                    Seq = p.Seq,
                    CommitmentId = k.c.Id.Value,
                    Day = p.DueOn,
                    Commitment = k.c.Title,
                    Milestone = null,
                    Organization = k.Organization,
                    Partnership = k.Partnership,
                    Status = k.c.Status,
                    OriginalDay = p.DueOn,
                    Version = k.c.Version,
                    ChangedAt = k.ValidFrom,
                }
        );
        return [dueDates, milestones, reports];
    }

    private static async Task<IReadOnlyList<CalendarDay>> DaysAsync(
        IReadOnlyList<IQueryable<CalendarDay>> kinds,
        DateOnly today,
        CancellationToken ct
    )
    {
        var (from, to) = (today.AddDays(-DaysBack), today.AddYears(YearsAhead));
        var (ahead, behind) = (new List<CalendarDay>(), new List<CalendarDay>());
        foreach (var kind in kinds)
            ahead.AddRange(
                await kind.Where(d => d.Day >= today && d.Day <= to).OrderBy(d => d.Day).ThenBy(d => d.Seq).Take(MaxEntries).ToListAsync(ct)
            );
        var remaining = MaxEntries - ahead.Count;
        if (remaining > 0)
            foreach (var kind in kinds)
                behind.AddRange(
                    await kind.Where(d => d.Day < today && d.Day >= from)
                        .OrderByDescending(d => d.Day)
                        .ThenBy(d => d.Seq)
                        .Take(remaining)
                        .ToListAsync(ct)
                );

        return
        [
            .. ahead
                .OrderBy(d => d.Day)
                .ThenBy(d => d.Id)
                .Take(MaxEntries)
                .Concat(behind.OrderByDescending(d => d.Day).ThenBy(d => d.Id).Take(Math.Max(remaining, 0)))
                .OrderBy(d => d.Day)
                .ThenBy(d => d.Id),
        ];
    }
}
