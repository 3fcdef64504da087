using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Domain.Dialogues;

public readonly record struct NoteId(Guid Value)
{
    public static NoteId New() => new(Guid.CreateVersion7());
}

/// <summary>What was noted in a room. Notes are added and never changed, so that several people can write at once.</summary>
public sealed class Note : AggregateRoot, IHasHistory
{
    private Note() { }

    public NoteId Id { get; private set; }

    public DialogueId DialogueId { get; private set; }

    public SegmentId SegmentId { get; private set; }

    public RoomId RoomId { get; private set; }

    public string Text { get; private set; } = "";

    public ActorKind ActorKind { get; private set; }

    public Guid? ActorId { get; private set; }

    public DateTimeOffset TakenAt { get; private set; }

    /// <summary>
    /// A random text that the form sends, so that a button that is pressed twice adds one note, and what is typed is not kept any more
    /// after it was added; null where there is no form.
    /// </summary>
    public string? Key { get; private set; }

    public HistorySubject HistorySubject => new(null, null, null, DialogueId: DialogueId.Value);

    public static Note Take(Dialogue dialogue, Room room, string text, Actor by, DateTimeOffset now, string? key = null)
    {
        dialogue.MustBeUnderWay();
        var note = new Note
        {
            Id = NoteId.New(),
            DialogueId = dialogue.Id,
            SegmentId = room.SegmentId,
            RoomId = room.Id,
            Text = text.Trim(),
            ActorKind = by.Kind,
            ActorId = by.Id,
            TakenAt = now,
            Key = key,
        };
        note.Raise(new NoteTaken(dialogue.Id, note.Id, room.Name));
        return note;
    }
}
