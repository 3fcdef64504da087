using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Dialogues;

namespace PartnershipTracker.Application.Dialogues;

[Needs(Right.Read)]
public sealed record GetRoom(DialogueId DialogueId, RoomId RoomId) : IRequest<RoomDetails>;

/// <summary>A room or group of a segment.</summary>
/// <param name="Segment">The title of its segment.</param>
/// <param name="Draft">What the caller has typed and not added as a note yet.</param>
public sealed record RoomDetails(
    Guid Id,
    Guid SegmentId,
    string Segment,
    int SegmentPosition,
    string Name,
    string? Place,
    int Notes,
    string? Draft
);

internal sealed class GetRoomHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<GetRoom, RoomDetails>
{
    public async Task<RoomDetails> Handle(GetRoom query, CancellationToken ct)
    {
        var author = user.Actor.Id;
        var drafts = db.DialogueNoteDrafts.WhereNotAdded(db);
        return await (
                from r in db.DialogueRooms
                join s in db.DialogueSegments on r.SegmentId equals s.Id
                where r.DialogueId == query.DialogueId && r.Id == query.RoomId
                where db.Dialogues.VisibleTo(db, user).Any(d => d.Id == r.DialogueId)
                select new RoomDetails(
                    r.Id.Value,
                    s.Id.Value,
                    s.Title,
                    s.Position,
                    r.Name,
                    r.Place,
                    db.DialogueNotes.Count(n => n.RoomId == r.Id),
                    drafts.Where(d => d.RoomId == r.Id && d.AuthorId == author).Select(d => d.Text).FirstOrDefault()
                )
            ).SingleOrDefaultAsync(ct) ?? throw DomainException.NotFound("room");
    }
}
