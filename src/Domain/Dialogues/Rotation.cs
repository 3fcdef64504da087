namespace PartnershipTracker.Domain.Dialogues;

/// <summary>What a rotation makes and removes.</summary>
public sealed record Rotation(IReadOnlyList<Room> NewRooms, IReadOnlyList<Assignment> Added, IReadOnlyList<Assignment> Removed);

/// <summary>A segment with its rooms, in their order.</summary>
public sealed record SegmentRooms(Segment Segment, IReadOnlyList<Room> Rooms);
