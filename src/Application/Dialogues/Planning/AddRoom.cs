using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Dialogues;

namespace PartnershipTracker.Application.Dialogues;

/// <summary>Adds a room or group to a segment.</summary>
[Needs(Right.Organize)]
public sealed record AddRoom(DialogueId DialogueId, SegmentId SegmentId, RoomDraft Draft) : IRequest<RoomId>;

internal sealed class AddRoomValidator : AbstractValidator<AddRoom>
{
    public AddRoomValidator() => RuleFor(r => r.Draft).SetValidator(new RoomDraftValidator());
}

internal sealed class AddRoomHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<AddRoom, RoomId>
{
    public async Task<RoomId> Handle(AddRoom command, CancellationToken ct)
    {
        var dialogue = await db.GetForChangeAsync(user, command.DialogueId, ct);
        var segment = await db.DialogueSegments.GetAsync(dialogue.Id, command.SegmentId, ct);
        var positions = await db.DialogueRooms.Where(r => r.SegmentId == segment.Id).Select(r => r.Position).ToListAsync(ct);
        var room = dialogue.AddRoom(segment, command.Draft.ToTerms(), positions.Count == 0 ? 0 : positions.Max(), positions.Count);
        db.DialogueRooms.Add(room);
        await db.SaveChangesAsync(ct);
        return room.Id;
    }
}
