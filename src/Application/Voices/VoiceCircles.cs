using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Voices;

namespace PartnershipTracker.Application.Voices;

/// <summary>The people whom an organization has invited or heard in a scope (<see cref="VoiceSubject.ScopeId"/>).</summary>
internal static class VoiceCircles
{
    /// <returns>Their keys, each once.</returns>
    public static IQueryable<string> PeopleOf(this ITrackerDb db, Guid scope, OrganizationId organization)
    {
        var invited = db
            .VoiceInvitations.Where(i => i.OrganizationId == organization && i.ScopeId == scope && i.PersonKey != null)
            .Select(i => i.PersonKey!);
        var heard = db
            .Voices.Where(v => v.OrganizationId == organization && v.ScopeId == scope)
            .Join(db.VoiceIdentities, v => v.Id, i => i.VoiceId, (_, i) => i.PersonKey);
        return invited.Union(heard);
    }

    /// <summary>
    /// Called after it was saved that somebody was forgotten, in the same transaction. Where the circle has become small, the voices of
    /// those who remain no longer show the organization; and where nobody remains in the scope, its salt is deleted.
    /// </summary>
    /// <remarks>The voices get no event and no new version: these would tell that somebody of the organization withdrew.</remarks>
    public static async Task AfterForgettingAsync(this ITrackerDb db, Guid scope, OrganizationId organization, CancellationToken ct)
    {
        if (await db.PeopleOf(scope, organization).CountAsync(ct) < VoiceCircle.MinPeople)
            await db
                .Voices.Where(v => v.ScopeId == scope && v.OrganizationId == organization)
                .Where(v => v.ShownAs == VoiceShownAs.Protected && !v.ShowsGroupOnly)
                .ExecuteUpdateAsync(set => set.SetProperty(v => v.ShowsGroupOnly, true), ct);
        await db.VoiceSalts.Where(s => s.ScopeId == scope).WhereUnused(db).ExecuteDeleteAsync(ct);
    }

    /// <summary>Salts with which nobody is told apart any more.</summary>
    public static IQueryable<VoiceSalt> WhereUnused(this IQueryable<VoiceSalt> salts, ITrackerDb db) =>
        salts.Where(s =>
            !db.VoiceInvitations.Any(i => i.ScopeId == s.ScopeId && i.PersonKey != null)
            && !db.Voices.Any(v => v.ScopeId == s.ScopeId && db.VoiceIdentities.Any(i => i.VoiceId == v.Id))
        );
}
