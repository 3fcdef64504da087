using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Dialogues;

namespace PartnershipTracker.Application.Dialogues;

internal static class OutcomeAccess
{
    /// <summary>Loads an outcome with its parts.</summary>
    public static Task<Outcome> GetAsync(this IQueryable<Outcome> rows, DialogueId dialogue, OutcomeId id, CancellationToken ct) =>
        rows.Include(o => o.Steps)
            .Include(o => o.Sources)
            .Include(o => o.Agreements)
            .AsSplitQuery()
            .GetAsync("outcome", o => o.DialogueId == dialogue && o.Id == id, ct);

    /// <summary>The notes that an outcome comes from must be of its dialogue, and the leads of its steps must be known.</summary>
    public static async Task CheckAsync(
        this ITrackerDb db,
        ICurrentUser user,
        DialogueId dialogue,
        OutcomeTerms terms,
        CancellationToken ct
    )
    {
        var notes = terms.Notes.Distinct().ToList();
        if (notes.Count > 0 && await db.DialogueNotes.CountAsync(n => n.DialogueId == dialogue && notes.Contains(n.Id), ct) < notes.Count)
            throw DomainException.NotFound("note");
        var leads = terms.Steps.Select(s => s.LeadId).Where(id => id is not null).Select(id => id!.Value).Distinct().ToList();
        if (leads.Count > 0 && await db.Organizations.VisibleTo(db, user).CountAsync(o => leads.Contains(o.Id), ct) < leads.Count)
            throw DomainException.NotFound("organization");
    }
}
