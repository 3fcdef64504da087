using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Dialogues;

namespace PartnershipTracker.Application.Dialogues;

/// <summary>The segments of a dialogue in their order, with their times, rooms and the people who have a task in them.</summary>
/// <param name="TimeZone">The IANA id of the time zone of <c>startTime</c> and <c>endTime</c>.</param>
public sealed record Agenda(Guid DialogueId, string TimeZone, IReadOnlyList<AgendaSegment> Segments)
{
    /// <summary>Reads the agenda in three statements, or in two where nobody is shown.</summary>
    internal static async Task<Agenda> ReadAsync(
        ITrackerDb db,
        DialogueId id,
        DateTimeOffset startsAt,
        string timeZone,
        CancellationToken ct,
        bool withPeople = true
    )
    {
        var outline = await ReadOutlineAsync(db, id, startsAt, timeZone, ct);
        var rooms = await db
            .DialogueRooms.Where(r => r.DialogueId == id)
            .OrderBy(r => r.Position)
            .Select(r => new
            {
                r.SegmentId,
                r.Id,
                r.Name,
                r.Place,
                Participants = db.DialogueAssignments.Count(a => a.RoomId == r.Id && a.Role == RoomRole.Participant),
            })
            .ToListAsync(ct);
        if (rooms.Count == 0)
            return outline;
        var people = withPeople ? await PeopleAsync(db, id, ct) : Array.Empty<AgendaPerson>().ToLookup(_ => Guid.Empty);
        var bySegment = rooms.ToLookup(
            r => r.SegmentId.Value,
            r => new AgendaRoom(
                r.Id.Value,
                r.Name,
                r.Place,
                r.Participants,
                [.. people[r.Id.Value].OrderBy(p => p.Role).ThenBy(p => p.Name, StringComparer.CurrentCulture)]
            )
        );
        return outline with { Segments = [.. outline.Segments.Select(s => s with { Rooms = [.. bySegment[s.Id]] })] };
    }

    /// <summary>Reads the segments with their times, without rooms, in one statement.</summary>
    internal static async Task<Agenda> ReadOutlineAsync(
        ITrackerDb db,
        DialogueId id,
        DateTimeOffset startsAt,
        string timeZone,
        CancellationToken ct
    )
    {
        var segments = await db.DialogueSegments.AsNoTracking().Where(s => s.DialogueId == id).OrderBy(s => s.Position).ToListAsync(ct);
        var (zone, from) = (Codes.TimeZone(timeZone), startsAt);
        var listed = new List<AgendaSegment>();
        foreach (var segment in segments)
        {
            var to = from.AddMinutes(segment.Minutes);
            listed.Add(
                new AgendaSegment
                {
                    Id = segment.Id.Value,
                    Position = segment.Position,
                    Title = segment.Title,
                    Method = segment.Method,
                    Minutes = segment.Minutes,
                    StartsAt = from,
                    EndsAt = to,
                    StartTime = TimeOf(from, zone),
                    EndTime = TimeOf(to, zone),
                }
            );
            from = to;
        }

        return new Agenda(id.Value, timeZone, listed);
    }

    /// <summary>Only those with a task: a dialogue has thousands of participants.</summary>
    private static async Task<ILookup<Guid, AgendaPerson>> PeopleAsync(ITrackerDb db, DialogueId id, CancellationToken ct) =>
        (
            await (
                from a in db.DialogueAssignments
                join p in db.DialogueParticipants on a.ParticipantId equals p.Id
                where a.DialogueId == id && a.Role != RoomRole.Participant
                select new { a.RoomId, Person = new AgendaPerson(p.Id.Value, p.Name ?? "", p.Organization, p.Group, a.Role, p.Answer) }
            ).ToListAsync(ct)
        ).ToLookup(row => row.RoomId.Value, row => row.Person);

    private static string TimeOf(DateTimeOffset at, TimeZoneInfo zone) =>
        LocalTime.Of(at, zone).ToString(DialogueDraft.TimeFormat, CultureInfo.InvariantCulture);
}

public sealed record AgendaSegment
{
    public Guid Id { get; init; }

    public int Position { get; init; }

    public string Title { get; init; } = "";

    public SegmentMethod Method { get; init; }

    public int Minutes { get; init; }

    public DateTimeOffset StartsAt { get; init; }

    public DateTimeOffset EndsAt { get; init; }

    /// <summary>The time in the time zone of the dialogue, as HH:mm.</summary>
    public string StartTime { get; init; } = "";

    /// <summary>The time in the time zone of the dialogue, as HH:mm.</summary>
    public string EndTime { get; init; } = "";

    public IReadOnlyList<AgendaRoom> Rooms { get; init; } = [];
}

/// <param name="Participants">The number of people in it without a task.</param>
/// <param name="People">Contributors, interviewer and rapporteurs.</param>
public sealed record AgendaRoom(Guid Id, string Name, string? Place, int Participants, IReadOnlyList<AgendaPerson> People);

/// <param name="Group">The code of their stakeholder group.</param>
/// <param name="Answer">What they answered to the invitation.</param>
public sealed record AgendaPerson(
    Guid ParticipantId,
    string Name,
    string? Organization,
    string Group,
    RoomRole Role,
    InvitationAnswer Answer
);
