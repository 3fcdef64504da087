using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Dialogues;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Application.History;

/// <summary>
/// The names for ids in the history, read in one statement. Actors are named by organization and role, because the history stores ids and
/// no personal names. A contact with a report link is shown by name to readers who may see the contacts of the organization, until the
/// contact is removed.
/// </summary>
/// <param name="Milestones">The titles of milestones.</param>
/// <param name="Outcomes">The titles of outcomes of dialogues.</param>
/// <param name="Steps">The titles of steps of pathways.</param>
internal sealed record HistoryNames(
    IReadOnlyDictionary<Actor, string> Actors,
    IReadOnlyDictionary<MilestoneId, string> Milestones,
    IReadOnlyDictionary<OrganizationId, string> Organizations,
    IReadOnlyDictionary<OutcomeId, string> Outcomes,
    IReadOnlyDictionary<OutcomeStepId, string> Steps
)
{
    private const int ApiKey = 1;
    private const int Person = 2;
    private const int Link = 3;
    private const int Milestone = 4;
    private const int Organization = 5;
    private const int Outcome = 6;
    private const int Step = 7;

    public static async Task<HistoryNames> ReadAsync(
        ITrackerDb db,
        ICurrentUser user,
        IEnumerable<Actor> actors,
        IEnumerable<MilestoneId> milestones,
        IEnumerable<OrganizationId> organizations,
        CancellationToken ct,
        IEnumerable<OutcomeId>? outcomes = null,
        IEnumerable<OutcomeStepId>? steps = null
    )
    {
        var distinct = actors.Distinct().ToList();
        var keys = Keys(
            db,
            distinct,
            [.. milestones.Distinct()],
            [.. organizations.Distinct()],
            [.. (outcomes ?? []).Distinct()],
            [.. (steps ?? []).Distinct()]
        );
        var rows = keys is null ? [] : await RowsAsync(db, keys, ct);
        var byId = rows.Select(row => row.Key ?? row.Person)
            .OfType<ActorRow>()
            .Select(someone => (someone.Id, someone.Name))
            .Concat(rows.Select(row => row.Holder).OfType<LinkHolderRow>().Select(holder => (holder.Id, Name: holder.NameFor(user))))
            .ToDictionary(named => named.Id, named => named.Name);
        return new HistoryNames(
            distinct.ToDictionary(
                actor => actor,
                actor =>
                    actor.Kind == ActorKind.System ? Texts.Event("by.system")
                    : actor.Kind == ActorKind.Protected ? Texts.Event("by.protected")
                    : actor.Kind == ActorKind.Participant ? Texts.Event("by.participant")
                    : actor.Id is { } id && byId.TryGetValue(id, out var name) ? name
                    : Texts.Event("by.unknown")
            ),
            rows.Select(row => row.Milestone).OfType<NamedRow>().ToDictionary(m => new MilestoneId(m.Id), m => m.Name),
            rows.Select(row => row.Organization).OfType<NamedRow>().ToDictionary(o => new OrganizationId(o.Id), o => o.Name),
            rows.Select(row => row.Outcome).OfType<NamedRow>().ToDictionary(o => new OutcomeId(o.Id), o => o.Name),
            rows.Select(row => row.Step).OfType<NamedRow>().ToDictionary(s => new OutcomeStepId(s.Id), s => s.Name)
        );
    }

    /// <summary>Null where nothing has to be looked up.</summary>
    private static IQueryable<RowOf>? Keys(
        ITrackerDb db,
        List<Actor> actors,
        List<MilestoneId> milestones,
        List<OrganizationId> organizations,
        List<OutcomeId> outcomes,
        List<OutcomeStepId> steps
    )
    {
        var keyIds = Ids(ActorKind.ApiKey).Select(id => new ApiKeyId(id)).ToList();
        var userIds = Ids(ActorKind.User).Select(id => new UserId(id)).ToList();
        var contactIds = Ids(ActorKind.Contact).Select(id => (ContactId?)new ContactId(id)).ToList();
        var tables = new List<IQueryable<RowOf>>();
        if (keyIds.Count > 0)
            tables.Add(db.ApiKeys.Where(k => keyIds.Contains(k.Id)).In(ApiKey));
        if (userIds.Count > 0)
            tables.Add(db.Users.Where(u => userIds.Contains(u.Id)).In(Person));

        // The links still hold the organization after the contact was removed. A contact has many links.
        if (contactIds.Count > 0)
            tables.Add(
                db.ReportLinks.Where(l => contactIds.Contains(l.ContactId))
                    .GroupBy(l => l.ContactId)
                    .Select(links => new RowOf { Table = Link, Seq = links.Max(l => l.Seq) })
            );
        if (milestones.Count > 0)
            tables.Add(db.Milestones.Where(m => milestones.Contains(m.Id)).In(Milestone));
        if (organizations.Count > 0)
            tables.Add(db.Organizations.Where(o => organizations.Contains(o.Id)).In(Organization));
        if (outcomes.Count > 0)
            tables.Add(db.Outcomes.Where(o => outcomes.Contains(o.Id)).In(Outcome));
        if (steps.Count > 0)
            tables.Add(db.OutcomeSteps.Where(s => steps.Contains(s.Id)).In(Step));
        return tables.Count == 0 ? null : tables.Aggregate((all, next) => all.Concat(next));

        IEnumerable<Guid> Ids(ActorKind kind) => actors.Where(a => a.Kind == kind && a.Id is not null).Select(a => a.Id!.Value);
    }

    private static Task<List<Row>> RowsAsync(ITrackerDb db, IQueryable<RowOf> keys, CancellationToken ct) =>
        (
            from key in keys
            join k in db.ApiKeys on new { key.Table, key.Seq } equals new { Table = ApiKey, k.Seq } into apiKeys
            from k in apiKeys.DefaultIfEmpty()
            join u in db.Users on new { key.Table, key.Seq } equals new { Table = Person, u.Seq } into users
            from u in users.DefaultIfEmpty()
            join l in db.ReportLinks on new { key.Table, key.Seq } equals new { Table = Link, l.Seq } into links
            from l in links.DefaultIfEmpty()
            join m in db.Milestones on new { key.Table, key.Seq } equals new { Table = Milestone, m.Seq } into milestones
            from m in milestones.DefaultIfEmpty()
            join o in db.Organizations on new { key.Table, key.Seq } equals new { Table = Organization, o.Seq } into organizations
            from o in organizations.DefaultIfEmpty()
            join x in db.Outcomes on new { key.Table, key.Seq } equals new { Table = Outcome, x.Seq } into outcomes
            from x in outcomes.DefaultIfEmpty()
            join s in db.OutcomeSteps on new { key.Table, key.Seq } equals new { Table = Step, s.Seq } into steps
            from s in steps.DefaultIfEmpty()
            select new Row(
                k == null
                    ? null
                    : new ActorRow(
                        k.Id.Value,
                        k.Role,
                        db.Organizations.Where(own => own.Id == k.OrganizationId).Select(own => own.Name).FirstOrDefault()
                    ),
                u == null
                    ? null
                    : new ActorRow(
                        u.Id.Value,
                        u.Role,
                        db.Organizations.Where(own => own.Id == u.OrganizationId).Select(own => own.Name).FirstOrDefault()
                    ),
                l == null
                    ? null
                    : new LinkHolderRow(
                        l.ContactId!.Value.Value,
                        db.Contacts.Where(contact => contact.Id == l.ContactId).Select(contact => contact.Name).FirstOrDefault(),
                        l.OrganizationId,
                        db.Organizations.Where(own => own.Id == l.OrganizationId).Select(own => own.Name).First()
                    ),
                m == null ? null : new NamedRow(m.Id.Value, m.Title),
                o == null ? null : new NamedRow(o.Id.Value, o.Name),
                x == null ? null : new NamedRow(x.Id.Value, x.Title),
                s == null ? null : new NamedRow(s.Id.Value, s.Title)
            )
        ).ToListAsync(ct);

    /// <summary>One of its parts is not null.</summary>
    private sealed record Row(
        ActorRow? Key,
        ActorRow? Person,
        LinkHolderRow? Holder,
        NamedRow? Milestone,
        NamedRow? Organization,
        NamedRow? Outcome,
        NamedRow? Step
    );

    private sealed record NamedRow(Guid Id, string Name);

    private sealed record ActorRow(Guid Id, Role Role, string? Organization)
    {
        public string Name =>
            Role == Role.Secretariat ? Texts.Event("by.secretariat")
            : Organization is null ? Texts.Event("by.role", Role)
            : Texts.Event("by.organization", Organization, Role);
    }

    /// <summary>A contact who acts with a report link.</summary>
    /// <param name="Name">Null after the contact was removed.</param>
    private sealed record LinkHolderRow(Guid Id, string? Name, OrganizationId OrganizationId, string Organization)
    {
        public string NameFor(ICurrentUser user) =>
            Name is not null && (user.SeesEverything() || user.OrganizationId == OrganizationId)
                ? Texts.Event("by.contact", Name, Organization)
                : Texts.Event("by.someContact", Organization);
    }
}
