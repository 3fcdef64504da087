using System.Text.Json.Serialization;

namespace PartnershipTracker.Application.Dialogues;

/// <summary>A parked question.</summary>
public sealed record QuestionDetails
{
    public Guid Id { get; init; }

    /// <summary>Where it was asked; null if in no room.</summary>
    public Guid? RoomId { get; init; }

    /// <summary>The name of the room.</summary>
    public string? Room { get; init; }

    public string Text { get; init; } = "";

    /// <summary>Who wrote it.</summary>
    public string By => Author.ToString();

    public DateTimeOffset AskedAt { get; init; }

    /// <summary>Null while it is open.</summary>
    public string? Answer { get; init; }

    public DateTimeOffset? AnsweredAt { get; init; }

    public int Version { get; init; }

    [JsonIgnore]
    public Author Author { get; init; } = null!;
}
