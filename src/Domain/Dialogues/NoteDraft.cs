using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Domain.Dialogues;

/// <summary>
/// What somebody has typed into the field for a note and not added yet. Only its author sees it. It is saved while they type, and replaced
/// each time; it is no note and has no history.
/// </summary>
public sealed class NoteDraft : Entity
{
    private NoteDraft() { }

    public NoteDraft(Room room, Guid author, string text, string key, DateTimeOffset now)
    {
        DialogueId = room.DialogueId;
        RoomId = room.Id;
        AuthorId = author;
        Write(text, key, now);
    }

    public DialogueId DialogueId { get; private set; }

    public RoomId RoomId { get; private set; }

    /// <summary>A participant, a person or an API key.</summary>
    public Guid AuthorId { get; private set; }

    public string Text { get; private set; } = "";

    /// <summary>
    /// The key of the form that it is typed into. A request that was under way when the form added the note can arrive after it: what has
    /// the key of a note is that note, and nothing that waits.
    /// </summary>
    public string Key { get; private set; } = "";

    public DateTimeOffset SavedAt { get; private set; }

    public void Write(string text, string key, DateTimeOffset now) => (Text, Key, SavedAt) = (text, key, now);
}
