using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Dialogues;

namespace PartnershipTracker.Application.Dialogues;

/// <summary>Removes a room; one in which notes were taken stays. Its people have no place in the segment any more.</summary>
[Needs(Right.Organize)]
public sealed record RemoveRoom(DialogueId DialogueId, RoomId RoomId) : IRequest;

internal sealed class RemoveRoomHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<RemoveRoom>
{
    public async Task<Unit> Handle(RemoveRoom command, CancellationToken ct)
    {
        var dialogue = await db.GetForChangeAsync(user, command.DialogueId, ct);
        var room = await db.DialogueRooms.GetAsync(dialogue.Id, command.RoomId, ct);
        dialogue.RemoveRoom(room, await db.DialogueNotes.AnyAsync(n => n.RoomId == room.Id, ct));
        db.DialogueRooms.Remove(room);
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
