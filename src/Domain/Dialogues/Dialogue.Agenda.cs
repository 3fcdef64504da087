using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Domain.Dialogues;

/// <summary>How the agenda of a dialogue is made: segments, rooms, and who is where.</summary>
public sealed partial class Dialogue
{
    public const int MaxSegments = 12,
        MaxRooms = 12,
        MaxContributors = 8,
        MaxInterviewers = 1,
        MaxRapporteurs = 4;

    /// <param name="position">Its place among all segments, from 1; null for the end.</param>
    /// <param name="all">The segments that it has, in their order.</param>
    public Segment AddSegment(SegmentTerms terms, int? position, IReadOnlyList<Segment> all)
    {
        MustNotBePublished();
        if (all.Count >= MaxSegments)
            throw DialogueErrors.TooManySegments(MaxSegments);

        var segment = new Segment(Id, all.Count + 1, terms);
        var ordered = all.ToList();
        ordered.Insert(Math.Clamp((position ?? MaxSegments) - 1, 0, all.Count), segment);
        Number(ordered);
        Raise(new SegmentAdded(Id, segment.Id, segment.Title));
        return segment;
    }

    /// <param name="position">Its new place among all segments, from 1; a place behind the last is the last.</param>
    /// <param name="all">All segments of the dialogue in their order.</param>
    public void ReviseSegment(Segment segment, SegmentTerms terms, int position, IReadOnlyList<Segment> all)
    {
        MustNotBePublished();
        var before = (segment.Title, segment.Method, segment.Minutes, segment.Position);
        segment.Set(terms);
        var others = all.Where(other => other != segment).ToList();
        others.Insert(Math.Clamp(position - 1, 0, others.Count), segment);
        Number(others);
        var changes = Changes.Of(
            ("title", before.Title, segment.Title),
            ("method", before.Method, segment.Method),
            ("minutes", before.Minutes, segment.Minutes),
            ("position", before.Position, segment.Position)
        );
        if (changes.Count > 0)
            Raise(new SegmentRevised(Id, segment.Id, before.Title, changes));
    }

    /// <param name="hasNotes">Whether notes were taken in it; they are kept.</param>
    public void RemoveSegment(Segment segment, IReadOnlyList<Segment> all, bool hasNotes)
    {
        MustNotBePublished();
        if (hasNotes)
            throw DialogueErrors.SegmentHasNotes();

        Number([.. all.Where(other => other != segment)]);
        Raise(new SegmentRemoved(Id, segment.Id, segment.Title));
    }

    /// <param name="last">The position of the last room of the segment; 0 where it has none.</param>
    /// <param name="before">The number of rooms that the segment has.</param>
    public Room AddRoom(Segment segment, RoomTerms terms, int last, int before)
    {
        MustNotBePublished();
        if (before >= MaxRooms)
            throw DialogueErrors.TooManyRooms(MaxRooms);

        var room = new Room(segment, last + 1, terms);
        Raise(new RoomAdded(Id, room.Id, room.Name, segment.Title));
        return room;
    }

    public void ReviseRoom(Room room, RoomTerms terms)
    {
        MustNotBePublished();
        var before = (room.Name, room.Place);
        room.Set(terms);
        var changes = Changes.Of(("name", before.Name, room.Name), ("place", before.Place, room.Place));
        if (changes.Count > 0)
            Raise(new RoomRevised(Id, room.Id, before.Name, changes));
    }

    /// <param name="hasNotes">Whether notes were taken in it; they are kept.</param>
    public void RemoveRoom(Room room, bool hasNotes)
    {
        MustNotBePublished();
        if (hasNotes)
            throw DialogueErrors.RoomHasNotes();
        Raise(new RoomRemoved(Id, room.Id, room.Name));
    }

    /// <summary>Gives people a place in a room. Whoever is in it already takes the new role.</summary>
    /// <param name="taken">The places that they have in the segment.</param>
    /// <param name="others">How many others have the role in the room.</param>
    /// <returns>The new places.</returns>
    public IReadOnlyList<Assignment> Assign(
        Room room,
        RoomRole role,
        IReadOnlyList<ParticipantId> people,
        IReadOnlyList<TakenPlace> taken,
        int others
    )
    {
        MustNotBePublished();
        if (taken.FirstOrDefault(place => place.Assignment.RoomId != room.Id) is { } elsewhere)
            throw DialogueErrors.InAnotherRoom(elsewhere.Person, elsewhere.Room);
        if (people.Count + others > MaxOf(role))
            throw DialogueErrors.TooManyOfRole(role, MaxOf(role));

        var places = taken.ToDictionary(place => place.Assignment.ParticipantId, place => place.Assignment);
        foreach (var place in places.Values)
            place.Take(role);
        Raise(new PeopleAssigned(Id, room.Id, room.Name, role, people.Count));
        return [.. people.Where(person => !places.ContainsKey(person)).Select(person => new Assignment(room, person, role))];
    }

    public void Unassign(Assignment place, Room room)
    {
        MustNotBePublished();
        Raise(new PersonUnassigned(Id, room.Id, room.Name, place.ParticipantId, place.Role));
    }

    /// <summary>
    /// Moves the contributors of a segment to the next rooms of the following one, each to the room after their own and from the last to
    /// the first. Where the following segment has no rooms, it gets the same ones, and everybody else stays in theirs.
    /// </summary>
    /// <param name="places">The places of everybody in the first segment.</param>
    /// <param name="taken">The places of the contributors of both segments in the following one.</param>
    public Rotation Rotate(SegmentRooms from, SegmentRooms to, IReadOnlyList<Assignment> places, IReadOnlyList<TakenPlace> taken)
    {
        MustNotBePublished();
        var contributors = places.Where(place => place.Role == RoomRole.Contributor).ToList();
        if (contributors.Count == 0)
            throw DialogueErrors.NobodyToRotate();

        var made =
            to.Rooms.Count > 0 ? [] : from.Rooms.Select((room, i) => new Room(to.Segment, i + 1, new(room.Name, room.Place))).ToList();
        var rooms = made.Count > 0 ? made : to.Rooms;
        var placeOf = from.Rooms.Select((room, i) => (room.Id, i)).ToDictionary(room => room.Id, room => room.i);
        var targets = contributors.ToDictionary(c => c.ParticipantId, c => rooms[(placeOf[c.RoomId] + 1) % rooms.Count]);
        if (taken.FirstOrDefault(place => targets.ContainsKey(place.Assignment.ParticipantId) && IsOther(place)) is { } other)
            throw DialogueErrors.InAnotherRoom(other.Person, other.Room);
        if (targets.Values.GroupBy(room => room.Id).Any(all => all.Count() > MaxContributors))
            throw DialogueErrors.TooManyOfRole(RoomRole.Contributor, MaxContributors);

        var kept = taken.Select(place => place.Assignment).Where(place => targets.ContainsKey(place.ParticipantId)).ToList();
        kept.ForEach(place => place.MoveTo(targets[place.ParticipantId]));
        var moved = targets
            .Where(target => kept.TrueForAll(place => place.ParticipantId != target.Key))
            .Select(target => new Assignment(target.Value, target.Key, RoomRole.Contributor));
        var stay = made.Count == 0 ? [] : places.Where(place => place.Role != RoomRole.Contributor);
        Raise(new ContributorsRotated(Id, from.Segment.Title, to.Segment.Title, contributors.Count));
        return new Rotation(
            made,
            [.. moved, .. stay.Select(place => new Assignment(made[placeOf[place.RoomId]], place.ParticipantId, place.Role))],
            [.. taken.Select(place => place.Assignment).Where(place => !IsOther(place) && !targets.ContainsKey(place.ParticipantId))]
        );
    }

    /// <summary>Names who speaks for a stakeholder group.</summary>
    /// <param name="before">Who spoke for it until now; null if nobody did.</param>
    public void NameSpokesperson(Participant participant, Participant? before)
    {
        if (participant.SpokesFor is not null)
            return;
        before?.SpeakFor(null);
        participant.SpeakFor(participant.Group);
        Raise(new SpokespersonNamed(Id, participant.Id, participant.Group));
    }

    private static bool IsOther(TakenPlace place) => IsOther(place.Assignment);

    private static bool IsOther(Assignment place) => place.Role != RoomRole.Contributor;

    private static int MaxOf(RoomRole role) =>
        role switch
        {
            RoomRole.Contributor => MaxContributors,
            RoomRole.Interviewer => MaxInterviewers,
            RoomRole.Rapporteur => MaxRapporteurs,
            RoomRole.Participant => int.MaxValue,
            _ => throw new ArgumentOutOfRangeException(nameof(role)),
        };

    private static void Number(IReadOnlyList<Segment> segments)
    {
        foreach (var (segment, i) in segments.Select((segment, i) => (segment, i)))
            segment.MoveTo(i + 1);
    }
}
