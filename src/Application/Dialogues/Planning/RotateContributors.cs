using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Dialogues;

namespace PartnershipTracker.Application.Dialogues;

/// <summary>
/// Moves the contributors of a segment to the next rooms of the following one. A following segment without rooms gets the same ones, with
/// everybody else in theirs. Doing it again gives the same result.
/// </summary>
/// <param name="SegmentId">The segment they come from.</param>
[Needs(Right.Organize)]
public sealed record RotateContributors(DialogueId DialogueId, SegmentId SegmentId) : IRequest;

internal sealed class RotateContributorsHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<RotateContributors>
{
    public async Task<Unit> Handle(RotateContributors command, CancellationToken ct)
    {
        var dialogue = await db.GetForChangeAsync(user, command.DialogueId, ct);
        var segments = await db.DialogueSegments.Where(s => s.DialogueId == dialogue.Id).OrderBy(s => s.Position).ToListAsync(ct);
        var from = await db.DialogueSegments.GetAsync(dialogue.Id, command.SegmentId, ct);
        var to = segments.Find(s => s.Position == from.Position + 1) ?? throw DialogueErrors.LastSegment();
        var rooms = await db
            .DialogueRooms.Where(r => r.SegmentId == from.Id || r.SegmentId == to.Id)
            .OrderBy(r => r.Position)
            .ToListAsync(ct);
        var target = new SegmentRooms(to, rooms.FindAll(r => r.SegmentId == to.Id));

        // Where rooms are made anew, everybody else keeps theirs; otherwise only the contributors are needed.
        var places = await db
            .DialogueAssignments.AsNoTracking()
            .Where(a => a.SegmentId == from.Id && (target.Rooms.Count == 0 || a.Role == RoomRole.Contributor))
            .ToListAsync(ct);
        var contributors = places.Where(a => a.Role == RoomRole.Contributor).Select(a => a.ParticipantId).ToList();
        var taken = await db.TakenPlacesAsync(to.Id, contributors, ct, andContributors: true);
        var rotation = dialogue.Rotate(new SegmentRooms(from, rooms.FindAll(r => r.SegmentId == from.Id)), target, places, taken);
        db.DialogueRooms.AddRange(rotation.NewRooms);
        db.DialogueAssignments.RemoveRange(rotation.Removed);
        db.DialogueAssignments.AddRange(rotation.Added);
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
