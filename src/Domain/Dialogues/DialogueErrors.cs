using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Domain.Dialogues;

/// <summary>All refusals about dialogues; the sentences are text resources of the same name.</summary>
public static class DialogueErrors
{
    public static DomainException GroupNotInvited(string field, string group) =>
        DomainException.Refused("dialogue.groupNotInvited", field, group);

    public static DomainException NoSuchTime(DateOnly day) => DomainException.Refused("dialogue.noSuchTime", "startTime", day);

    public static DomainException NotAMember() => DomainException.Refused("dialogue.notAMember", "partnershipId");

    public static DomainException HasCommitments() => DomainException.Refused("dialogue.hasCommitments", "partnershipId");

    public static DomainException NotPlanned(DialogueStatus status) => DomainException.Refused("dialogue.notPlanned", null, status);

    public static DomainException NotRunning(DialogueStatus status) => DomainException.Refused("dialogue.notRunning", null, status);

    public static DomainException NotConsolidating(DialogueStatus status) =>
        DomainException.Refused("dialogue.notConsolidating", null, status);

    public static DomainException NotStarted() => DomainException.Refused("dialogue.notStarted");

    public static DomainException Published() => DomainException.Refused("dialogue.published");

    public static DomainException NoStepBack(DialogueStatus status) => DomainException.Refused("dialogue.noStepBack", null, status);

    public static DomainException NoSegments() => DomainException.Refused("dialogue.noSegments");

    public static DomainException NoOutcomes() => DomainException.Refused("dialogue.noOutcomes");

    public static DomainException TakenUpBeforeItStarts(DateOnly start) =>
        DomainException.Refused("dialogue.takenUpBeforeItStarts", "takeUpBy", start);

    public static DomainException StartsAfterTakeUpDay(DateOnly takeUpBy) =>
        DomainException.Refused("dialogue.startsAfterTakeUpDay", "startsOn", takeUpBy);

    public static DomainException GroupHasParticipants(string group) =>
        DomainException.Refused("dialogue.groupHasParticipants", "groups", group);

    public static DomainException TooManySegments(int max) => DomainException.Refused("dialogue.tooManySegments", null, max);

    public static DomainException TooManyRooms(int max) => DomainException.Refused("dialogue.tooManyRooms", null, max);

    public static DomainException SegmentHasNotes() => DomainException.Refused("dialogue.segmentHasNotes");

    public static DomainException RoomHasNotes() => DomainException.Refused("dialogue.roomHasNotes");

    public static DomainException InAnotherRoom(string person, string room) =>
        DomainException.Refused("dialogue.inAnotherRoom", "participantIds", person, room);

    public static DomainException TooManyOfRole(RoomRole role, int max) =>
        DomainException.Refused("dialogue.tooManyOfRole", "role", role, max);

    public static DomainException NobodyToRotate() => DomainException.Refused("dialogue.nobodyToRotate");

    public static DomainException LastSegment() => DomainException.Refused("dialogue.lastSegment");

    public static DomainException NotRapporteur() => DomainException.Forbidden("dialogue.notRapporteur");

    public static DomainException NotSpokesperson() => DomainException.Forbidden("dialogue.notSpokesperson");

    public static DomainException AlreadyInvited(string field, string email) =>
        DomainException.Conflict("dialogue.alreadyInvited", field, email);

    public static DomainException LinkExpired() => DomainException.Refused("dialogue.linkExpired");
}
