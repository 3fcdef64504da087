using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Api.FunctionalTests.Access;
using PartnershipTracker.Application.Dialogues;
using PartnershipTracker.Application.History;
using PartnershipTracker.Application.Programme;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Dialogues;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.Domain.Programme;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.Dialogues;

public sealed class DialoguesOnSqlite(OnSqlite fixture) : DialogueTests(fixture), IClassFixture<OnSqlite>;

public sealed class DialoguesOnPostgreSql(OnPostgreSql fixture) : DialogueTests(fixture), IClassFixture<OnPostgreSql>;

public abstract class DialogueTests(HostFixture fixture) : IAsyncLifetime
{
    private readonly TrackerHost _host = fixture.Host;
    private readonly HttpClient _secretariat = fixture.Host.Client();
    private OrganizationId _own,
        _partner;
    private PartnershipId _partnership;

    public async Task InitializeAsync()
    {
        (_own, _partner) = (await _host.Organization("Own"), await _host.Organization("Partner"));
        _partnership = await _host.ActivePartnership(_own, _partner);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [DatabaseFact]
    public async Task The_agenda_follows_from_the_start_in_the_time_zone_of_the_dialogue()
    {
        var dialogue = await Make();
        var details = (await _secretariat.Get(dialogue.Url)).MustBe(200);
        details["startsAt"].GetDateTimeOffset().ShouldBe(TestClock.Instant("2026-12-01T08:00:00Z"));
        details["endsAt"].GetDateTimeOffset().ShouldBe(TestClock.Instant("2026-12-01T09:30:00Z"));
        details["participants"].GetInt32().ShouldBe(4);

        var segments = (await _secretariat.Get(dialogue.Url + "/agenda")).MustBe(200)["segments"].EnumerateArray().ToList();
        segments
            .Select(s => $"{s.GetProperty("startTime")}–{s.GetProperty("endTime")}")
            .ShouldBe(["14:00–14:30", "14:30–15:00", "15:00–15:30"]);
        var room = segments[0].GetProperty("rooms")[0];
        room.GetProperty("people")
            .EnumerateArray()
            .Select(p => $"{p.GetProperty("name")}: {p.GetProperty("role")}")
            .ShouldBe(["Amena Begum: contributor", "Chandra Das: rapporteur"]);

        (await _secretariat.Put($"{dialogue.Url}/segments/{dialogue.Plenary.Value}", Segment("Plenary", 20, 1))).MustBe(200);
        (await _secretariat.Get(dialogue.Url + "/agenda"))["segments"][1].GetProperty("startTime").GetString().ShouldBe("14:20");
        var file = (await _secretariat.Get(dialogue.Url + "/agenda.ics")).MustBe(200);
        file.MediaType.ShouldBe("text/calendar");
        file.Text.ShouldContain("DTSTART:20261201T080000Z\r\nDTEND:20261201T092000Z");
        file.Text.ShouldContain("LOCATION:Community hall");
    }

    [DatabaseFact]
    public async Task Contributors_rotate_by_one_action_and_the_grid_shows_where_they_are()
    {
        var dialogue = await Make();
        var grid = (await _secretariat.Post(dialogue.Url + "/rotate", new { segmentId = dialogue.First.Value })).MustBe(200);
        Rooms(grid, "Amena Begum").ShouldBe(["Group A", "Group B", null]);
        Rooms(grid, "Bruno Frei").ShouldBe(["Group B", "Group A", null]);
        var again = (await _secretariat.Post(dialogue.Url + "/rotate", new { segmentId = dialogue.First.Value })).MustBe(200);
        Rooms(again, "Amena Begum").ShouldBe(["Group A", "Group B", null], "doing it again gives the same result");

        var second = (await _secretariat.Get(dialogue.Url + "/agenda"))["segments"][1];
        second
            .GetProperty("rooms")[0]
            .GetProperty("people")
            .EnumerateArray()
            .Count(p => p.GetProperty("role").GetString() == "rapporteur")
            .ShouldBe(1);
        (await _secretariat.Post(dialogue.Url + "/rotate", new { segmentId = dialogue.Plenary.Value })).MustRefuse(
            422,
            "dialogue.lastSegment"
        );
    }

    [DatabaseFact]
    public async Task The_stakeholder_groups_are_those_of_the_vocabulary()
    {
        var added = await _host.Send(new AddVocabularyTerm(VocabularyKind.StakeholderGroup, "Traditional healers"));
        var made = (await Plan(added, "communities", "research", added)).MustBe(201);
        Groups(made).ShouldBe(["research", "communities", added], "each once, in the order of the vocabulary");
        var unknown = (await Plan("research", "magic")).MustRefuse(400, "request.invalid");
        unknown["violations"][0].GetProperty("code").GetString().ShouldBe("form.oneOf");

        await _host.Send(new RetireVocabularyTerm(VocabularyKind.StakeholderGroup, added));
        (await Plan(added)).MustRefuse(422, "vocabulary.retired");
        Groups((await Plan()).MustBe(201)).ShouldNotContain(added, "all that are offered are invited where none is named");
        var url = "/api/v1/dialogues/" + made.Id;
        Groups((await _secretariat.Put(url, Terms("communities", added))).MustBe(200)).ShouldBe(["communities", added], "it may stay");
        (await _secretariat.Put(url, Terms("communities"))).MustBe(200);
        (await _secretariat.Put(url, Terms("communities", added))).MustRefuse(422, "vocabulary.retired");

        Task<Answer> Plan(params string[] groups) =>
            _secretariat.Post("/api/v1/dialogues", Terms(groups).With("organizationId", _own.Value));

        static object Terms(params string[] groups) =>
            new
            {
                title = "Villages",
                question = "What lasts?",
                startsOn = "2027-01-01",
                startTime = "09:00",
                groups,
            };

        static IEnumerable<string?> Groups(Answer dialogue) => dialogue["groups"].EnumerateArray().Select(group => group.GetString());
    }

    [DatabaseFact]
    public async Task A_member_reads_the_dialogues_in_which_they_or_their_organization_take_part()
    {
        var (dialogue, other) = (await Make(), await GivenDialogue.Make(_host, _partner));
        var colleague = await Member(await _host.Organization("Somewhere else"));
        (await colleague.Http.Get(dialogue.Url)).MustBe(404);
        await Invite(dialogue, colleague.Email);
        (await colleague.Http.Get(dialogue.Url)).MustBe(200);
        (await colleague.Http.Get(dialogue.Url + "/agenda")).MustBe(200);
        (await colleague.Http.Get(dialogue.Url + "/participants")).MustBe(403);
        (await colleague.Http.Get("/api/v1/dialogues")).Items.Select(d => d.GetProperty("id").GetGuid()).ShouldContain(dialogue.Id.Value);

        var ofOrganizer = await Member(_own);
        (await ofOrganizer.Http.Get(dialogue.Url)).MustBe(200);
        (await ofOrganizer.Http.Get(other.Url)).MustBe(404);
        var (_, reporter) = await Visitor.Invited(_host, Role.Reporter, _own);
        await Invite(other, reporter);
        (await ofOrganizer.Http.Get(other.Url)).MustBe(200);
        var alone = await Member(null);
        (await alone.Http.Get(other.Url)).MustBe(404);
        await (await other.Running()).Outcome();
        await other.Publish();
        (await alone.Http.Get(other.Url)).MustBe(200);

        async Task<(HttpClient Http, string Email)> Member(OrganizationId? organization)
        {
            var (_, email) = await Visitor.Invited(_host, Role.Member, organization);
            return ((await new Visitor(_host).SignIn(email)).Http, email);
        }

        Task<IReadOnlyList<ParticipantId>> Invite(GivenDialogue to, string email) =>
            _host.Send(new InviteParticipants(to.Id, [new ParticipantDraft("Ana", email, "research")]));
    }

    [DatabaseFact]
    public async Task Nobody_is_in_two_rooms_of_a_segment()
    {
        var dialogue = await Make();
        var people = new { role = "participant", participantIds = new[] { dialogue.Dipa.Value, dialogue.Amena.Value } };
        var refused = (await _secretariat.Post($"{dialogue.Url}/rooms/{dialogue.GroupB.Value}/people", people)).MustRefuse(
            422,
            "dialogue.inAnotherRoom"
        );
        refused["detail"].GetString().ShouldBe("Amena Begum has another place in this segment: Group A. Remove them there first.");
        (await _secretariat.Get($"{dialogue.Url}/participants?roomId={dialogue.GroupB.Value}")).Items.ShouldHaveSingleItem(
            "Dipa was not assigned either"
        );
        (await _secretariat.Delete($"{dialogue.Url}/rooms/{dialogue.GroupA.Value}/people/{dialogue.Amena.Value}")).MustBe(204);
        (await _secretariat.Post($"{dialogue.Url}/rooms/{dialogue.GroupB.Value}/people", people)).MustBe(200);
    }

    [DatabaseFact]
    public async Task People_are_invited_all_or_none_and_nobody_twice()
    {
        var dialogue = await Make();
        object[] people =
        [
            new
            {
                name = "New",
                email = $"new.{dialogue.Tag}@example.org",
                group = "research",
            },
            new
            {
                name = "Amena again",
                email = $"AMENA.{dialogue.Tag}@example.org",
                group = "research",
            },
        ];
        var refused = (await _secretariat.Post(dialogue.Url + "/participants", new { participants = people })).MustRefuse(
            409,
            "dialogue.alreadyInvited"
        );
        refused.Text.ShouldContain("participants[1].email");
        (await _secretariat.Get(dialogue.Url + "/participants")).MustBe(200)["total"].GetInt32().ShouldBe(4);
        (
            await _secretariat.Post(
                dialogue.Url + "/participants",
                new
                {
                    participants = new[]
                    {
                        new
                        {
                            name = "A",
                            email = "a@example.org",
                            group = "policy",
                        },
                    },
                }
            )
        ).MustRefuse(422, "dialogue.groupNotInvited");
    }

    [DatabaseFact]
    public async Task Two_may_write_at_once_and_notes_stay_as_they_were()
    {
        var dialogue = await (await Make()).Running();
        await Task.WhenAll(Enumerable.Range(0, 6).Select(i => dialogue.Note($"Thought {i}")));
        var notes = (await _secretariat.Get($"{dialogue.Url}/notes?limit=4")).MustBe(200);
        notes["total"].GetInt32().ShouldBe(6);
        (await _secretariat.Get($"{dialogue.Url}/notes?limit=4&cursor={notes["next"].GetString()}")).Items.Length.ShouldBe(2);
        (await _secretariat.Delete($"{dialogue.Url}/rooms/{dialogue.GroupA.Value}")).MustRefuse(422, "dialogue.roomHasNotes");
        (await _secretariat.Delete($"{dialogue.Url}/segments/{dialogue.First.Value}")).MustRefuse(422, "dialogue.segmentHasNotes");
        (await _secretariat.Delete($"{dialogue.Url}/segments/{dialogue.Second.Value}")).MustBe(204);
    }

    [DatabaseFact]
    public async Task Publishing_freezes_the_dialogue_and_opens_it_to_everybody()
    {
        var dialogue = await (await Make()).Running();
        var outcome = await dialogue.Outcome();
        var stranger = _host.Client(await _host.Key(await _host.Organization("Stranger"), "officer"));
        (await stranger.Get(dialogue.Url)).MustBe(404);
        await dialogue.Publish();
        (await stranger.Get(dialogue.Url)).MustBe(200)["partnershipName"].ValueKind.ShouldBe(JsonValueKind.Null, "it is not published");
        (await stranger.Get(dialogue.Url + "/participants")).MustBe(403);
        (await _secretariat.Post($"{dialogue.Url}/rooms/{dialogue.GroupA.Value}/notes", new { text = "Late" })).MustRefuse(
            422,
            "dialogue.published"
        );
        (await _secretariat.Put($"{dialogue.Url}/outcomes/{outcome.Value}/agreements/research", new { level = "agrees" })).MustBe(200);
        (await _secretariat.Post(dialogue.Url + "/step-back")).MustRefuse(422, "dialogue.noStepBack");
    }

    [DatabaseFact]
    public async Task The_history_names_no_participant_and_is_read_by_whoever_reads_the_dialogue()
    {
        var dialogue = await (await Make()).Running();
        await _host.Send(new AnswerInvitation(await dialogue.Token("amena"), Accepts: true));
        var lines = (await _secretariat.Get($"/api/v1/history?dialogueId={dialogue.Id.Value}&limit=200")).MustBe(200);
        lines.Items.Select(l => l.GetProperty("text").GetString()).ShouldContain("A participant accepted the invitation.");
        lines.Text.ShouldNotContain("Amena");
        lines.Text.ShouldNotContain("example.org");
        var partner = await _host.SendAs(Role.Officer, _partner, new ListHistory { DialogueId = dialogue.Id.Value });
        partner.Items.Count.ShouldBeGreaterThan(5);
        var stranger = await _host.SendAs(
            Role.Officer,
            await _host.Organization("Stranger"),
            new ListHistory { DialogueId = dialogue.Id.Value }
        );
        stranger.Items.ShouldBeEmpty();
    }

    [DatabaseFact]
    public async Task The_history_says_what_changed_in_segments_rooms_outcomes_and_answers()
    {
        var dialogue = await (await Make()).Running();
        await _host.Send(new ReviseSegment(dialogue.Id, dialogue.First, new("Experts are interviewed", SegmentMethod.Plenary, 45)));
        await _host.Send(new ReviseRoom(dialogue.Id, dialogue.GroupA, new("Group A", "Room 2")));
        var outcome = await dialogue.Outcome(await dialogue.Note());
        var steps = (await _host.Send(new GetOutcome(dialogue.Id, outcome))).Steps;
        var draft = new OutcomeDraft
        {
            Kind = OutcomeKind.Pathway,
            Title = "Registers are read together",
            Steps = [new(steps[0].Title, _partner.Value, Id: steps[0].Id), new(steps[1].Title, Id: steps[1].Id)],
            NoteIds = [(await dialogue.Note("Another")).Value],
        };
        await _host.Send(new ReviseOutcome(dialogue.Id, outcome, draft));
        await _host.Send(new ReviseOutcome(dialogue.Id, outcome, draft));
        var question = await dialogue.Question();
        await _host.Send(new AnswerQuestion(dialogue.Id, question, "The district"));
        await _host.Send(new AnswerQuestion(dialogue.Id, question, "The villages"));

        var lines = (await _host.Send(new ListHistory { DialogueId = dialogue.Id.Value, Limit = 200 })).Items;
        lines.Count(line => line.Event == "outcomeRevised").ShouldBe(1, "the second time nothing changed");
        foreach (
            var text in new[]
            {
                "revised the segment “Experts are interviewed”. Method: “interview” → “plenary”. Minutes: “30” → “45”.",
                "revised the room “Group A”. Place: “Room 1” → “Room 2”.",
                "Proposed leads: “The posts, –” → “Partner, –”. Number of notes it comes from: changed.",
                "wrote the answer to the parked question “Who pays for the registers?”. Answer: “The district” (new).",
                "wrote the answer to the parked question “Who pays for the registers?”. Answer: “The district” → “The villages”.",
            }
        )
            lines.Count(line => line.Text.EndsWith(text, StringComparison.Ordinal)).ShouldBe(1, text);
    }

    [DatabaseFact]
    public async Task A_stakeholder_group_with_participants_stays_invited_until_they_are_in_another_one()
    {
        var dialogue = await Make();
        var fewer = GivenDialogue.Draft(_partnership) with { Groups = ["research", "practice"] };
        (await _secretariat.Put(dialogue.Url, fewer)).MustRefuse(422, "dialogue.groupHasParticipants", "groups");
        var amena = new
        {
            name = "Amena Begum",
            email = $"amena.{dialogue.Tag}@example.org",
            group = "research",
        };
        (await _secretariat.Put($"{dialogue.Url}/participants/{dialogue.Amena.Value}", amena)).MustBe(200);
        (await _secretariat.Put(dialogue.Url, fewer)).MustBe(200)["groups"].GetArrayLength().ShouldBe(2);
    }

    [DatabaseFact]
    public async Task The_day_of_the_dialogue_is_never_after_the_day_for_taking_up()
    {
        var dialogue = await Make();
        (await _secretariat.Put(dialogue.Url + "/take-up-day", new { takeUpBy = "2026-12-24" })).MustBe(200);
        var later = GivenDialogue.Draft(_partnership) with { StartsOn = TestClock.Day("2026-12-25") };
        (await _secretariat.Put(dialogue.Url, later)).MustRefuse(422, "dialogue.startsAfterTakeUpDay", "startsOn");
        (await _secretariat.Get(dialogue.Url))["startsOn"].GetString().ShouldBe("2026-12-01");
    }

    [DatabaseFact]
    public async Task Removing_a_participant_erases_name_and_address_and_keeps_their_notes()
    {
        var dialogue = await (await Make()).Running();
        await _host.Send(new TakeNoteByLink(await dialogue.Token("chandra"), dialogue.GroupA, "A thought of Chandra.", "key"));
        (await _secretariat.Get(dialogue.Url + "/notes")).Items[0].GetProperty("by").GetString().ShouldBe("Chandra Das of Health post");
        (await _secretariat.Delete($"{dialogue.Url}/participants/{dialogue.Chandra.Value}")).MustBe(204);
        (await _secretariat.Get($"{dialogue.Url}/participants/{dialogue.Chandra.Value}")).MustBe(404);
        var note = (await _secretariat.Get(dialogue.Url + "/notes")).Items.ShouldHaveSingleItem();
        note.GetProperty("by").GetString().ShouldBe("A participant");
        (
            await _host.Db(db => db.DialogueParticipants.CountAsync(p => p.Id == dialogue.Chandra && p.Name == null && p.Email == null))
        ).ShouldBe(1);
        (await _secretariat.Get(dialogue.Url + "/agenda")).Text.ShouldNotContain("Chandra");
    }

    [DatabaseFact]
    public async Task Lists_can_be_downloaded()
    {
        var dialogue = await (await Make()).Running();
        await dialogue.Outcome(await dialogue.Note("=1+1"));
        await dialogue.Question();
        foreach (var list in new[] { "participants", "notes", "questions", "outcomes", "agreements" })
            (await _secretariat.Get($"/api/v1/exports/dialogues/{dialogue.Id.Value}/{list}.csv"))
                .MustBe(200)
                .Text.Length.ShouldBeGreaterThan(10);
        (await _secretariat.Get($"/api/v1/exports/dialogues/{dialogue.Id.Value}/notes.csv")).Text.ShouldContain("'=1+1");
        (await _secretariat.Get("/api/v1/exports/dialogues.csv")).MustBe(200).Text.ShouldContain("Health posts and villages");
    }

    private Task<GivenDialogue> Make() => GivenDialogue.Make(_host, _own, _partnership);

    private static object Segment(string title, int minutes, int position) =>
        new
        {
            title,
            method = "plenary",
            minutes,
            position,
        };

    private static List<string?> Rooms(Answer grid, string name) =>
        [
            .. grid["contributors"]
                .EnumerateArray()
                .Single(c => c.GetProperty("name").GetString() == name)
                .GetProperty("rooms")
                .EnumerateArray()
                .Select(room => room.GetString()),
        ];
}
