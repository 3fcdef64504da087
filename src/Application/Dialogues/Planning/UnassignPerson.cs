using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Dialogues;

namespace PartnershipTracker.Application.Dialogues;

/// <summary>Takes the place of somebody in a room away; they stay invited.</summary>
[Needs(Right.Organize)]
public sealed record UnassignPerson(DialogueId DialogueId, RoomId RoomId, ParticipantId ParticipantId) : IRequest;

internal sealed class UnassignPersonHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<UnassignPerson>
{
    public async Task<Unit> Handle(UnassignPerson command, CancellationToken ct)
    {
        var dialogue = await db.GetForChangeAsync(user, command.DialogueId, ct);
        var room = await db.DialogueRooms.GetAsync(dialogue.Id, command.RoomId, ct);
        var place = await db.DialogueAssignments.GetAsync(
            "participant",
            a => a.RoomId == room.Id && a.ParticipantId == command.ParticipantId,
            ct
        );
        dialogue.Unassign(place, room);
        db.DialogueAssignments.Remove(place);
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
