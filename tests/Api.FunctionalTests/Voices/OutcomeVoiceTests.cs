using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Api.FunctionalTests.Dialogues;
using PartnershipTracker.Application.Dashboard;
using PartnershipTracker.Application.Dialogues;
using PartnershipTracker.Application.Reports;
using PartnershipTracker.Domain.Dialogues;
using PartnershipTracker.Domain.Reports;
using PartnershipTracker.TestKit;
using static PartnershipTracker.Api.FunctionalTests.Access.PageRows;
using static PartnershipTracker.Api.FunctionalTests.ReportLinks.Visitor;

namespace PartnershipTracker.Api.FunctionalTests.Voices;

public sealed class OutcomeVoicesOnSqlite(OnSqlite fixture) : OutcomeVoiceTests(fixture), IClassFixture<OnSqlite>;

public sealed class OutcomeVoicesOnPostgreSql(OnPostgreSql fixture) : OutcomeVoiceTests(fixture), IClassFixture<OnPostgreSql>;

/// <summary>Voices on what a published dialogue agreed on.</summary>
public abstract class OutcomeVoiceTests(HostFixture fixture)
{
    private readonly TrackerHost _host = fixture.Host;
    private readonly HttpClient _secretariat = fixture.Host.Client();

    [DatabaseFact]
    public async Task A_voice_stands_beside_the_outcome_once_the_dialogue_is_published()
    {
        var (place, dialogue, outcome) = await Made();
        var voices = dialogue.Url + "/voices";
        (await place.Key.Post(voices, Body(place, outcome))).MustRefuse(404, "dialogue.notFound");
        await dialogue.Publish();
        var give = $"{dialogue.Page}/voices/new?claimKind=outcome&claimId={outcome.Value}";
        (await Within8(place.Key, dialogue.Page)).ShouldContain(give);
        (await Within8(_secretariat, dialogue.Page)).ShouldNotContain("/voices/new");

        var voice = (await place.Key.Post(voices, Body(place, outcome, "disputes", "named"))).MustBe(201);
        voice["claimTitle"].GetString().ShouldBe("Registers are read together");
        voice["dialogueId"].GetGuid().ShouldBe(dialogue.Id.Value);
        voice["commitmentId"].ValueKind.ShouldBe(JsonValueKind.Null);
        (await _secretariat.Get($"{voices}?claimId={outcome.Value}&stance=disputes")).Items.ShouldHaveSingleItem();
        (await _secretariat.Get(voices + "?stance=confirms")).Items.ShouldBeEmpty();
        (await _secretariat.Get($"/api/v1/history?dialogueId={dialogue.Id.Value}"))
            .Items[0]
            .GetProperty("text")
            .GetString()
            .ShouldBe("Riverside neighbours (community representative) gave a voice on a dialogue outcome: disputes.");

        var page = await Within8(_secretariat, dialogue.Page);
        page.ShouldContain("What communities say</a>: 1 disputes");
        page.ShouldContain("1 differs from what was agreed");
        page.ShouldContain("The door was closed on both Fridays.");
        page.ShouldContain("outcome on which voices of communities differ");
        var all = await Within8(_secretariat, dialogue.Page + "/voices");
        all.ShouldContain("One voice differs from what was agreed");
        all.ShouldContain("On the outcome “\u2068Registers are read together\u2069”");
    }

    [DatabaseFact]
    public async Task Nobody_speaks_of_an_outcome_of_their_own_dialogue_or_of_another_claim_in_its_place()
    {
        var (place, dialogue, outcome) = await Made();
        await dialogue.Publish();
        var voices = dialogue.Url + "/voices";
        using var own = _host.Client(await _host.Key(place.Accountable, "community"));
        (await own.Post(voices, Body(place, outcome))).MustRefuse(403, "access.ownCase");
        (await own.Get($"{dialogue.Page}/voices/new?claimKind=outcome&claimId={outcome.Value}")).MustBe(403);
        (await own.Get(dialogue.Page)).MustBe(200).Text.ShouldNotContain("/voices/new");
        (await own.Get($"/api/v1/voices/claims?kind=outcome&dialogueId={dialogue.Id.Value}")).Items.ShouldBeEmpty();
        using var officer = _host.Client(await _host.Key(place.Community, "officer"));
        (await officer.Post(voices, Body(place, outcome))).MustRefuse(403, "access.notAllowed");

        (await place.Key.Post(voices, Body(place, new OutcomeId(Guid.NewGuid())))).MustRefuse(404, "voiceClaim.notFound");
        (await place.Key.Post(voices, place.Body())).MustRefuse(404, "voiceClaim.notFound");
        (await place.Key.Post(place.Url + "/voices", Body(place, outcome))).MustRefuse(404, "voiceClaim.notFound");
        var other = await (await GivenDialogue.Make(_host, place.Accountable)).Running();
        await other.Outcome();
        await other.Publish();
        (await place.Key.Post(other.Url + "/voices", Body(place, outcome))).MustRefuse(404, "voiceClaim.notFound");
    }

    [DatabaseFact]
    public async Task Outcomes_on_which_voices_differ_are_a_figure_and_a_filter_but_an_open_question_claims_nothing()
    {
        var (place, dialogue, outcome) = await Made();
        var question = await _host.Send(
            new RecordOutcome(dialogue.Id, new OutcomeDraft { Kind = OutcomeKind.OpenQuestion, Title = "Who translates?" })
        );
        await dialogue.Publish();
        await Found(place, dialogue, none: 1);
        await Give(question, "disputes");
        await Found(place, dialogue, any: 1);
        await Give(outcome, "confirms");
        await Found(place, dialogue, any: 1, confirming: 1);
        var partly = await Give(outcome, "partly");
        await Found(place, dialogue, any: 1, diverging: 1);
        (await Within8(_secretariat, "/dialogues?voices=none")).ShouldNotContain(dialogue.Page);
        (await Within8(_secretariat, "/dialogues?voices=diverging")).ShouldContain(dialogue.Page);
        (await _secretariat.Post($"{dialogue.Url}/voices/{partly}/hide", new { reason = "A name." })).MustBe(200);
        await Found(place, dialogue, any: 1);

        async Task<string> Give(OutcomeId claim, string stance) =>
            (await place.Key.Post(dialogue.Url + "/voices", Body(place, claim, stance))).MustBe(201).Id;
    }

    [DatabaseFact]
    public async Task Outcomes_on_which_voices_differ_are_counted_on_the_overview_in_the_summary_and_in_the_mail_to_the_board()
    {
        var (place, dialogue, outcome) = await Made();
        await dialogue.Publish();
        var before = await Summary();
        (await place.Key.Post(dialogue.Url + "/voices", Body(place, outcome))).MustBe(201);
        (await Summary()).ShouldBe(before + 1);
        (await Within8(_secretariat, "/")).ShouldContain("/dialogues?voices=diverging");
        var ours = new ReportFilter(place.Partnership.Value);
        (await _host.Send(new GetOverview(ours))).OutcomesDiffer.ShouldBe(1);
        (await _host.Send(new GetOverview(ours with { OrganizationId = place.Community.Value }))).OutcomesDiffer.ShouldBe(0);
        (await _host.Send(new GetOverview(ours with { CountryCode = "BD" }))).OutcomesDiffer.ShouldBe(1);
        (await _host.Send(new GetOverview(ours with { CountryCode = "CH" }))).OutcomesDiffer.ShouldBe(0);

        var email = $"{Guid.NewGuid():n}@board.example";
        var schedule = await _host.Send(new ScheduleReport("Board", AccountabilityReportFrequency.Weekly, 8, "UTC", [email], Filter: ours));
        await _host.Send(new RunReportSchedule(schedule));
        var mail = await _host.Db(db => db.Mails.OrderByDescending(m => m.Seq).FirstAsync(m => m.Recipient == email));
        mail.Text.ShouldContain("On one outcome of a dialogue a voice of a community differs from what was agreed.");
        mail.Text.ShouldContain("/dialogues?voices=diverging");
        mail.Text.ShouldNotContain("/commitments?voices=diverging");
        mail.Html.ShouldContain("On one outcome of a dialogue");

        async Task<int> Summary() => (await _secretariat.Get("/api/v1/dashboard/summary"))["outcomesDiffer"].GetInt32();
    }

    [DatabaseFact]
    public async Task The_organizer_answers_the_secretariat_hides_and_restores_and_the_person_withdraws()
    {
        var (place, dialogue, outcome) = await Made();
        await dialogue.Publish();
        var (_, _, amina) = await place.Person();
        var give = $"{dialogue.Page}/voices/new?claimKind=outcome&claimId={outcome.Value}";
        var form = await Within8(amina, give);
        form.ShouldContain("Registers are read together");
        form.ShouldContain("Agree on a day");
        var said = Fields(("stance", "partly"), ("shownAs", "named"), ("label", "Amina"), ("text", "Two villages were not asked."));
        (await amina.Post(give, said)).MustBe(303).Headers.Location!.ToString().ShouldBe("/voices/mine");
        (await Within8(amina, "/voices/mine")).ShouldContain("Registers are read together");
        var id = (await amina.Get("/api/v1/voices")).Items.ShouldHaveSingleItem().GetProperty("id").GetString();
        var (voice, page) = ($"{dialogue.Url}/voices/{id}", $"{dialogue.Page}/voices/{id}");

        using var officer = _host.Client(await _host.Key(place.Accountable, "officer"));
        using var stranger = _host.Client(await _host.Key(place.Community, "officer"));
        (await stranger.Post(voice + "/reply", new { text = "No." })).MustRefuse(403, "access.notYourOrganization");
        (await Within8(officer, dialogue.Page + "/voices")).ShouldContain(page + "/reply");
        (await officer.Post(page + "/reply", Fields(("text", "We ask them in May.")))).MustBe(303);
        (await Within8(_secretariat, dialogue.Page)).ShouldContain("We ask them in May.");

        (await _secretariat.Post(page + "/hide", Fields(("reason", "It names a child.")))).MustBe(303);
        (await Within8(officer, dialogue.Page)).ShouldNotContain("Two villages were not asked.");
        (await Within8(officer, dialogue.Page + "/voices")).ShouldContain("It names a child.");
        (await _secretariat.Post(voice + "/restore")).MustBe(200);
        (await Within8(officer, dialogue.Page)).ShouldContain("Two villages were not asked.");
        (await _secretariat.Post(voice + "/identity")).MustBe(200).Headers.CacheControl!.NoStore.ShouldBeTrue();

        (await place.Key.Post(voice + "/withdraw")).MustRefuse(404, "voice.notFound");
        (await amina.Post(page + "/withdraw", Fields())).MustBe(303);
        (await _secretariat.Get(voice))["state"].GetString().ShouldBe("withdrawn");
        (await Within8(_secretariat, dialogue.Page)).ShouldNotContain("Two villages were not asked.");
    }

    [DatabaseFact]
    public async Task A_community_finds_the_outcome_among_its_claims_and_invites_people_to_speak_of_it_by_a_link()
    {
        var (place, dialogue, outcome) = await Made();
        await dialogue.Publish();
        var claim = (await place.Key.Get($"/api/v1/voices/claims?kind=outcome&dialogueId={dialogue.Id.Value}"))
            .MustBe(200)
            .Items.ShouldHaveSingleItem();
        claim.GetProperty("title").GetString().ShouldBe("Registers are read together");
        claim.GetProperty("dialogueTitle").GetString().ShouldBe("Health posts and villages");
        claim.GetProperty("commitmentId").ValueKind.ShouldBe(JsonValueKind.Null);
        claim.GetProperty("steps").EnumerateArray().Select(s => s.GetString()).ShouldBe(["Agree on a day", "Print the registers"]);
        (await place.Key.Get($"/api/v1/voices/claims?kind=outcome&commitmentId={place.Id.Value}")).Items.ShouldBeEmpty();
        (await Within8(place.Key, "/voices?kind=outcome")).ShouldContain(
            $"/voices/invitations/new?dialogueId={dialogue.Id.Value}&claimKind=outcome&claimId={outcome.Value}"
        );

        var email = $"{Guid.NewGuid():n}@phone.example";
        (
            await place.Key.Post(
                "/api/v1/voices/invitations",
                new
                {
                    commitmentId = place.Id.Value,
                    claimKind = "outcome",
                    claimId = outcome.Value,
                    email,
                }
            )
        ).MustBe(400)["errors"].TryGetProperty("dialogueId", out _).ShouldBeTrue();
        var token = await place.InviteWith(
            email,
            new
            {
                dialogueId = dialogue.Id.Value,
                claimKind = "outcome",
                claimId = outcome.Value,
                email,
            }
        );
        using var browser = _host.Client(null);
        var link = "/voice/" + token;
        var form = WebUtility.HtmlDecode((await browser.Get(link)).MustBe(200).Text);
        form.ShouldContain("Health posts and villages");
        form.ShouldContain("Agreed: “\u2068Registers are read together\u2069”");
        form.ShouldContain("Print the registers");
        var said = Form(("action", "give"), ("stance", "confirms"), ("shownAs", "protected"), ("text", "We were there."));
        (await browser.Post(link, said)).MustBe(303);
        (await browser.Get(link)).MustBe(200).Text.ShouldContain("Your voice was received");
        (await Within8(_secretariat, dialogue.Page)).ShouldContain("What communities say</a>: 1 confirms");
        (await browser.Post(link, Form(("action", "withdraw")))).MustBe(303);
        (await Within8(_secretariat, dialogue.Page)).ShouldNotContain("1 confirms");
    }

    [DatabaseFact]
    public async Task A_commitment_offers_to_give_a_voice_to_whom_it_is_allowed()
    {
        var place = await Neighbourhood.MakeAsync(_host);
        var give = $"{place.Page}/voices/new?claimKind=progressReport&claimId={place.Report.Value}";
        (await Within8(place.Key, place.Page)).ShouldContain(give);
        (await Offer(place.Key)).GetProperty("parts").EnumerateArray().Select(p => p.GetGuid()).ShouldBe([place.Report.Value]);
        using var own = _host.Client(await _host.Key(place.Accountable, "community"));
        (await Within8(own, place.Page)).ShouldNotContain("/voices/new");
        (await Offer(own)).GetProperty("code").GetString().ShouldBe("access.ownCase");

        async Task<JsonElement> Offer(HttpClient reader) =>
            (await reader.Get(place.Url + "/actions"))
                .MustBe(200)["actions"]
                .EnumerateArray()
                .Single(a => a.GetProperty("action").GetString() == "addVoice");
    }

    /// <summary>A dialogue under way of the accountable organization, with an outcome.</summary>
    private async Task<(Neighbourhood Place, GivenDialogue Dialogue, OutcomeId Outcome)> Made()
    {
        var place = await Neighbourhood.MakeAsync(_host);
        var dialogue = await (await GivenDialogue.Make(_host, place.Accountable, place.Partnership)).Running();
        return (place, dialogue, await dialogue.Outcome());
    }

    private static object Body(Neighbourhood place, OutcomeId claim, string stance = "disputes", string shownAs = "protected") =>
        place.Body(stance, shownAs, ("claimKind", "outcome"), ("claimId", claim.Value));

    private async Task Found(Neighbourhood place, GivenDialogue dialogue, int diverging = 0, int confirming = 0, int any = 0, int none = 0)
    {
        foreach (var (filter, count) in new[] { ("diverging", diverging), ("confirming", confirming), ("any", any), ("none", none) })
            (await _secretariat.Get($"/api/v1/dialogues?voices={filter}&organizationId={place.Accountable.Value}"))["total"]
                .GetInt32()
                .ShouldBe(count, filter);
        (await _secretariat.Get(dialogue.Url))["voicesDiffer"].GetInt32().ShouldBe(diverging);
    }

    private async Task<string> Within8(HttpClient reader, string path)
    {
        var text = "";
        var commands = await _host.Sql.During(async () => text = (await reader.Get(path)).MustBe(200).Text);
        commands.Count.ShouldBeLessThanOrEqualTo(8, path);
        text.Length.ShouldBeLessThan(150_000);
        return WebUtility.HtmlDecode(text);
    }
}
