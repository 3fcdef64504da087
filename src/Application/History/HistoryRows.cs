using System.Text.Json;
using FluentValidation;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.History;

internal static class HistoryRows
{
    /// <summary>What everybody may know of an organization they see; its people and keys are its own business.</summary>
    private static readonly string[] OfOrganizations = ["organizationRegistered", "organizationChanged"];

    /// <summary>Everything, or what happened to the commitments, partnerships and organizations one sees.</summary>
    public static IQueryable<HistoryEntry> VisibleTo(this IQueryable<HistoryEntry> entries, ITrackerDb db, ICurrentUser user)
    {
        if (user.SeesEverything()) return entries;

        // The history holds plain GUIDs; the cast asks for what is stored of a typed id.
        var commitments = db.Commitments.VisibleTo(db, user).Select(c => (Guid?)(object)c.Id);
        var partnerships = db.Partnerships.VisibleTo(db, user).Select(p => (Guid?)(object)p.Id);
        var organizations = db.Organizations.VisibleTo(db, user).Select(o => (Guid?)(object)o.Id);
        var own = user.Role is { } role && RoleTable.Allows(role, Right.ManagePeople) ? user.OrganizationId?.Value : null;
        return entries.Where(h =>
            (h.CommitmentId != null && commitments.Contains(h.CommitmentId))
            || (h.CommitmentId == null && h.PartnershipId != null && partnerships.Contains(h.PartnershipId))
            || (h.CommitmentId == null && h.PartnershipId == null && h.OrganizationId != null
                && (h.OrganizationId == own || (OfOrganizations.Contains(h.Event) && organizations.Contains(h.OrganizationId)))));
    }

    public static IQueryable<HistoryEntry> Matching(this IQueryable<HistoryEntry> entries, HistoryFilter filter)
    {
        if (filter.CommitmentId is { } commitment) entries = entries.Where(h => h.CommitmentId == commitment);
        if (filter.PartnershipId is { } partnership) entries = entries.Where(h => h.PartnershipId == partnership);
        if (filter.OrganizationId is { } organization) entries = entries.Where(h => h.OrganizationId == organization);
        if (filter.Event is { } name) entries = entries.Where(h => h.Event == name);
        if (filter.From is { } from)
        {
            var first = StartOf(from);
            entries = entries.Where(h => h.At >= first);
        }

        if (filter.To is { } to && to < DateOnly.MaxValue)
        {
            var end = StartOf(to.AddDays(1));
            entries = entries.Where(h => h.At < end);
        }

        return entries;
    }

    /// <summary>As they are read: with names and sentences.</summary>
    public static async Task<IEnumerable<HistoryLine>> AsLinesAsync(this IReadOnlyCollection<HistoryEntry> entries, ITrackerDb db, ICurrentUser user, CancellationToken ct)
    {
        var names = await Actors.NamesAsync(db, user, entries.Select(ActorOf), ct);
        return entries.Select(h =>
        {
            var (by, data) = (names[ActorOf(h)], JsonElement.Parse(h.Data));
            return new HistoryLine(h.At, by, h.Event, Sentence.Of(h.Event, by, data), data, h.CommitmentId, h.PartnershipId, h.OrganizationId);
        });
    }

    private static Actor ActorOf(HistoryEntry entry) => new(entry.ActorKind, entry.ActorId);

    private static DateTimeOffset StartOf(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
}
