using System.Text.RegularExpressions;
using PartnershipTracker.Api.FunctionalTests.Access;
using PartnershipTracker.Api.FunctionalTests.Dialogues;
using PartnershipTracker.Application.Dialogues;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Dialogues;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.TestKit;
using static PartnershipTracker.Api.FunctionalTests.Dashboard.Html;

namespace PartnershipTracker.Api.FunctionalTests.Dashboard.Dialogues;

public sealed class DialoguePagesOnSqlite(OnSqlite fixture) : DialoguePageTests(fixture), IClassFixture<OnSqlite>;

public sealed class DialoguePagesOnPostgreSql(OnPostgreSql fixture) : DialoguePageTests(fixture), IClassFixture<OnPostgreSql>;

/// <summary>An officer of the organizing organization with a browser without script.</summary>
public abstract class DialoguePageTests(HostFixture fixture) : IAsyncLifetime
{
    private readonly TrackerHost _host = fixture.Host;
    private HttpClient _officer = null!;
    private OrganizationId _own,
        _other;
    private PartnershipId _partnership;

    public async Task InitializeAsync()
    {
        (_own, _other) = (await _host.Organization("Own"), await _host.Organization("Other"));
        _partnership = await _host.ActivePartnership(_own, _other);
        var (_, email) = await Visitor.Invited(_host, Role.Officer, _own);
        _officer = (await new Visitor(_host).SignIn(email)).Http;
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [DatabaseFact]
    public async Task A_dialogue_is_planned_on_a_page_and_wrong_input_comes_back()
    {
        var wrong = await Send("/dialogues/new", ("title", "Villages"), ("startTime", "2 pm"));
        wrong.MustBe(422);
        var page = Read(wrong);
        page.QuerySelector("#title")!.GetAttribute("value").ShouldBe("Villages");
        foreach (var field in new[] { "question", "startsOn" })
            page.GetElementById($"{field}-error").ShouldNotBeNull(field);
        var made = await Send(
            "/dialogues/new",
            ("title", "Villages"),
            ("question", "What lasts?"),
            ("startsOn", "2027-01-01"),
            ("startTime", "09:00"),
            ("timeZone", ""),
            ("organizationId", $"{_own.Value}"),
            ("partnershipId", $"{_partnership.Value}"),
            ("groups", "research")
        );
        made.MustBe(303);
        var opened = (await _officer.Get(made.Headers.Location!.ToString())).MustBe(200);
        opened.Text.ShouldContain("The dialogue is planned.");
        opened.Text.ShouldContain("1 January 2027, 09:00 (time zone Asia/Dhaka)");
        opened.Text.ShouldContain("Prepare the agenda");
    }

    [DatabaseFact]
    public async Task Several_people_are_invited_at_once_and_a_wrong_line_is_named()
    {
        var dialogue = await Make();
        var path = dialogue.Page + "/invite";
        const string Good = "Esha Khan <esha@example.org>, Network, Delta, communities\n\n\"Farid\" <farid@example.org>";
        var wrong = await Send(path, ("people", Good + "\nnobody"), ("group", "practice"));
        wrong.MustBe(422).Text.ShouldContain("Line 4 cannot be read");
        var invalid = await Send(path, ("people", "A <a@example.org>\nB <nonsense>"), ("group", "practice"));
        invalid.MustBe(422).Text.ShouldContain("Line 2: Write an email address");
        (await Send(path, ("people", Good), ("group", "practice"))).MustBe(303);
        var people = (await _host.Send(new ListParticipants(dialogue.Id, "a", Limit: 200))).Items;
        people
            .Single(p => p.Name == "Esha Khan")
            .ShouldSatisfyAllConditions(p => p.Group.ShouldBe("communities"), p => p.Organization.ShouldBe("Network, Delta"));
        people.Single(p => p.Name == "Farid").Group.ShouldBe("practice");
        (await Send(path, ("people", "Esha <ESHA@example.org>"), ("group", "practice")))
            .MustBe(422)
            .Text.ShouldContain("is invited already");
    }

    [DatabaseFact]
    public async Task A_conflict_is_shown_on_the_page_of_the_room()
    {
        var dialogue = await Make();
        var answer = await Send(
            $"{dialogue.Page}/rooms/{dialogue.GroupB.Value}/people",
            ("role", "participant"),
            ("participantIds", $"{dialogue.Amena.Value}")
        );
        answer.MustBe(422).Text.ShouldContain("Amena Begum has another place in this segment: Group A.");
        var free = Read(await _officer.Get($"{dialogue.Page}/rooms/{dialogue.GroupB.Value}/people"));
        free.QuerySelectorAll("input[name=participantIds]").Length.ShouldBe(1, "only Dipa has no place in this segment");
    }

    [DatabaseFact]
    public async Task The_grid_moves_contributors_on_by_one_button()
    {
        var dialogue = await Make();
        var page = Read(await _officer.Get(dialogue.Page + "/rotation"));
        page.QuerySelectorAll("form[action$='/rotate']").Length.ShouldBe(2);
        (await Send($"{dialogue.Page}/segments/{dialogue.First.Value}/rotate")).MustBe(303);
        var row = Read(await _officer.Get(dialogue.Page + "/rotation")).QuerySelector("tbody tr")!;
        row.TextContent.ShouldContain("Amena Begum");
        row.QuerySelectorAll("td").Select(td => td.TextContent.Trim()).ShouldBe(["Group A", "Group B", "–"]);
        var refused = await Send($"{dialogue.Page}/segments/{dialogue.Plenary.Value}/rotate");
        refused.MustBe(422).Text.ShouldContain("This is the last segment");
    }

    [DatabaseFact]
    public async Task Notes_become_an_outcome_and_the_outcome_a_commitment()
    {
        var dialogue = await (await Make()).Running();
        (await Send($"{dialogue.Page}/rooms/{dialogue.GroupA.Value}", ("text", "Read it together"))).MustBe(303);
        var note = Read(await _officer.Get(dialogue.Page + "/notes")).QuerySelector("input[name=noteIds]")!.GetAttribute("value");
        var form = Read(await _officer.Get($"{dialogue.Page}/outcomes/new?noteIds={note}"));
        form.QuerySelector("input[type=hidden][name=noteIds]")!.GetAttribute("value").ShouldBe(note);
        form.Body!.TextContent.ShouldContain("It comes from 1 chosen note.");

        var row = await Send(dialogue.Page + "/outcomes/new", ("action", "addStep"), ("title", "A pathway"));
        Read(row).QuerySelector("input[name='steps[0].title']").ShouldNotBeNull();
        (
            await Send(
                dialogue.Page + "/outcomes/new",
                ("noteIds", note!),
                ("kind", "pathway"),
                ("title", "Read registers together"),
                ("steps[0].title", "Agree on a day"),
                ("steps[0].leadId", $"{_own.Value}")
            )
        ).MustBe(303);
        var outcome = (await _host.Send(new ListOutcomes(dialogue.Id))).Items.ShouldHaveSingleItem();
        outcome.NoteIds.ShouldBe([Guid.Parse(note!)]);
        outcome.Steps.ShouldHaveSingleItem().Lead.ShouldBe("Own");

        var taken = await Send(
            $"{dialogue.Page}/outcomes/{outcome.Id}/commitment",
            ("stepId", $"{outcome.Steps[0].Id}"),
            ("organizationId", $"{_own.Value}")
        );
        taken.MustBe(303);
        var id = Regex.Match(taken.Headers.Location!.ToString(), "/commitments/([^/]+)/revise").Groups[1].Value;
        var commitment = (await _officer.Get("/commitments/" + id)).MustBe(200);
        commitment.Text.ShouldContain("From the dialogue");
        commitment.Text.ShouldContain("Read registers together");
        (await _officer.Get(dialogue.Page)).Text.ShouldContain("drafted a commitment");
    }

    [DatabaseFact]
    public async Task What_is_typed_into_a_note_is_kept_until_it_is_added()
    {
        var dialogue = await (await Make()).Running();
        var path = $"{dialogue.Page}/rooms/{dialogue.GroupA.Value}";
        (await Send(path, ("action", "draft"), ("text", "Half a thou"))).MustBe(204);
        var form = Read(await _officer.Get(path)).QuerySelector("form[data-autosave]").ShouldNotBeNull();
        form.QuerySelector("textarea")!.TextContent.Trim().ShouldBe("Half a thou");
        (await _host.Send(new ListNotes(dialogue.Id))).Items.ShouldBeEmpty("it is no note yet");
        var key = ("form-key", Guid.NewGuid().ToString("n"));
        (await Send(path, ("text", "Half a thought more"), key)).MustBe(303);
        Read(await _officer.Get(path)).QuerySelector("form[data-autosave] textarea")!.TextContent.Trim().ShouldBeEmpty();
        (await Send(path, ("action", "draft"), ("text", "Half a thought"), key)).MustBe(204);
        Read(await _officer.Get(path)).QuerySelector("form[data-autosave] textarea")!.TextContent.Trim().ShouldBeEmpty("it is a note");
    }

    [DatabaseFact]
    public async Task The_form_for_a_commitment_offers_organizers_every_member_and_chooses_the_proposed_lead()
    {
        var dialogue = await (await Make()).Running();
        var pathway = new OutcomeDraft
        {
            Kind = OutcomeKind.Pathway,
            Title = "Read registers together",
            Steps = [new("Agree on a day", _other.Value), new("Print them", Lead: "The posts")],
        };
        var outcome = await _host.Send(new RecordOutcome(dialogue.Id, pathway));
        var steps = (await _host.Send(new GetOutcome(dialogue.Id, outcome))).Steps;
        var path = $"{dialogue.Page}/outcomes/{outcome.Value}/commitment";
        var form = Read(await _officer.Get($"{path}?stepId={steps[0].Id}"));
        var offered = form.QuerySelectorAll("select[name=organizationId] option").Select(option => option.GetAttribute("value")).ToList();
        offered.ShouldContain($"{_own.Value}");
        offered.ShouldContain($"{_other.Value}");
        form.QuerySelector("select[name=organizationId] option[selected]")!.GetAttribute("value").ShouldBe($"{_other.Value}");
        Read(await _officer.Get($"{path}?stepId={steps[1].Id}")).Body!.TextContent.ShouldContain("Proposed lead: The posts");

        var sent = await Send(path, ("stepId", $"{steps[0].Id}"), ("organizationId", $"{_other.Value}"));
        var address = sent.MustBe(303).Headers.Location!.ToString();
        address.ShouldNotContain("/revise", customMessage: "the other organization completes it");
        var commitment = (await _officer.Get(address)).MustBe(200).Text;
        commitment.ShouldContain("The draft was made. The organization completes it and submits it.");
        commitment.ShouldContain("Step of the pathway:");
        var list = (await _officer.Get($"/commitments?dialogueId={dialogue.Id.Value}")).MustBe(200).Text;
        list.ShouldContain("From one dialogue");
        list.ShouldContain("Agree on a day");
    }

    [DatabaseFact]
    public async Task An_outcome_without_evidence_and_notes_says_so()
    {
        var dialogue = await (await Make()).Running();
        await dialogue.Outcome(await dialogue.Note());
        var page = (await _officer.Get(dialogue.Page)).MustBe(200).Text;
        page.ShouldContain("No evidence was named.");
        page.ShouldNotContain("No note was named");
        page.ShouldContain("It comes from 1 note");
        var proven = new OutcomeDraft
        {
            Kind = OutcomeKind.Recommendation,
            Title = "Pay the fares",
            Evidence = "A survey.",
        };
        var outcome = await _host.Send(new RecordOutcome(dialogue.Id, proven));
        var one = (await _officer.Get($"{dialogue.Page}/outcomes/{outcome.Value}")).MustBe(200).Text;
        one.ShouldContain("A survey.");
        one.ShouldNotContain("No evidence was named.");
        one.ShouldContain("No note was named that it comes from.");
    }

    [DatabaseFact]
    public async Task A_published_dialogue_offers_no_changes_but_shows_what_nobody_took_up()
    {
        var dialogue = await (await Make()).Running();
        await dialogue.Outcome();
        await dialogue.Publish();
        await _host.Send(new SetTakeUpDay(dialogue.Id, TestClock.Day("2026-12-24")));
        var now = _host.Clock.Now;
        try
        {
            _host.Clock.Set("2026-12-25T00:00:00Z");
            using var board = _host.Client(await _host.Key(_own, "board"));
            var page = (await board.Get(dialogue.Page)).MustBe(200);
            page.Text.ShouldContain("Nobody took it up");
            page.Text.ShouldNotContain("/plan\"");
        }
        finally
        {
            _host.Clock.Now = now;
        }
    }

    private Task<GivenDialogue> Make() => GivenDialogue.Make(_host, _own, _partnership);

    private Task<Answer> Send(string path, params (string Name, string Value)[] fields) => _officer.Post(path, PageRows.Fields(fields));
}
