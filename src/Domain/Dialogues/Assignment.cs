using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Domain.Dialogues;

/// <summary>What somebody does in a room.</summary>
public enum RoomRole
{
    /// <summary>An expert who contributes, and who may rotate between the rooms.</summary>
    Contributor,

    /// <summary>Interviews the contributors.</summary>
    Interviewer,

    /// <summary>Takes the notes.</summary>
    Rapporteur,

    Participant,
}

/// <summary>The place of one person in one segment; a row of its own. Nobody has two in the same segment.</summary>
public sealed class Assignment : TrackedEntity
{
    private Assignment() { }

    internal Assignment(Room room, ParticipantId participant, RoomRole role)
    {
        DialogueId = room.DialogueId;
        SegmentId = room.SegmentId;
        RoomId = room.Id;
        ParticipantId = participant;
        Role = role;
    }

    public DialogueId DialogueId { get; private set; }

    public SegmentId SegmentId { get; private set; }

    public RoomId RoomId { get; private set; }

    public ParticipantId ParticipantId { get; private set; }

    public RoomRole Role { get; private set; }

    internal void Take(RoomRole role) => Role = role;

    internal void MoveTo(Room room) => RoomId = room.Id;
}

/// <summary>A place that somebody already has in a segment.</summary>
/// <param name="Person">Their name.</param>
public sealed record TakenPlace(Assignment Assignment, string Room, string Person);
