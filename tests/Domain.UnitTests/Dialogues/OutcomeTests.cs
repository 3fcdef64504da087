using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Dialogues;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;
using static PartnershipTracker.Domain.UnitTests.Given;

namespace PartnershipTracker.Domain.UnitTests.Dialogues;

public sealed class OutcomeTests
{
    private static readonly OutcomeTerms Terms = new(
        OutcomeKind.Pathway,
        "Registers are read together",
        null,
        null,
        null,
        [new("Agree on a day", null, "The posts"), new("Print", null, null)],
        []
    );

    private readonly Dialogue _dialogue = Dialogue.Plan(
        OrganizationId.New(),
        new("Title", "Question?", null, null, null, Day("2027-03-12"), new TimeOnly(9, 0), "UTC", ["research", "communities"], null)
    );

    public OutcomeTests() => _dialogue.Start(segments: 1);

    [Fact]
    public void Notes_and_outcomes_are_written_from_the_start_until_publishing()
    {
        var segment = _dialogue.AddSegment(new("First", SegmentMethod.Plenary, 30), null, []);
        var room = _dialogue.AddRoom(segment, new("Hall"), 0, 0);
        _dialogue.StepBack();
        ((Action)(() => Note.Take(_dialogue, room, "Too early", Actor.System, Now))).MustRefuse("dialogue.notStarted");
        ((Action)(() => Outcome.Record(_dialogue, Terms, Now))).MustRefuse("dialogue.notStarted");
        ParkedQuestion.Park(_dialogue, null, "Who pays?", Actor.System, Now).AnsweredAt.ShouldBeNull("questions can come before");
        _dialogue.Start(segments: 1);
        Note.Take(_dialogue, room, " A thought ", Actor.System, Now).Text.ShouldBe("A thought");
        var outcome = Outcome.Record(_dialogue, Terms, Now);
        _dialogue.Consolidate();
        _dialogue.Publish(outcomes: 1, Now);
        ((Action)(() => Note.Take(_dialogue, room, "Too late", Actor.System, Now))).MustRefuse("dialogue.published");
        ((Action)(() => outcome.Revise(_dialogue, Terms, []))).MustRefuse("dialogue.published");
        ((Action)(() => outcome.Remove(_dialogue, 0))).MustRefuse("dialogue.published");
    }

    [Fact]
    public void Only_a_pathway_has_steps_and_it_needs_one()
    {
        ((Action)(() => Outcome.Record(_dialogue, Terms with { Kind = OutcomeKind.Recommendation }, Now))).MustRefuse(
            "outcome.stepsOfPathwaysOnly"
        );
        ((Action)(() => Outcome.Record(_dialogue, Terms with { Steps = [] }, Now))).MustRefuse("outcome.pathwayWithoutSteps");
    }

    [Fact]
    public void A_step_keeps_its_id_and_one_that_became_a_commitment_stays()
    {
        var outcome = Outcome.Record(_dialogue, Terms, Now);
        var (first, second) = (outcome.Steps[0].Id, outcome.Steps[1].Id);
        outcome.Revise(_dialogue, Terms with { Steps = [new("Print first", null, null, second), new("Day", null, null, first)] }, []);
        outcome.Steps.OrderBy(s => s.Position).Select(s => (s.Id, s.Title)).ShouldBe([(second, "Print first"), (first, "Day")]);
        ((Action)(() => outcome.Revise(_dialogue, Terms with { Steps = [new("Day", null, null, first)] }, [second]))).MustRefuse(
            "outcome.stepHasCommitment"
        );
        ((Action)(() => outcome.Remove(_dialogue, commitments: 1))).MustRefuse("outcome.hasCommitments");
    }

    [Fact]
    public void A_revised_outcome_says_what_changed_and_the_same_terms_change_nothing()
    {
        var (first, second, lead) = (NoteId.New(), NoteId.New(), OrganizationId.New());
        var outcome = Outcome.Record(_dialogue, Terms with { Notes = [first] }, Now);
        var same = Terms with { Notes = [first], Steps = [.. outcome.Steps.Select(s => new StepTerms(s.Title, s.LeadId, s.Lead, s.Id))] };
        outcome.Revise(_dialogue, same, []).ShouldBeFalse();
        outcome.Events.OfType<OutcomeRevised>().ShouldBeEmpty();

        var changed = same with { Notes = [second], Steps = [same.Steps[0] with { LeadId = lead, Lead = null }, same.Steps[1]] };
        outcome.Revise(_dialogue, changed, []).ShouldBeTrue();
        var changes = outcome.Last<OutcomeRevised>().Changes;
        changes.Select(c => c.Field).ShouldBe(["leads", "notes"]);
        changes[0].From.ShouldBeOfType<List<object?>>().ShouldBe(["The posts", null]);
        changes[0].To.ShouldBeOfType<List<object?>>().ShouldBe([lead, null]);
        changes[1].From.ShouldBeOfType<List<NoteId>>().ShouldBe([first], "the same number, but another note");
        changes[1].To.ShouldBeOfType<List<NoteId>>().ShouldBe([second]);
    }

    [Fact]
    public void An_answer_that_is_written_anew_keeps_the_one_before_in_the_history()
    {
        var question = ParkedQuestion.Park(_dialogue, null, "Who pays?", Actor.System, Now);
        question.AnswerWith(_dialogue, " The district ", Now);
        question.AnswerWith(_dialogue, "The district", Now.AddDays(1));
        question.AnsweredAt.ShouldBe(Now, "the same answer is no change");
        question.AnswerWith(_dialogue, "The villages", Now.AddDays(2));
        question
            .Events.OfType<QuestionAnswered>()
            .Select(answered => (answered.Question, answered.Changes.Single()))
            .ShouldBe([
                ("Who pays?", new Change("answer", null, "The district")),
                ("Who pays?", new Change("answer", "The district", "The villages")),
            ]);
    }

    [Fact]
    public void A_group_states_its_level_once_and_may_change_it_after_publishing()
    {
        var outcome = Outcome.Record(_dialogue, Terms, Now);
        State(AgreementLevel.Agrees);
        State(AgreementLevel.Agrees);
        outcome.Events.OfType<AgreementStated>().Count().ShouldBe(1, "the same statement is no change");
        ((Action)(() => State(AgreementLevel.Disagrees))).MustRefuse("outcome.reasonMissing").Field.ShouldBe("reason");
        ((Action)(() => outcome.State(_dialogue, "policy", AgreementLevel.Agrees, null, Actor.System, Now))).MustRefuse(
            "dialogue.groupNotInvited"
        );
        _dialogue.Consolidate();
        _dialogue.Publish(outcomes: 1, Now);
        outcome.State(_dialogue, "communities", AgreementLevel.Disagrees, "Nobody asked us.", Actor.System, Now);
        outcome.Agreements.ShouldHaveSingleItem().Level.ShouldBe(AgreementLevel.Disagrees);

        void State(AgreementLevel level) => outcome.State(_dialogue, "communities", level, null, Actor.System, Now);
    }

    [Fact]
    public void A_commitment_keeps_the_outcome_and_step_that_it_comes_from()
    {
        var outcome = Outcome.Record(_dialogue, Terms, Now);
        var partner = Partner();
        var origin = outcome.TakeUp(_dialogue, outcome.Steps[0].Id);
        var commitment = Commitment.Draft(PartnershipId.New(), partner, Given.Terms(), partner.At(), origin: origin);
        commitment.Revise(partner, Given.Terms("2027-05-31"), partner.At());
        (commitment.DialogueId, commitment.OutcomeId, commitment.OutcomeStepId).ShouldBe((_dialogue.Id, outcome.Id, outcome.Steps[0].Id));
        ((Action)(() => outcome.TakeUp(_dialogue, OutcomeStepId.New()))).MustRefuse("outcomeStep.notFound", RefusalKind.NotFound);
    }

    [Fact]
    public void A_removed_participant_has_no_name_no_address_and_no_link()
    {
        var (participant, token) = Participant.Invite(_dialogue, new("Amena", " Amena@Example.org ", " ", "research"), "", Now);
        participant.Email.ShouldBe("amena@example.org");
        participant.Organization.ShouldBeNull();
        participant.Hash.ShouldBe(Secret.HashOf(token));
        participant.LinkExpiresAt.ShouldBe(Instant("2027-05-12T00:00:00Z"), "sixty days after the day of the dialogue");
        _dialogue.NameSpokesperson(participant, null);
        participant.Remove(Now);
        (participant.Name, participant.Email, participant.SpokesFor, participant.NameKey).ShouldBe((null, null, null, ""));
        participant.Hash.ShouldNotBe(Secret.HashOf(token));
        ((Action)(() => participant.Resend(_dialogue, Now))).MustRefuse("participant.notFound", RefusalKind.NotFound);
        participant
            .Events.Select(e => e.ToString()!)
            .ShouldAllBe(text => !text.Contains("Amena", StringComparison.Ordinal), "the history holds no names");
    }

    [Fact]
    public void A_group_has_one_spokesperson()
    {
        var (first, _) = Participant.Invite(_dialogue, new("A", "a@example.org", null, "research"), "", Now);
        var (second, _) = Participant.Invite(_dialogue, new("B", "b@example.org", null, "research"), "", Now);
        _dialogue.NameSpokesperson(first, null);
        _dialogue.NameSpokesperson(second, first);
        (first.SpokesFor, second.SpokesFor).ShouldBe((null, "research"));
        second.Change(_dialogue, new("B", "b@example.org", null, "communities"));
        second.SpokesFor.ShouldBeNull("it was another group");
    }
}
