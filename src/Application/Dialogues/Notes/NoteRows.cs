using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Dialogues;

namespace PartnershipTracker.Application.Dialogues;

internal static class NoteRows
{
    /// <summary>Adds a note and removes what its author had typed.</summary>
    public static async Task<Note> AddNoteAsync(
        this ITrackerDb db,
        Dialogue dialogue,
        Room room,
        string text,
        Actor by,
        DateTimeOffset now,
        string? key,
        CancellationToken ct
    )
    {
        var note = Note.Take(dialogue, room, text, by, now, key);
        db.DialogueNotes.Add(note);
        db.DialogueNoteDrafts.RemoveRange(
            await db.DialogueNoteDrafts.Where(d => d.RoomId == room.Id && d.AuthorId == by.Id).ToListAsync(ct)
        );
        return note;
    }

    /// <summary>What was typed and not added as a note yet.</summary>
    public static IQueryable<NoteDraft> WhereNotAdded(this IQueryable<NoteDraft> drafts, ITrackerDb db) =>
        drafts.Where(d => !db.DialogueNotes.Any(n => n.RoomId == d.RoomId && n.Key == d.Key));

    /// <summary>Keeps what somebody has typed, until it is added as a note; an empty text removes it.</summary>
    /// <param name="key">Of the form that it is typed into; empty where there is none.</param>
    public static async Task KeepDraftAsync(
        this ITrackerDb db,
        Dialogue dialogue,
        Room room,
        string text,
        string key,
        Guid author,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        dialogue.MustBeUnderWay();
        if (await db.DialogueNotes.AnyAsync(n => n.RoomId == room.Id && n.Key == key, ct))
            return;
        var kept = await db.DialogueNoteDrafts.SingleOrDefaultAsync(d => d.RoomId == room.Id && d.AuthorId == author, ct);
        if (string.IsNullOrWhiteSpace(text))
            db.DialogueNoteDrafts.RemoveRange(kept is null ? [] : [kept]);
        else if (kept is null)
            db.DialogueNoteDrafts.Add(new NoteDraft(room, author, text, key, now));
        else
            kept.Write(text, key, now);
    }

    /// <remarks>The author is looked up by dialogue and id, so that the index of the dialogue's participants is used.</remarks>
    public static IQueryable<NoteDetails> AsDetails(this IQueryable<Note> notes, ITrackerDb db) =>
        from n in notes
        join s in db.DialogueSegments on n.SegmentId equals s.Id
        join r in db.DialogueRooms on n.RoomId equals r.Id
        join p in db.DialogueParticipants
            on new { n.DialogueId, Author = n.ActorId } equals new { p.DialogueId, Author = (Guid?)(object)p.Id }
            into authors
        from p in authors.DefaultIfEmpty()
        orderby n.Seq descending
        select new NoteDetails
        {
            Id = n.Id.Value,
            SegmentId = s.Id.Value,
            Segment = s.Title,
            RoomId = r.Id.Value,
            Room = r.Name,
            Text = n.Text,
            TakenAt = n.TakenAt,
            Author = new Author(n.ActorKind, p == null ? null : p.Name, p == null ? null : p.Organization),
        };

    public static IQueryable<QuestionDetails> AsDetails(this IQueryable<ParkedQuestion> questions, ITrackerDb db) =>
        from q in questions
        join p in db.DialogueParticipants
            on new { q.DialogueId, Author = q.ActorId } equals new { p.DialogueId, Author = (Guid?)(object)p.Id }
            into authors
        from p in authors.DefaultIfEmpty()
        orderby q.Seq
        select new QuestionDetails
        {
            Id = q.Id.Value,
            RoomId = q.RoomId == null ? null : q.RoomId.Value.Value,
            Room = db.DialogueRooms.Where(r => r.Id == q.RoomId).Select(r => r.Name).FirstOrDefault(),
            Text = q.Text,
            AskedAt = q.AskedAt,
            Answer = q.Answer,
            AnsweredAt = q.AnsweredAt,
            Author = new Author(q.ActorKind, p == null ? null : p.Name, p == null ? null : p.Organization),
            Version = q.Version,
        };
}
