using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Programme;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.Domain.Reference;

namespace PartnershipTracker.Application.Inclusion;

/// <summary>
/// Counts who takes part in something and who decides, in at most six statements, whatever the number of organizations. It takes any list
/// of participations, so that it serves for a partnership and the whole.
/// </summary>
internal sealed class InclusionReader(ITrackerDb db, IVocabulary vocabulary)
{
    /// <param name="decisions">The entries of the history in which decisions are looked for.</param>
    /// <param name="individuals">Whether people without an organization are counted, too.</param>
    public async Task<InclusionSummary> ReadAsync(
        IQueryable<Participation> taking,
        IQueryable<HistoryEntry> decisions,
        bool individuals,
        CancellationToken ct
    )
    {
        var organizations = await OrganizationsAsync(taking, ct);
        var people = await PeopleAsync(taking, ct);
        if (individuals)
            people.AddRange(await IndividualsAsync(ct));
        var deciders = await DecidersAsync(decisions, ct);
        return InclusionReport.Of(organizations, people, deciders, vocabulary);
    }

    /// <summary>Each organization once, with 1 for each role that it has.</summary>
    private static IQueryable<RolesOf> EachOnce(IQueryable<Participation> taking) =>
        taking
            .GroupBy(p => p.OrganizationId)
            .Select(g => new RolesOf
            {
                OrganizationId = g.Key,
                Lead = g.Max(p => p.Role == MemberRole.Lead ? 1 : 0),
                Implementing = g.Max(p => p.Role == MemberRole.Implementing ? 1 : 0),
                Funding = g.Max(p => p.Role == MemberRole.Funding ? 1 : 0),
                Knowledge = g.Max(p => p.Role == MemberRole.Knowledge ? 1 : 0),
                Community = g.Max(p => p.Role == MemberRole.Community ? 1 : 0),
            });

    private Task<List<OrganizationCount>> OrganizationsAsync(IQueryable<Participation> taking, CancellationToken ct) =>
        (
            from t in EachOnce(taking)
            join o in db.Organizations on t.OrganizationId equals o.Id
            group t by new
            {
                o.Sector,
                o.CountryCode,
                IsCommunity = o.IsCommunity || t.Community == 1,
            } into some
            select new OrganizationCount(
                some.Key.Sector,
                some.Key.CountryCode,
                some.Key.IsCommunity,
                some.Count(),
                new RoleCounts(
                    some.Sum(t => t.Lead),
                    some.Sum(t => t.Implementing),
                    some.Sum(t => t.Funding),
                    some.Sum(t => t.Knowledge),
                    some.Sum(t => t.Community)
                )
            )
        ).ToListAsync(ct);

    /// <summary>
    /// People by what they, or whoever invited them, said of them. That somebody is not at the beginning of their career counts only where
    /// it was said; otherwise it is unknown.
    /// </summary>
    private async Task<List<PersonCount>> PeopleAsync(IQueryable<Participation> taking, CancellationToken ct)
    {
        var counts = await (
            from t in EachOnce(taking)
            join u in db.Users.Where(u => u.DeactivatedAt == null) on (OrganizationId?)t.OrganizationId equals u.OrganizationId
            group t by new
            {
                u.StakeholderGroup,
                u.IsEarlyCareer,
                u.IsCareerKnown,
            } into some
            select new
            {
                some.Key.StakeholderGroup,
                some.Key.IsEarlyCareer,
                some.Key.IsCareerKnown,
                Total = some.Count(),
                Lead = some.Sum(t => t.Lead),
                Implementing = some.Sum(t => t.Implementing),
                Funding = some.Sum(t => t.Funding),
                Knowledge = some.Sum(t => t.Knowledge),
                Community = some.Sum(t => t.Community),
            }
        ).ToListAsync(ct);
        return counts.ConvertAll(count => new PersonCount(
            count.StakeholderGroup,
            count.IsCareerKnown ? count.IsEarlyCareer : null,
            count.Total,
            new RoleCounts(count.Lead, count.Implementing, count.Funding, count.Knowledge, count.Community)
        ));
    }

    /// <summary>
    /// People with an account who belong to no organization: individual members, and whoever decides without one. The secretariat belongs
    /// to none either, but serves all.
    /// </summary>
    private async Task<IEnumerable<PersonCount>> IndividualsAsync(CancellationToken ct)
    {
        var counts = await db
            .Users.Where(u => u.DeactivatedAt == null && u.OrganizationId == null && u.Role != Role.Secretariat)
            .GroupBy(u => new
            {
                u.StakeholderGroup,
                u.IsEarlyCareer,
                u.IsCareerKnown,
            })
            .Select(some => new
            {
                some.Key.StakeholderGroup,
                some.Key.IsEarlyCareer,
                some.Key.IsCareerKnown,
                Total = some.Count(),
            })
            .ToListAsync(ct);
        return counts.Select(count => new PersonCount(
            count.StakeholderGroup,
            count.IsCareerKnown ? count.IsEarlyCareer : null,
            count.Total,
            RoleCounts.None,
            WithoutOrganization: count.Total
        ));
    }

    /// <summary>Each decision by the person who made it, also through a key that they issued.</summary>
    private async Task<List<DeciderCount>> DecidersAsync(IQueryable<HistoryEntry> entries, CancellationToken ct)
    {
        var counts = await entries
            .Where(DecisionEvents.IsDecision)
            .GroupBy(h => new { h.ActorKind, h.ActorId })
            .Select(g => new
            {
                g.Key.ActorKind,
                g.Key.ActorId,
                Total = g.Count(),
            })
            .ToListAsync(ct);
        if (counts.Count == 0)
            return [];
        var keyIds = Ids(ActorKind.ApiKey).Select(id => new ApiKeyId(id)).ToList();
        var issuers =
            keyIds.Count == 0
                ? []
                : await db
                    .ApiKeys.Where(k => keyIds.Contains(k.Id) && k.IssuedBy != null)
                    .Select(k => new { k.Id, k.IssuedBy })
                    .ToDictionaryAsync(k => k.Id.Value, k => k.IssuedBy!.Value.Value, ct);
        var personIds = Ids(ActorKind.User).Concat(issuers.Values).Distinct().Select(id => new UserId(id)).ToList();
        var people = await (
            from u in db.Users.Where(u => personIds.Contains(u.Id))
            join o in db.Organizations on u.OrganizationId equals (OrganizationId?)o.Id into own
            from o in own.DefaultIfEmpty()
            select new
            {
                u.Id,
                Sector = o == null ? null : (Sector?)o.Sector,
                CountryCode = o == null ? null : o.CountryCode,
                IsCommunity = o != null
                    && (o.IsCommunity || db.Members.Any(m => m.OrganizationId == o.Id && m.Role == MemberRole.Community)),
                u.StakeholderGroup,
                u.IsEarlyCareer,
                u.IsCareerKnown,
            }
        ).ToDictionaryAsync(p => p.Id.Value, ct);
        return counts.ConvertAll(count =>
        {
            var id =
                count.ActorKind == ActorKind.ApiKey && count.ActorId is { } key ? issuers.GetValueOrDefault(key) : count.ActorId ?? default;
            return people.TryGetValue(id, out var person)
                ? new DeciderCount(
                    true,
                    person.Sector,
                    person.CountryCode,
                    person.IsCommunity,
                    person.StakeholderGroup,
                    person.IsCareerKnown ? person.IsEarlyCareer : null,
                    count.Total
                )
                : new DeciderCount(false, null, null, false, null, null, count.Total);
        });

        IEnumerable<Guid> Ids(ActorKind kind) =>
            counts.Where(c => c.ActorKind == kind && c.ActorId is not null).Select(c => c.ActorId!.Value);
    }

    private sealed record RolesOf
    {
        public required OrganizationId OrganizationId { get; init; }

        public required int Lead { get; init; }

        public required int Implementing { get; init; }

        public required int Funding { get; init; }

        public required int Knowledge { get; init; }

        public required int Community { get; init; }
    }
}
