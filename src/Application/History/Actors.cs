using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Application.History;

/// <summary>
/// Names actors by organization and role, because the history stores ids and no personal names. A contact with a report link is shown by
/// name to readers who may see the contacts of the organization, until the contact is removed.
/// </summary>
internal static class Actors
{
    public static async Task<Dictionary<Actor, string>> NamesAsync(ITrackerDb db, ICurrentUser user, IEnumerable<Actor> actors, CancellationToken ct)
    {
        var distinct = actors.Distinct().ToList();
        var keyIds = Ids(distinct, ActorKind.ApiKey).Select(id => new ApiKeyId(id)).ToList();
        var userIds = Ids(distinct, ActorKind.User).Select(id => new UserId(id)).ToList();
        var keys = keyIds.Count == 0 ? [] : await db.ApiKeys.Where(k => keyIds.Contains(k.Id)).Select(k => new Someone(
            k.Id.Value, k.Role, db.Organizations.Where(o => o.Id == k.OrganizationId).Select(o => o.Name).FirstOrDefault())).ToListAsync(ct);
        var users = userIds.Count == 0 ? [] : await db.Users.Where(u => userIds.Contains(u.Id)).Select(u => new Someone(
            u.Id.Value, u.Role, db.Organizations.Where(o => o.Id == u.OrganizationId).Select(o => o.Name).FirstOrDefault())).ToListAsync(ct);
        var byId = keys.Concat(users).ToDictionary(s => s.Id, s => s.Name).Concat(await ContactsAsync(db, user, distinct, ct)).ToDictionary();

        return distinct.ToDictionary(actor => actor, actor => actor.Kind == ActorKind.System
            ? Texts.Event("by.system")
            : actor.Id is { } id && byId.TryGetValue(id, out var name) ? name : Texts.Event("by.unknown"));
    }

    /// <summary>A contact who acts with a report link. The link still holds the organization after the contact was removed.</summary>
    private static async Task<Dictionary<Guid, string>> ContactsAsync(ITrackerDb db, ICurrentUser user, List<Actor> actors, CancellationToken ct)
    {
        var ids = Ids(actors, ActorKind.Contact).Select(id => (ContactId?)new ContactId(id)).ToList();
        if (ids.Count == 0) return [];
        var holders = await db.ReportLinks.Where(l => ids.Contains(l.ContactId)).Select(l => new
        {
            l.ContactId,
            l.OrganizationId,
            Organization = db.Organizations.Where(o => o.Id == l.OrganizationId).Select(o => o.Name).First(),
            Name = db.Contacts.Where(c => c.Id == l.ContactId).Select(c => c.Name).FirstOrDefault(),
        }).Distinct().ToListAsync(ct);
        return holders.DistinctBy(h => h.ContactId).ToDictionary(h => h.ContactId!.Value.Value, h => h.Name is { } name && (user.SeesEverything() || user.OrganizationId == h.OrganizationId)
            ? Texts.Event("by.contact", name, h.Organization)
            : Texts.Event("by.someContact", h.Organization));
    }

    private static IEnumerable<Guid> Ids(List<Actor> actors, ActorKind kind) => actors.Where(a => a.Kind == kind && a.Id is not null).Select(a => a.Id!.Value);

    private sealed record Someone(Guid Id, Role Role, string? Organization)
    {
        public string Name => Role == Role.Secretariat || Organization is null
            ? Texts.Event("by.secretariat")
            : Texts.Event("by.organization", Organization, Role);
    }
}
