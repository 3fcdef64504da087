using PartnershipTracker.Domain.Dialogues;
using PartnershipTracker.Domain.Organizations;
using static PartnershipTracker.Domain.UnitTests.Given;

namespace PartnershipTracker.Domain.UnitTests.Dialogues;

/// <summary>Two groups in two segments, with two experts each who change groups.</summary>
public sealed class RotationTests
{
    private readonly Dialogue _dialogue = Dialogue.Plan(
        OrganizationId.New(),
        new("Title", "Question?", null, null, null, Day("2027-03-12"), new TimeOnly(9, 0), "UTC", ["research"], null)
    );

    private readonly Segment _first,
        _second;

    private readonly Room _groupA,
        _groupB;

    private readonly ParticipantId _a1 = ParticipantId.New(),
        _a2 = ParticipantId.New(),
        _b1 = ParticipantId.New(),
        _interviewer = ParticipantId.New();

    private readonly List<Assignment> _places;

    public RotationTests()
    {
        _first = _dialogue.AddSegment(new("First", SegmentMethod.Interview, 30), null, []);
        _second = _dialogue.AddSegment(new("Second", SegmentMethod.Interview, 30), null, [_first]);
        _groupA = _dialogue.AddRoom(_first, new("Group A"), 0, 0);
        _groupB = _dialogue.AddRoom(_first, new("Group B"), 1, 1);
        _places =
        [
            .. _dialogue.Assign(_groupA, RoomRole.Contributor, [_a1, _a2], [], 0),
            .. _dialogue.Assign(_groupB, RoomRole.Contributor, [_b1], [], 0),
            .. _dialogue.Assign(_groupA, RoomRole.Interviewer, [_interviewer], [], 0),
        ];
    }

    [Fact]
    public void Contributors_move_to_the_next_room_and_from_the_last_to_the_first()
    {
        var (roomA, roomB) = (_dialogue.AddRoom(_second, new("A"), 0, 0), _dialogue.AddRoom(_second, new("B"), 1, 1));
        var rotation = Rotate([roomA, roomB], []);
        rotation.NewRooms.ShouldBeEmpty();
        rotation.Removed.ShouldBeEmpty();
        rotation
            .Added.Select(place => (place.ParticipantId, place.RoomId, place.Role))
            .ShouldBe(
                [(_a1, roomB.Id, RoomRole.Contributor), (_a2, roomB.Id, RoomRole.Contributor), (_b1, roomA.Id, RoomRole.Contributor)],
                ignoreOrder: true
            );
        _dialogue.Last<ContributorsRotated>().Contributors.ShouldBe(3);
    }

    [Fact]
    public void A_following_segment_without_rooms_gets_the_same_ones_and_everybody_else_stays()
    {
        var rotation = Rotate([], []);
        rotation.NewRooms.Select(room => room.Name).ShouldBe(["Group A", "Group B"]);
        var (roomA, roomB) = (rotation.NewRooms[0], rotation.NewRooms[1]);
        rotation.Added.Single(place => place.ParticipantId == _interviewer).RoomId.ShouldBe(roomA.Id);
        rotation.Added.Single(place => place.ParticipantId == _a1).RoomId.ShouldBe(roomB.Id);
        rotation.Added.Single(place => place.ParticipantId == _b1).RoomId.ShouldBe(roomA.Id);
    }

    [Fact]
    public void Rotating_again_gives_the_same_result()
    {
        var (roomA, roomB) = (_dialogue.AddRoom(_second, new("A"), 0, 0), _dialogue.AddRoom(_second, new("B"), 1, 1));
        var before = Rotate([roomA, roomB], []).Added;
        var again = Rotate([roomA, roomB], [.. before.Select(place => new TakenPlace(place, "A", "Somebody"))]);
        again.Added.ShouldBeEmpty();
        again.Removed.ShouldBeEmpty();
        before.Single(place => place.ParticipantId == _a1).RoomId.ShouldBe(roomB.Id);
    }

    [Fact]
    public void Somebody_with_another_task_in_the_following_segment_is_named_with_their_room()
    {
        var plenary = _dialogue.AddRoom(_second, new("Hall"), 0, 0);
        var place = _dialogue.Assign(plenary, RoomRole.Rapporteur, [_a1], [], 0)[0];
        var refusal = ((Action)(() => Rotate([plenary], [new TakenPlace(place, "Hall", "Amena")]))).MustRefuse("dialogue.inAnotherRoom");
        refusal.Args.ShouldBe(["Amena", "Hall"]);
    }

    [Fact]
    public void Nobody_is_in_two_rooms_of_one_segment()
    {
        var refusal = (
            (Action)(() => _dialogue.Assign(_groupB, RoomRole.Participant, [_a1], [new TakenPlace(_places[0], "Group A", "Amena")], 0))
        ).MustRefuse("dialogue.inAnotherRoom");
        refusal.Field.ShouldBe("participantIds");
        refusal.Args.ShouldBe(["Amena", "Group A"]);
    }

    [Fact]
    public void Whoever_is_in_the_room_already_takes_the_new_role()
    {
        _dialogue.Assign(_groupA, RoomRole.Rapporteur, [_a1], [new TakenPlace(_places[0], "Group A", "Amena")], 0).ShouldBeEmpty();
        _places[0].Role.ShouldBe(RoomRole.Rapporteur);
    }

    [Fact]
    public void A_room_has_one_interviewer() =>
        ((Action)(() => _dialogue.Assign(_groupA, RoomRole.Interviewer, [ParticipantId.New()], [], others: 1))).MustRefuse(
            "dialogue.tooManyOfRole"
        );

    [Fact]
    public void Without_contributors_there_is_nothing_to_rotate()
    {
        _places.Clear();
        ((Action)(() => Rotate([], []))).MustRefuse("dialogue.nobodyToRotate");
    }

    private Rotation Rotate(IReadOnlyList<Room> to, IReadOnlyList<TakenPlace> taken) =>
        _dialogue.Rotate(new SegmentRooms(_first, [_groupA, _groupB]), new SegmentRooms(_second, to), _places, taken);
}
