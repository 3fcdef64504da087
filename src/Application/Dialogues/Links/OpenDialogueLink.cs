using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Dialogues;

namespace PartnershipTracker.Application.Dialogues;

/// <summary>Reads what the personal link of a dialogue shows. It changes nothing, because mail scanners open every link.</summary>
/// <param name="RoomId">The room whose notes are shown; the first in which the holder takes notes if left out.</param>
/// <param name="After">Shows the outcomes after this one.</param>
[Needs(Right.UseLink)]
public sealed record OpenDialogueLink(string Token, Guid? RoomId = null, long? After = null) : IRequest<DialogueLinkPage>;

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
        var room = own.Find(p => p.RoomId == query.RoomId) ?? own.FirstOrDefault();
        var outcomes = holder.SpokesFor is { } ours ? await OutcomesAsync(holder.DialogueId, ours, query.After ?? 0, ct) : [];
        return page with
        {
            Agenda = await Agenda.ReadAsync(db, holder.DialogueId, page.StartsAt, page.TimeZone, ct, withPeople: false),
            Places = places,
            Room = room,
            Notes = room is null ? [] : await NotesAsync(new RoomId(room.RoomId), ct),
            Outcomes = [.. outcomes.Take(OutcomesShown)],
            NextOutcome = outcomes.Count > OutcomesShown ? outcomes[OutcomesShown - 1].Seq : null,
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
                db.DialogueNoteDrafts.Where(d => d.RoomId == r.Id && d.AuthorId == author).Select(d => d.Text).FirstOrDefault()
            )
        ).ToListAsync(ct);
    }

    private async Task<IReadOnlyList<NoteDetails>> NotesAsync(RoomId room, CancellationToken ct) =>
        await db.DialogueNotes.Where(n => n.RoomId == room).OrderByDescending(n => n.Seq).Take(NotesShown).AsDetails(db).ToListAsync(ct);

    private Task<List<LinkOutcome>> OutcomesAsync(DialogueId dialogue, string ours, long after, CancellationToken ct) =>
        (
            from o in db.Outcomes
            join a in db.OutcomeAgreements.Where(a => a.Group == ours) on o.Id equals a.OutcomeId into stated
            from a in stated.DefaultIfEmpty()
            where o.DialogueId == dialogue && o.Seq > after
            orderby o.Seq
            select new LinkOutcome(o.Seq, o.Id.Value, o.Kind, o.Title, o.Text, a == null ? null : a.Level, a == null ? null : a.Reason)
        )
            .Take(OutcomesShown + 1)
            .ToListAsync(ct);
}
