using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Dialogues;

namespace PartnershipTracker.Application.Dialogues;

/// <summary>Reads what the personal link of a dialogue shows. It changes nothing, because mail scanners open every link.</summary>
/// <param name="RoomId">The room whose notes are shown; the first in which the holder takes notes if left out.</param>
/// <param name="After">Shows the outcomes after this one.</param>
/// <param name="OutcomeId">Shows only this outcome, with the notes that it comes from.</param>
[Needs(Right.UseLink)]
public sealed record OpenDialogueLink(string Token, Guid? RoomId = null, long? After = null, Guid? OutcomeId = null)
    : IRequest<DialogueLinkPage>;

internal sealed class OpenDialogueLinkHandler(ITrackerDb db, TimeProvider time) : IRequestHandler<OpenDialogueLink, DialogueLinkPage>
{
    private const int NotesShown = 30;
    private const int OutcomesShown = 25;

    public async Task<DialogueLinkPage> Handle(OpenDialogueLink query, CancellationToken ct)
    {
        var holder = await db.DialogueParticipants.AsNoTracking().GetByTokenAsync(query.Token, ct);
        var page = await PageOfAsync(holder, ct);
        if (holder.LinkExpiresAt <= time.GetUtcNow())
            return new DialogueLinkPage
            {
                IsExpired = true,
                Title = page.Title,
                Organization = page.Organization,
                ExpiresOn = page.ExpiresOn,
            };

        var places = await PlacesAsync(holder, ct);
        var own = places.Where(p => p.Role == RoomRole.Rapporteur).ToList();
        var outcomes = holder.SpokesFor is { } ours ? await OutcomesAsync(holder.DialogueId, ours, query, ct) : [];
        var only = outcomes.Find(o => o.Id == query.OutcomeId);
        var room = only is null ? own.Find(p => p.RoomId == query.RoomId) ?? own.FirstOrDefault() : null;
        return page with
        {
            Agenda = await Agenda.ReadAsync(db, holder.DialogueId, page.StartsAt, page.TimeZone, ct, withPeople: false),
            Places = places,
            Room = room,
            Notes = room is null ? [] : await NotesAsync(new RoomId(room.RoomId), ct),
            Outcomes = [.. outcomes.Take(OutcomesShown)],
            NextOutcome = outcomes.Count > OutcomesShown ? outcomes[OutcomesShown - 1].Seq : null,
            ShowsOneOutcome = only is not null,
            Sources = only is null ? [] : await SourcesAsync(new OutcomeId(only.Id), ct),
        };
    }

    private async Task<DialogueLinkPage> PageOfAsync(Participant holder, CancellationToken ct)
    {
        var page = await (
            from d in db.Dialogues
            join o in db.Organizations on d.OrganizationId equals o.Id
            where d.Id == holder.DialogueId
            select new DialogueLinkPage
            {
                Title = d.Title,
                Question = d.Question,
                Purpose = d.Purpose,
                Place = d.Place,
                Link = d.Link,
                Status = d.Status,
                Organization = o.Name,
                StartsAt = d.StartsAt,
                TimeZone = d.TimeZone,
                UpdatedAt = d.UpdatedAt,
                Version = d.Version,
            }
        ).SingleAsync(ct);
        return page with
        {
            Name = holder.Name!,
            Group = holder.Group,
            IsSpokesperson = holder.SpokesFor is not null,
            Answer = holder.Answer,
            ExpiresOn = DueDay.Today(holder.LinkExpiresAt.AddTicks(-1), Codes.TimeZone(page.TimeZone)),
        };
    }

    private Task<List<LinkPlace>> PlacesAsync(Participant holder, CancellationToken ct)
    {
        var author = holder.Id.Value;
        var drafts = db.DialogueNoteDrafts.WhereNotAdded(db);
        return (
            from a in db.DialogueAssignments
            join s in db.DialogueSegments on a.SegmentId equals s.Id
            join r in db.DialogueRooms on a.RoomId equals r.Id
            where a.ParticipantId == holder.Id
            orderby s.Position
            select new LinkPlace(
                s.Id.Value,
                s.Title,
                r.Id.Value,
                r.Name,
                r.Place,
                a.Role,
                drafts.Where(d => d.RoomId == r.Id && d.AuthorId == author).Select(d => d.Text).FirstOrDefault()
            )
        ).ToListAsync(ct);
    }

    private async Task<IReadOnlyList<NoteDetails>> NotesAsync(RoomId room, CancellationToken ct) =>
        await db.DialogueNotes.Where(n => n.RoomId == room).OrderByDescending(n => n.Seq).Take(NotesShown).AsDetails(db).ToListAsync(ct);

    private async Task<IReadOnlyList<NoteDetails>> SourcesAsync(OutcomeId outcome, CancellationToken ct) =>
        await db
            .DialogueNotes.Where(n => db.OutcomeSources.Any(s => s.OutcomeId == outcome && s.NoteId == n.Id))
            .AsDetails(db)
            .ToListAsync(ct);

    /// <summary>
    /// The outcomes of a page, and one more where there are others; or the one that is asked for, unless it was removed.
    /// </summary>
    private async Task<List<LinkOutcome>> OutcomesAsync(DialogueId dialogue, string ours, OpenDialogueLink query, CancellationToken ct)
    {
        var rows = db.Outcomes.Where(o => o.DialogueId == dialogue);
        if (query.OutcomeId is { } only)
        {
            var id = new OutcomeId(only);
            rows = rows.Where(o => o.Id == id);
        }
        else if (query.After is { } after)
        {
            rows = rows.Where(o => o.Seq > after);
        }

        var outcomes = await (
            from o in rows
            join a in db.OutcomeAgreements.Where(a => a.Group == ours) on o.Id equals a.OutcomeId into stated
            from a in stated.DefaultIfEmpty()
            orderby o.Seq
            select new LinkOutcome
            {
                Seq = o.Seq,
                Id = o.Id.Value,
                Kind = o.Kind,
                Title = o.Title,
                Text = o.Text,
                Evidence = o.Evidence,
                EvidenceUrl = o.EvidenceUrl,
                Notes = db.OutcomeSources.Count(s => s.OutcomeId == o.Id),
                Level = a == null ? null : a.Level,
                Reason = a == null ? null : a.Reason,
            }
        )
            .Take(OutcomesShown + 1)
            .ToListAsync(ct);
        if (outcomes.Count == 0)
            return query.OutcomeId is null ? [] : await OutcomesAsync(dialogue, ours, query with { OutcomeId = null }, ct);

        var ids = outcomes.ConvertAll(o => new OutcomeId(o.Id));
        var steps = (
            await db
                .OutcomeSteps.Where(s => ids.Contains(s.OutcomeId))
                .OrderBy(s => s.Position)
                .Select(s => new
                {
                    s.OutcomeId,
                    Step = new LinkStep(
                        s.Title,
                        s.LeadId == null ? s.Lead : db.Organizations.Where(o => o.Id == s.LeadId).Select(o => o.Name).FirstOrDefault()
                    ),
                })
                .ToListAsync(ct)
        ).ToLookup(row => row.OutcomeId.Value, row => row.Step);
        return outcomes.ConvertAll(o => o with { Steps = [.. steps[o.Id]] });
    }
}
