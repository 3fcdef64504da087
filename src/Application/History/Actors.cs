using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Application.History;

/// <summary>Names those who acted, by their organization and role: the history keeps ids, and personal names stay out of it.</summary>
internal static class Actors
{
    public static async Task<Dictionary<Actor, string>> NamesAsync(ITrackerDb db, IEnumerable<Actor> actors, CancellationToken ct)
    {
        var distinct = actors.Distinct().ToList();
        var keyIds = Ids(distinct, ActorKind.ApiKey).Select(id => new ApiKeyId(id)).ToList();
        var userIds = Ids(distinct, ActorKind.User).Select(id => new UserId(id)).ToList();
        var keys = keyIds.Count == 0 ? [] : await db.ApiKeys.Where(k => keyIds.Contains(k.Id)).Select(k => new Someone(
            k.Id.Value, k.Role, db.Organizations.Where(o => o.Id == k.OrganizationId).Select(o => o.Name).FirstOrDefault())).ToListAsync(ct);
        var users = userIds.Count == 0 ? [] : await db.Users.Where(u => userIds.Contains(u.Id)).Select(u => new Someone(
            u.Id.Value, u.Role, db.Organizations.Where(o => o.Id == u.OrganizationId).Select(o => o.Name).FirstOrDefault())).ToListAsync(ct);
        var byId = keys.Concat(users).ToDictionary(s => s.Id);

        return distinct.ToDictionary(actor => actor, actor => actor.Kind == ActorKind.System
            ? Texts.Event("by.system")
            : actor.Id is { } id && byId.TryGetValue(id, out var someone) ? someone.Name : Texts.Event("by.unknown"));
    }

    private static IEnumerable<Guid> Ids(List<Actor> actors, ActorKind kind) => actors.Where(a => a.Kind == kind && a.Id is not null).Select(a => a.Id!.Value);

    private sealed record Someone(Guid Id, Role Role, string? Organization)
    {
        public string Name => Role == Role.Secretariat || Organization is null
            ? Texts.Event("by.secretariat")
            : Texts.Event("by.organization", Organization, Role);
    }
}
