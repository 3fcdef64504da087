using System.Text.Json.Serialization;

namespace PartnershipTracker.Application.Dialogues;

/// <summary>A note of a room.</summary>
public sealed record NoteDetails
{
    public Guid Id { get; init; }

    public Guid SegmentId { get; init; }

    /// <summary>The title of the segment.</summary>
    public string Segment { get; init; } = "";

    public Guid RoomId { get; init; }

    /// <summary>The name of the room.</summary>
    public string Room { get; init; } = "";

    public string Text { get; init; } = "";

    /// <summary>Who wrote it.</summary>
    public string By => Author.ToString();

    public DateTimeOffset TakenAt { get; init; }

    [JsonIgnore]
    public Author Author { get; init; } = null!;
}
