using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Domain.Dialogues;

public readonly record struct RoomId(Guid Value)
{
    public static RoomId New() => new(Guid.CreateVersion7());
}

/// <summary>A room or group of a segment.</summary>
public sealed class Room : TrackedEntity
{
    private Room() { }

    internal Room(Segment segment, int position, RoomTerms terms)
    {
        Id = RoomId.New();
        DialogueId = segment.DialogueId;
        SegmentId = segment.Id;
        Position = position;
        Set(terms);
    }

    public RoomId Id { get; private set; }

    public DialogueId DialogueId { get; private set; }

    public SegmentId SegmentId { get; private set; }

    /// <summary>From 1 in the order in which they were added; contributors rotate in this order.</summary>
    public int Position { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>Where it is, or the address of an online room.</summary>
    public string? Place { get; private set; }

    internal void Set(RoomTerms terms) => (Name, Place) = (terms.Name.Trim(), Blank.ToNull(terms.Place));
}

public sealed record RoomTerms(string Name, string? Place = null);
