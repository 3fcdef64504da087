using PartnershipTracker.Application.Dialogues;
using PartnershipTracker.Domain.Dialogues;

namespace PartnershipTracker.Application.Exports;

/// <summary>
/// A segment of a dialogue with a room and somebody who has a task in it. A room without them has one row, and so has a segment without
/// rooms.
/// </summary>
/// <param name="TimeZone">The IANA id of the time zone of <c>startTime</c> and <c>endTime</c>.</param>
/// <param name="Participants">The number of people in the room without a task.</param>
/// <param name="Group">The code of their stakeholder group.</param>
public sealed record AgendaRow(
    int Position,
    string Segment,
    SegmentMethod Method,
    int Minutes,
    DateTimeOffset StartsAt,
    DateTimeOffset EndsAt,
    string StartTime,
    string EndTime,
    string TimeZone,
    string? Room = null,
    string? Place = null,
    int? Participants = null,
    RoomRole? Role = null,
    string? Name = null,
    string? Organization = null,
    string? Group = null,
    InvitationAnswer? Answer = null
)
{
    public static IEnumerable<AgendaRow> Of(Agenda agenda) => agenda.Segments.SelectMany(segment => RowsOf(agenda, segment));

    private static IEnumerable<AgendaRow> RowsOf(Agenda agenda, AgendaSegment s)
    {
        var row = new AgendaRow(s.Position, s.Title, s.Method, s.Minutes, s.StartsAt, s.EndsAt, s.StartTime, s.EndTime, agenda.TimeZone);
        if (s.Rooms.Count == 0)
            yield return row;
        foreach (var room in s.Rooms)
        {
            var inRoom = row with { Room = room.Name, Place = room.Place, Participants = room.Participants };
            if (room.People.Count == 0)
                yield return inRoom;
            foreach (var person in room.People)
                yield return inRoom with
                {
                    Role = person.Role,
                    Name = person.Name,
                    Organization = person.Organization,
                    Group = person.Group,
                    Answer = person.Answer,
                };
        }
    }
}
