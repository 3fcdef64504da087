using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Api.FunctionalTests.Access;
using PartnershipTracker.Application.Dialogues;
using PartnershipTracker.Application.Mail;
using PartnershipTracker.Domain.Dialogues;
using PartnershipTracker.TestKit;
using static PartnershipTracker.Api.FunctionalTests.Dashboard.Html;

namespace PartnershipTracker.Api.FunctionalTests.Dialogues;

public sealed class DialogueLinksOnSqlite(OnSqlite fixture) : DialogueLinkTests(fixture), IClassFixture<OnSqlite>;

public sealed class DialogueLinksOnPostgreSql(OnPostgreSql fixture) : DialogueLinkTests(fixture), IClassFixture<OnPostgreSql>;

/// <summary>People without an account, with a browser without script.</summary>
public abstract class DialogueLinkTests(HostFixture fixture) : IAsyncLifetime
{
    private readonly TrackerHost _host = fixture.Host;
    private readonly HttpClient _browser = fixture.Host.Client(null);
    private GivenDialogue _dialogue = null!;

    public async Task InitializeAsync() => _dialogue = await GivenDialogue.Make(_host, await _host.Organization("Own"));

    public Task DisposeAsync() => Task.CompletedTask;

    [DatabaseFact]
    public async Task The_page_of_a_link_shows_the_agenda_and_the_own_room_and_changes_nothing()
    {
        var token = await _dialogue.Token("amena");
        var answer = (await _browser.Get("/dialogue/" + token)).MustBe(200);
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        answer.Headers.GetValues("Referrer-Policy").Single().ShouldBe("no-referrer");
        answer.Text.ShouldContain("Your place");
        answer.Text.ShouldNotContain("example.org", customMessage: "no address of anybody");
        var page = Read(answer);
        page.QuerySelectorAll("textarea").ShouldBeEmpty("Amena is no rapporteur");
        page.QuerySelectorAll("script").ShouldBeEmpty();
        (await _dialogue.Host.Send(new GetParticipant(_dialogue.Id, _dialogue.Amena))).Version.ShouldBe(1);
        (await _browser.Get("/dialogue/" + token + "x")).MustBe(404);
    }

    [DatabaseFact]
    public async Task A_participant_accepts_and_may_change_their_mind()
    {
        var token = await _dialogue.Token("amena");
        (await Send(token, ("action", "accept"))).MustBe(303);
        (await _browser.Get("/dialogue/" + token)).Text.ShouldContain("You have accepted.");
        (await Send(token, ("action", "decline"))).MustBe(303);
        (await _host.Send(new GetDialogue(_dialogue.Id))).Accepted.ShouldBe(0);
    }

    [DatabaseFact]
    public async Task A_rapporteur_adds_a_note_once_for_each_form_and_keeps_what_is_typed()
    {
        await _dialogue.Running();
        var token = await _dialogue.Token("chandra");
        var room = ("roomId", _dialogue.GroupA.Value.ToString());
        (await Send(token, ("action", "draft"), room, ("text", "Half a thou"))).MustBe(204);
        Read(await _browser.Get("/dialogue/" + token)).QuerySelector("textarea#text")!.TextContent.Trim().ShouldBe("Half a thou");
        (await Send(token, ("action", "note"), room, ("key", "one"), ("text", "A thought"))).MustBe(303);
        (await Send(token, ("action", "note"), room, ("key", "one"), ("text", "A thought"))).MustBe(303);
        (await _host.Send(new ListNotes(_dialogue.Id))).Items.ShouldHaveSingleItem().Text.ShouldBe("A thought");
        Read(await _browser.Get("/dialogue/" + token)).QuerySelector("textarea#text")!.TextContent.Trim().ShouldBeEmpty("it is a note now");
        (await Send(token, ("action", "question"), room, ("key", "two"), ("question", "Who pays?"))).MustBe(303);
        (await _host.Send(new ListQuestions(_dialogue.Id))).Items.ShouldHaveSingleItem().Room.ShouldBe("Group A");
    }

    [DatabaseFact]
    public async Task What_arrives_after_its_note_was_added_is_not_kept_again()
    {
        await _dialogue.Running();
        var token = await _dialogue.Token("chandra");
        var room = ("roomId", _dialogue.GroupA.Value.ToString());
        (await Send(token, ("action", "note"), room, ("key", "one"), ("text", "A thought"))).MustBe(303);
        (await Send(token, ("action", "draft"), room, ("key", "one"), ("text", "A thou"))).MustBe(204);
        (await Typed()).ShouldBeEmpty("it arrived too late");
        await _host.Db(async db =>
        {
            var group = await db.DialogueRooms.SingleAsync(r => r.Id == _dialogue.GroupA);
            db.DialogueNoteDrafts.Add(new NoteDraft(group, _dialogue.Chandra.Value, "A thou", "one", _host.Clock.Now));
            return await db.SaveChangesAsync();
        });
        (await Typed()).ShouldBeEmpty("it was kept at the same time as the note was added");
        (await Send(token, ("action", "draft"), room, ("key", "two"), ("text", "Another"))).MustBe(204);
        (await Typed()).ShouldBe("Another");

        async Task<string> Typed() => Read(await _browser.Get("/dialogue/" + token)).QuerySelector("textarea#text")!.TextContent.Trim();
    }

    [DatabaseFact]
    public async Task A_participant_gets_a_calendar_file_that_does_not_name_the_link()
    {
        var token = await _dialogue.Token("amena");
        var path = $"/dialogue/{token}/agenda.ics";
        var mail = await _host.Db(db =>
            db.Mails.Where(m => m.Recipient == $"amena.{_dialogue.Tag}@example.org").Select(m => m.Text).SingleAsync()
        );
        mail.ShouldContain(path);
        Read(await _browser.Get("/dialogue/" + token)).QuerySelector($"a[href='{path}']").ShouldNotBeNull();
        var file = (await _browser.Get(path)).MustBe(200);
        file.MediaType.ShouldBe("text/calendar");
        file.Headers.CacheControl!.NoStore.ShouldBeTrue();
        file.Text.ShouldContain("DTSTART:20261201T080000Z\r\nDTEND:20261201T093000Z");
        file.Text.ShouldContain("LOCATION:Community hall");
        file.Text.ShouldNotContain(token);
        file.Text.ShouldNotContain("\nURL", customMessage: "the page of the dialogue needs an account");
        (await _browser.Get($"/dialogue/{token}x/agenda.ics")).MustBe(404);
    }

    [DatabaseFact]
    public async Task Wrong_input_comes_back_with_everything_typed()
    {
        await _dialogue.Running();
        var token = await _dialogue.Token("chandra");
        var long_ = new string('x', 4001);
        var answer = await Send(token, ("action", "note"), ("roomId", $"{_dialogue.GroupA.Value}"), ("key", "k"), ("text", long_));
        answer.MustBe(422).Text.ShouldContain(long_);
        Read(answer).QuerySelector("#text-error").ShouldNotBeNull();
    }

    [DatabaseFact]
    public async Task A_link_allows_nothing_else()
    {
        await _dialogue.Running();
        var outcome = await _dialogue.Outcome();
        var amena = await _dialogue.Token("amena");
        (await Send(amena, ("action", "note"), ("roomId", $"{_dialogue.GroupA.Value}"), ("key", "k"), ("text", "No"))).MustBe(422);
        var chandra = await _dialogue.Token("chandra");
        (await Send(chandra, ("action", "note"), ("roomId", $"{_dialogue.GroupB.Value}"), ("key", "k"), ("text", "No"))).MustBe(422);
        (await Send(chandra, ("action", "agree"), ("outcomeId", $"{outcome.Value}"), ($"level-{outcome.Value}", "agrees"))).MustBe(422);
        (await _host.Send(new ListNotes(_dialogue.Id))).Items.ShouldBeEmpty();
        (await _host.Send(new ListAgreements(_dialogue.Id))).Items.ShouldBeEmpty();
    }

    [DatabaseFact]
    public async Task A_spokesperson_states_how_far_their_group_agrees()
    {
        await _dialogue.Running();
        var outcome = await _dialogue.Outcome();
        await _host.Send(new NameSpokesperson(_dialogue.Id, _dialogue.Amena));
        var token = await _dialogue.Token("amena");
        var (id, level, reason) = (("outcomeId", $"{outcome.Value}"), $"level-{outcome.Value}", $"reason-{outcome.Value}");
        var refused = await Send(token, ("action", "agree"), id, (level, "disagrees"), (reason, ""));
        refused.MustBe(422);
        Read(refused).GetElementById($"{reason}-error").ShouldNotBeNull();
        (await Send(token, ("action", "agree"), id, (level, "disagrees"), (reason, "Nobody asked us."))).MustBe(303);
        var stated = (await _host.Send(new ListAgreements(_dialogue.Id))).Items.ShouldHaveSingleItem();
        (stated.Group, stated.Reason).ShouldBe(("communities", "Nobody asked us."));
    }

    [DatabaseFact]
    public async Task A_spokesperson_reads_steps_evidence_and_notes_before_they_state_anything()
    {
        await _dialogue.Running();
        var outcome = await _dialogue.Outcome(await _dialogue.Note());
        var proven = new OutcomeDraft
        {
            Kind = OutcomeKind.Recommendation,
            Title = "Pay the fares",
            Evidence = "A survey in 40 villages.",
            EvidenceUrl = "https://example.org/fares",
        };
        await _host.Send(new RecordOutcome(_dialogue.Id, proven));
        await _host.Send(new NameSpokesperson(_dialogue.Id, _dialogue.Amena));
        var token = await _dialogue.Token("amena");
        var page = (await _browser.Get("/dialogue/" + token)).MustBe(200);
        foreach (var text in new[] { "Agree on a day", "The posts", "A survey in 40 villages.", "https://example.org/fares" })
            page.Text.ShouldContain(text);
        page.Text.ShouldContain("No evidence was named.");
        page.Text.ShouldContain("No note was named that it comes from.");
        page.Text.ShouldNotContain("Villages want to see the register.");

        var one = (await _browser.Get($"/dialogue/{token}?outcome={outcome.Value}")).MustBe(200);
        Read(page).QuerySelector($"a[href='?outcome={outcome.Value}#agreement']").ShouldNotBeNull();
        one.Text.ShouldContain("Villages want to see the register.");
        one.Text.ShouldNotContain("Pay the fares");
        var fields = PageRows.Fields(("action", "agree"), ("outcomeId", $"{outcome.Value}"), ($"level-{outcome.Value}", "agrees"));
        (await _browser.Post($"/dialogue/{token}?outcome={outcome.Value}", fields)).MustBe(303);
        (await _host.Send(new ListAgreements(_dialogue.Id))).Items.ShouldHaveSingleItem();
        (await _browser.Get($"/dialogue/{token}?outcome={Guid.NewGuid()}")).Text.ShouldContain("Pay the fares");
    }

    [DatabaseFact]
    public async Task A_new_link_ends_the_one_before_and_an_expired_one_says_so()
    {
        var before = await _dialogue.Token("amena");
        await _host.Send(new ResendParticipantLink(_dialogue.Id, _dialogue.Amena));
        (await _browser.Get("/dialogue/" + before)).MustBe(404);
        var token = await _dialogue.Token("amena");
        var now = _host.Clock.Now;
        try
        {
            _host.Clock.Set("2027-01-30T17:59:59Z");
            (await _browser.Get("/dialogue/" + token)).MustBe(200);
            _host.Clock.Set("2027-01-30T18:00:00Z");
            (await _browser.Get("/dialogue/" + token)).MustBe(410).Text.ShouldNotContain("Amena");
            (await _browser.Get($"/dialogue/{token}/agenda.ics")).MustBe(410);
            (await Send(token, ("action", "accept"))).MustBe(410);
        }
        finally
        {
            _host.Clock.Now = now;
        }
    }

    [DatabaseFact]
    public async Task The_mail_with_the_link_is_emptied_after_delivery()
    {
        await _host.Send(new DeliverMail());
        var mail = await _host.Db(db =>
            Task.FromResult(db.Mails.OrderByDescending(m => m.Seq).First(m => m.Recipient == $"amena.{_dialogue.Tag}@example.org"))
        );
        mail.Subject.ShouldBe("Invitation: Health posts and villages");
        (mail.Html, mail.Text).ShouldBe(("", ""));
    }

    [DatabaseFact]
    public async Task The_page_of_a_link_sends_few_SQL_commands()
    {
        await _dialogue.Running();
        OutcomeId outcome = default;
        for (var i = 0; i < 3; i++)
            outcome = await _dialogue.Outcome(await _dialogue.Note());
        await _host.Send(new NameSpokesperson(_dialogue.Id, _dialogue.Chandra));
        var token = await _dialogue.Token("chandra");
        foreach (var path in new[] { "", $"?outcome={outcome.Value}", "/agenda.ics" })
        {
            var commands = await _host.Sql.During(async () => (await _browser.Get($"/dialogue/{token}{path}")).MustBe(200));
            commands.Count.ShouldBeLessThanOrEqualTo(8, path);
        }
    }

    private Task<Answer> Send(string token, params (string Name, string Value)[] fields) =>
        _browser.Post("/dialogue/" + token, new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))));
}
