using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Dialogues;

namespace PartnershipTracker.Application.Dialogues;

internal static class TakenPlaces
{
    /// <summary>The places that these people have in a segment, to be changed.</summary>
    public static async Task<IReadOnlyList<TakenPlace>> TakenPlacesAsync(
        this ITrackerDb db,
        SegmentId segment,
        IReadOnlyCollection<ParticipantId> people,
        CancellationToken ct,
        bool andContributors = false
    )
    {
        var rows = await (
            from a in db.DialogueAssignments
            join r in db.DialogueRooms on a.RoomId equals r.Id
            join p in db.DialogueParticipants on a.ParticipantId equals p.Id
            where a.SegmentId == segment
            where people.Contains(a.ParticipantId) || (andContributors && a.Role == RoomRole.Contributor)
            select new
            {
                Place = a,
                Room = r.Name,
                Person = p.Name ?? "",
            }
        ).ToListAsync(ct);
        return [.. rows.Select(row => new TakenPlace(row.Place, row.Room, row.Person))];
    }
}
