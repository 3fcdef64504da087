using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Dialogues;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;
using static PartnershipTracker.Domain.UnitTests.Given;

namespace PartnershipTracker.Domain.UnitTests.Dialogues;

public sealed class DialogueTests
{
    private static readonly DialogueTerms Terms = new(
        " Health posts and villages ",
        "What makes a partnership last?",
        "",
        null,
        null,
        Day("2027-03-28"),
        new TimeOnly(14, 0),
        "Europe/Zurich",
        ["communities", "research ", "communities"],
        null
    );

    private readonly Dialogue _dialogue = Dialogue.Plan(OrganizationId.New(), Terms);

    [Fact]
    public void A_planned_dialogue_begins_at_its_local_time_and_invites_each_group_once()
    {
        _dialogue.Title.ShouldBe("Health posts and villages");
        _dialogue.Purpose.ShouldBeNull();
        _dialogue.StartsAt.ShouldBe(Instant("2027-03-28T12:00:00Z"));
        _dialogue.Groups.ShouldBe(["communities", "research"]);
        _dialogue.Status.ShouldBe(DialogueStatus.Planned);
        _dialogue.Last<DialoguePlanned>().StartsOn.ShouldBe(Day("2027-03-28"));
    }

    [Fact]
    public void A_time_that_the_clocks_skip_is_refused_and_one_that_comes_twice_is_the_earlier_one()
    {
        ((Action)(() => Dialogue.Plan(OrganizationId.New(), Terms with { StartTime = new TimeOnly(2, 30) })))
            .MustRefuse("dialogue.noSuchTime")
            .Field.ShouldBe("startTime");
        Dialogue
            .Plan(OrganizationId.New(), Terms with { StartsOn = Day("2027-10-31"), StartTime = new TimeOnly(2, 30) })
            .StartsAt.ShouldBe(Instant("2027-10-31T00:30:00Z"));
    }

    [Fact]
    public void A_participant_of_a_group_that_is_not_invited_is_refused() =>
        ((Action)(() => Participant.Invite(_dialogue, new("A", "a@example.org", null, "policy"), "participants[3].", Now)))
            .MustRefuse("dialogue.groupNotInvited")
            .Field.ShouldBe("participants[3].group");

    [Fact]
    public void A_dialogue_goes_step_by_step_and_one_step_back_until_it_is_published()
    {
        ((Action)(() => _dialogue.Start(segments: 0))).MustRefuse("dialogue.noSegments");
        ((Action)_dialogue.StepBack).MustRefuse("dialogue.noStepBack");
        ((Action)_dialogue.Consolidate).MustRefuse("dialogue.notRunning");
        _dialogue.Start(segments: 3);
        ((Action)(() => _dialogue.Start(segments: 3))).MustRefuse("dialogue.notPlanned");
        ((Action)(() => _dialogue.Publish(outcomes: 1, Now))).MustRefuse("dialogue.notConsolidating");
        _dialogue.StepBack();
        _dialogue.Status.ShouldBe(DialogueStatus.Planned);
        _dialogue.Start(segments: 3);
        _dialogue.Consolidate();
        ((Action)(() => _dialogue.Publish(outcomes: 0, Now))).MustRefuse("dialogue.noOutcomes");
        _dialogue.Publish(outcomes: 2, Now);
        _dialogue.PublishedAt.ShouldBe(Now);
        ((Action)_dialogue.StepBack).MustRefuse("dialogue.noStepBack");
    }

    [Fact]
    public void Publishing_freezes_details_and_agenda()
    {
        var segment = _dialogue.AddSegment(new("Plenary", SegmentMethod.Plenary, 30), null, []);
        Publish();
        Action[] changes =
        [
            () => _dialogue.Revise(Terms, hasCommitments: false, taken: []),
            () => _dialogue.AddSegment(new("More", SegmentMethod.Plenary, 30), null, [segment]),
            () => _dialogue.ReviseSegment(segment, new("Other", SegmentMethod.Plenary, 10), 1, [segment]),
            () => _dialogue.RemoveSegment(segment, [segment], hasNotes: false),
            () => _dialogue.AddRoom(segment, new("Room"), 0, 0),
            () => Participant.Invite(_dialogue, new("A", "a@example.org", null, "research"), "", Now),
        ];
        foreach (var change in changes)
            change.MustRefuse("dialogue.published");
    }

    [Fact]
    public void The_day_for_taking_up_ends_in_the_time_zone_of_the_dialogue_and_can_move_after_publishing()
    {
        Publish();
        _dialogue.SetTakeUpBy(Day("2027-06-30"));
        _dialogue.TakeUpEndsAt.ShouldBe(Instant("2027-06-30T22:00:00Z"));
        ((Action)(() => _dialogue.SetTakeUpBy(Day("2027-03-27")))).MustRefuse("dialogue.takenUpBeforeItStarts");
        _dialogue.SetTakeUpBy(null);
        _dialogue.TakeUpEndsAt.ShouldBeNull();
    }

    [Fact]
    public void The_partnership_cannot_change_once_commitments_came_of_the_dialogue()
    {
        var other = Terms with { PartnershipId = PartnershipId.New() };
        ((Action)(() => _dialogue.Revise(other, hasCommitments: true, taken: []))).MustRefuse("dialogue.hasCommitments");
        _dialogue.Revise(other, hasCommitments: false, taken: []).ShouldBeTrue();
        var changed = _dialogue.Last<DialogueRevised>().Changes.ShouldHaveSingleItem();
        changed.ShouldBe(new Change("partnership", null, null), "an id says nothing to people");
    }

    [Fact]
    public void A_stakeholder_group_with_participants_stays_invited()
    {
        var fewer = Terms with { Groups = ["research"] };
        var refusal = ((Action)(() => _dialogue.Revise(fewer, hasCommitments: false, taken: ["communities"]))).MustRefuse(
            "dialogue.groupHasParticipants"
        );
        refusal.Field.ShouldBe("groups");
        refusal.Args.ShouldBe(["communities"]);
        _dialogue.Groups.ShouldBe(["communities", "research"]);
        _dialogue.Revise(fewer, hasCommitments: false, taken: ["research"]).ShouldBeTrue();
        _dialogue.Groups.ShouldBe(["research"]);
    }

    [Fact]
    public void The_start_does_not_move_behind_the_day_for_taking_up()
    {
        _dialogue.SetTakeUpBy(Day("2027-06-30"));
        var later = Terms with { StartsOn = Day("2027-07-01") };
        ((Action)(() => _dialogue.Revise(later, hasCommitments: false, taken: [])))
            .MustRefuse("dialogue.startsAfterTakeUpDay")
            .Field.ShouldBe("startsOn");
        _dialogue.StartsOn.ShouldBe(Day("2027-03-28"));
        _dialogue.Revise(Terms with { StartsOn = Day("2027-06-30") }, hasCommitments: false, taken: []).ShouldBeTrue();
    }

    [Fact]
    public void A_segment_or_room_that_is_revised_says_what_changed_and_the_same_details_change_nothing()
    {
        var segment = _dialogue.AddSegment(new("First", SegmentMethod.Interview, 30), null, []);
        var second = _dialogue.AddSegment(new("Second", SegmentMethod.Plenary, 30), null, [segment]);
        _dialogue.ReviseSegment(segment, new("First", SegmentMethod.Interview, 30), 1, [segment, second]);
        _dialogue.Events.OfType<SegmentRevised>().ShouldBeEmpty();
        _dialogue.ReviseSegment(segment, new("Opening", SegmentMethod.Presentation, 45), 2, [segment, second]);
        var revised = _dialogue.Last<SegmentRevised>();
        revised.Title.ShouldBe("First", "its title until then");
        revised.Changes.ShouldBe([
            new Change("title", "First", "Opening"),
            new Change("method", SegmentMethod.Interview, SegmentMethod.Presentation),
            new Change("minutes", 30, 45),
            new Change("position", 1, 2),
        ]);

        var room = _dialogue.AddRoom(segment, new("Hall"), 0, 0);
        _dialogue.ReviseRoom(room, new("Hall ", " "));
        _dialogue.Events.OfType<RoomRevised>().ShouldBeEmpty();
        _dialogue.ReviseRoom(room, new("Hall", "Building B"));
        _dialogue.Last<RoomRevised>().Changes.ShouldBe([new Change("place", null, "Building B")]);
    }

    [Fact]
    public void Segments_keep_their_order_without_gaps()
    {
        var first = _dialogue.AddSegment(new("First", SegmentMethod.Interview, 30), null, []);
        var second = _dialogue.AddSegment(new("Second", SegmentMethod.Interview, 30), null, [first]);
        var opening = _dialogue.AddSegment(new("Opening", SegmentMethod.Presentation, 10), 1, [first, second]);
        new[] { opening, first, second }.Select(s => s.Position).ShouldBe([1, 2, 3]);
        _dialogue.ReviseSegment(opening, new("Closing", SegmentMethod.Plenary, 10), 99, [opening, first, second]);
        new[] { first, second, opening }.Select(s => s.Position).ShouldBe([1, 2, 3]);
        _dialogue.RemoveSegment(first, [first, second, opening], hasNotes: false);
        new[] { second, opening }.Select(s => s.Position).ShouldBe([1, 2]);
        ((Action)(() => _dialogue.RemoveSegment(second, [second, opening], hasNotes: true))).MustRefuse("dialogue.segmentHasNotes");
    }

    private void Publish()
    {
        _dialogue.Start(segments: 1);
        _dialogue.Consolidate();
        _dialogue.Publish(outcomes: 1, Now);
    }
}
