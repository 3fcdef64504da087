using System.Net;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Api.FunctionalTests.Dialogues;
using PartnershipTracker.Application.Voices;
using PartnershipTracker.Domain.Mail;
using PartnershipTracker.Domain.Notices;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.Voices;

public sealed class UnansweredVoicesOnSqlite(OnSqlite fixture) : UnansweredVoiceTests(fixture), IClassFixture<OnSqlite>;

public sealed class UnansweredVoicesOnPostgreSql(OnPostgreSql fixture) : UnansweredVoiceTests(fixture), IClassFixture<OnPostgreSql>;

/// <summary>The organization that made a claim learns of the voices on it, and finds those that wait for its answer.</summary>
public abstract class UnansweredVoiceTests(HostFixture fixture)
{
    private readonly TrackerHost _host = fixture.Host;
    private readonly HttpClient _secretariat = fixture.Host.Client();

    [DatabaseFact]
    public async Task The_organization_is_told_on_the_day_after_once_and_neither_what_is_said_nor_by_whom()
    {
        var place = await Neighbourhood.MakeAsync(_host);
        var (_, email, amina) = await place.Person();
        await place.Give("disputes", "named");
        (await amina.Post(place.Url + "/voices", place.Body("confirms"))).MustBe(201);
        await _host.Send(new SendVoiceNotices());
        (await MailsAbout(place.Id.Value)).ShouldBeEmpty("the time of the mail could tell who spoke");

        _host.Clock.Now += TimeSpan.FromDays(1);
        (await _host.Send(new SendVoiceNotices())).ShouldBeGreaterThan(0);
        await _host.Send(new SendVoiceNotices());
        var mail = (await MailsAbout(place.Id.Value)).ShouldHaveSingleItem();
        mail.Recipient.ShouldBe("focal@example.org");
        mail.Subject.ShouldBe("Communities have given 2 voices on “Clinics open on Fridays”");
        mail.Text.ShouldContain(place.Page + "/voices");
        foreach (var secret in new[] { "door", "Amina", "Ana", "neighbours", "confirms", email })
            (mail.Html + mail.Text).ShouldNotContain(secret, Case.Sensitive);

        // A later voice is told of on its own, an answered or withdrawn one is not.
        using var officer = _host.Client(await _host.Key(place.Accountable, "officer"));
        var replaced = await place.Give("partly", "named");
        (await officer.Post($"{place.Url}/voices/{replaced.Id}/reply", new { text = "We look again." })).MustBe(200);
        _host.Clock.Now += TimeSpan.FromDays(1);
        await _host.Send(new SendVoiceNotices());
        (await MailsAbout(place.Id.Value)).Count.ShouldBe(1);
        await place.Give("disputes", "named");
        _host.Clock.Now += TimeSpan.FromDays(1);
        await _host.Send(new SendVoiceNotices());
        (await MailsAbout(place.Id.Value)).Count.ShouldBe(2);
        (await _host.Db(db => db.Voices.CountAsync(v => v.CommitmentId == place.Id && v.NoticeOn != null))).ShouldBe(0);
        _host.Clock.Now = TestClock.Start;
    }

    [DatabaseFact]
    public async Task The_organizer_of_a_dialogue_is_told_of_voices_on_its_outcomes()
    {
        var (place, dialogue, claim) = await OfDialogue();
        (await place.Key.Post(dialogue.Url + "/voices", place.Body(others: claim))).MustBe(201);
        _host.Clock.Now += TimeSpan.FromDays(1);
        await _host.Send(new SendVoiceNotices());
        var mail = (await MailsAbout(dialogue.Id.Value)).ShouldHaveSingleItem();
        mail.Subject.ShouldBe("A community has given a voice on “Health posts and villages”");
        mail.Text.ShouldContain(dialogue.Page + "/voices");
        _host.Clock.Now = TestClock.Start;
    }

    [DatabaseFact]
    public async Task What_disputes_a_claim_or_confirms_it_only_partly_waits_for_an_answer_among_the_work_of_the_organization()
    {
        var (place, dialogue, claim) = await OfDialogue();
        using var officer = _host.Client(await _host.Key(place.Accountable, "officer"));
        using var stranger = _host.Client(await _host.Key(place.Community, "officer"));
        (await Waiting(officer)).ShouldBe(0);
        (await Within8(officer, "/voices/unanswered")).ShouldContain("No voice waits for an answer");
        await place.Give("cannotSay");
        await place.Give("confirms");
        (await Waiting(officer)).ShouldBe(0, "these can be answered, too, but do not wait for it");
        var partly = await place.Give("partly");
        var onOutcome = (await place.Key.Post(dialogue.Url + "/voices", place.Body(others: claim))).MustBe(201);
        (await Waiting(officer)).ShouldBe(2);
        (await Waiting(stranger)).ShouldBe(0);

        var list = (await officer.Get("/api/v1/voices/unanswered")).MustBe(200);
        list.Items.Select(v => v.GetProperty("id").GetString())
            .ShouldBe([partly.Id, onOutcome.Id], "the one that has waited longest first");
        list.Items[0].GetProperty("subjectTitle").GetString().ShouldBe("Clinics open on Fridays");
        (await stranger.Get("/api/v1/voices/unanswered")).Items.ShouldBeEmpty();
        var work = await Within8(officer, "/work");
        work.ShouldContain("2 voices of communities wait for your answer");
        work.ShouldContain($"{place.Page}/voices/{partly.Id}/reply");
        work.ShouldContain($"{dialogue.Page}/voices/{onOutcome.Id}/reply");
        var page = await Within8(officer, "/voices/unanswered");
        page.ShouldContain("2 voices wait for an answer");
        page.ShouldContain($"{place.Page}/voices/{partly.Id}/reply");
        (await Within8(_secretariat, "/voices/unanswered")).ShouldNotContain("/reply");
        (await officer.Get("/api/v1/exports/voices/unanswered.csv")).MustBe(200).Text.ShouldContain(partly.Id);

        foreach (var (url, voice, other) in new[] { (place.Url, partly.Id, false), (dialogue.Url, onOutcome.Id, true) })
        {
            var voices = url + "/voices?unanswered=";
            (await _secretariat.Get(voices + "true")).Items.ShouldHaveSingleItem().GetProperty("id").GetString().ShouldBe(voice);
            (await _secretariat.Get(voices + "false")).Items.Any(v => v.GetProperty("id").GetString() == voice).ShouldBeFalse();
            var lists = other ? "/api/v1/dialogues" : "/api/v1/commitments";
            var filter = $"{lists}?voices=unanswered&organizationId={place.Accountable.Value}";
            (await _secretariat.Get(filter)).Items.ShouldHaveSingleItem();
            (await officer.Post($"{url}/voices/{voice}/reply", new { text = "We look again." })).MustBe(200);
            (await _secretariat.Get(filter)).Items.ShouldBeEmpty();
            (await _secretariat.Get(voices + "false")).Items.ShouldNotBeEmpty();
        }

        (await Waiting(officer)).ShouldBe(0);
        var none = await Within8(officer, place.Page + "/voices?unanswered=true");
        none.ShouldContain("No voice waits for an answer");
        none.ShouldContain("Show all voices on this commitment");
        (await Within8(officer, place.Page + "/voices")).ShouldContain($"{place.Page}/voices?unanswered=true");
    }

    /// <summary>A published dialogue of the accountable organization, and its outcome as members of the body of a voice.</summary>
    private async Task<(Neighbourhood Place, GivenDialogue Dialogue, (string, object?)[] Claim)> OfDialogue()
    {
        var place = await Neighbourhood.MakeAsync(_host);
        var dialogue = await (await GivenDialogue.Make(_host, place.Accountable, place.Partnership)).Running();
        var outcome = await dialogue.Outcome();
        await dialogue.Publish();
        return (place, dialogue, [("claimKind", "outcome"), ("claimId", outcome.Value)]);
    }

    private Task<List<OutgoingMail>> MailsAbout(Guid subject) =>
        _host.Db(db =>
            db
                .Mails.Where(m => db.Notices.Any(n => n.MailId == m.Id && n.ItemId == subject && n.Kind == NoticeKind.VoicesGiven))
                .ToListAsync()
        );

    private static async Task<int> Waiting(HttpClient caller) =>
        (await caller.Get("/api/v1/work")).MustBe(200)["unansweredVoices"].GetProperty("total").GetInt32();

    private async Task<string> Within8(HttpClient reader, string path)
    {
        var text = "";
        var commands = await _host.Sql.During(async () => text = (await reader.Get(path)).MustBe(200).Text);
        commands.Count.ShouldBeLessThanOrEqualTo(8, path);
        text.Length.ShouldBeLessThan(150_000);
        return WebUtility.HtmlDecode(text);
    }
}
