using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Organizations;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.Voices;

public sealed class VoicesOnSqlite(OnSqlite fixture) : VoiceTests(fixture), IClassFixture<OnSqlite>;

public sealed class VoicesOnPostgreSql(OnPostgreSql fixture) : VoiceTests(fixture), IClassFixture<OnPostgreSql>;

/// <summary>Giving, answering, hiding and withdrawing voices by the API.</summary>
public abstract class VoiceTests(HostFixture fixture)
{
    private readonly TrackerHost _host = fixture.Host;
    private readonly HttpClient _secretariat = fixture.Host.Client();

    [DatabaseFact]
    public async Task A_voice_says_in_its_words_what_it_knows_about_one_claim()
    {
        var place = await Neighbourhood.MakeAsync(_host);
        var voice = await place.Give("partly", "named", ("evidenceUrl", "https://example.org/door.html"), ("evidenceTitle", "The door"));
        var read = (await _secretariat.Get($"{place.Url}/voices/{voice.Id}")).MustBe(200);
        read["stance"].GetString().ShouldBe("partly");
        read["by"].GetString().ShouldBe("Amina Diallo, Riverside neighbours");
        read["text"].GetString().ShouldBe("The door was closed on both Fridays.");
        read["language"].GetString().ShouldBe("bn");
        read["claimAsOf"].GetString().ShouldBe("2026-11-19");
        read["evidenceTitle"].GetString().ShouldBe("The door");
        read["state"].GetString().ShouldBe("given");
        read.Text.ShouldContain("\"givenOn\":\"2026-11-21\"", customMessage: "the day, without the time");
        (await _secretariat.Get(place.Url + "/voices")).Items.ShouldHaveSingleItem().GetProperty("id").GetString().ShouldBe(voice.Id);
        (await _secretariat.Get(place.Url + "/voices?stance=confirms")).Items.ShouldBeEmpty();
        (await _secretariat.Get($"{place.Url}/voices?claimId={place.Report.Value}&claimKind=progressReport")).Items.Length.ShouldBe(1);
        var history = (await _secretariat.Get(place.Url + "/history")).Items[0];
        history
            .GetProperty("text")
            .GetString()
            .ShouldBe("Riverside neighbours (community representative) gave a voice on a progress report: confirms partly.");
    }

    [DatabaseFact]
    public async Task A_later_voice_of_the_same_person_replaces_the_former_and_a_repeated_one_is_given_once()
    {
        var place = await Neighbourhood.MakeAsync(_host);
        var first = await place.Give();
        (await place.Give()).Id.ShouldBe(first.Id, "the same request is done once");
        var second = await place.Give("confirms", "role", ("label", "Midwife"));
        second.Id.ShouldNotBe(first.Id);
        var voices = (await _secretariat.Get(place.Url + "/voices")).Items;
        voices.Select(v => v.GetProperty("state").GetString()).ShouldBe(["given", "withdrawn"]);
        voices[1].GetProperty("stance").ValueKind.ShouldBe(JsonValueKind.Null);
        (await _host.Db(db => db.VoiceIdentities.CountAsync(i => i.ClaimId == place.Report.Value))).ShouldBe(1);
    }

    [DatabaseFact]
    public async Task Invalid_voices_are_refused_at_their_field()
    {
        var place = await Neighbourhood.MakeAsync(_host);
        await Refused(422, "voice.empty", "text", ("text", null));
        await Refused(422, "voice.labelMissing", "label", ("shownAs", "role"), ("label", null));
        await Refused(400, "form.invalid", "language", ("language", "xx"));
        await Refused(400, "form.invalid", "evidenceUrl", ("evidenceUrl", "javascript:alert(1)"));
        await Refused(400, "form.invalid", "text", ("text", new string('x', 8001)));
        await Refused(422, "voice.mediaTypeRefused", "media", ("media", new { content = "JVBERi0xLjc=" }));
        await Refused(
            422,
            "voice.consentMissing",
            "mayBeRecognized",
            ("media", new { content = Convert.ToBase64String(VoiceFiles.Wav()) })
        );
        (await place.Key.Post(place.Url + "/voices", place.Body(others: ("claimId", Guid.NewGuid())))).MustRefuse(
            404,
            "voiceClaim.notFound"
        );
        (await place.Key.Post(place.Url + "/voices", place.Body(others: ("claimKind", "outcome")))).MustRefuse(404, "voiceClaim.notFound");
        (
            await place.Key.Post(place.Url + "/voices", place.Body(others: [("claimKind", "closing"), ("claimId", place.Id.Value)]))
        ).MustRefuse(422, "voice.claimEnded");
        await _host.Send(new ReturnProgressReport(place.Id, place.Report, "More evidence."));
        await Refused(422, "voice.claimEnded", "claimId");

        async Task Refused(int status, string code, string field, params (string, object?)[] others)
        {
            var answer = (await place.Key.Post(place.Url + "/voices", place.Body(others: others))).MustBe(status);
            if (status == 422)
                answer["code"].GetString().ShouldBe(code, answer.Text);
            answer["errors"].TryGetProperty(field, out _).ShouldBeTrue(answer.Text);
        }
    }

    [DatabaseFact]
    public async Task Nobody_speaks_about_a_claim_of_their_own_organization_or_one_that_they_may_not_see()
    {
        var place = await Neighbourhood.MakeAsync(_host, isPublished: false);
        using var own = _host.Client(await _host.Key(place.Accountable, "community"));
        (await own.Post(place.Url + "/voices", place.Body())).MustRefuse(403, "access.ownCase");
        using var stranger = _host.Client(await _host.Key(await _host.Organization("Far away"), "community"));
        (await stranger.Post(place.Url + "/voices", place.Body())).MustRefuse(404, "commitment.notFound");

        // A member of the unpublished partnership speaks about it, but reads only the claim and the own voice.
        var voice = await place.Give();
        (await place.Key.Get(place.Url)).MustBe(404);
        (await place.Key.Get(place.Url + "/voices")).MustBe(404);
        (await place.Key.Get($"{place.Url}/voices/{voice.Id}")).MustBe(200);
        (await place.Key.Get("/api/v1/voices/claims?commitmentId=" + place.Id.Value))
            .Items.ShouldHaveSingleItem()
            .GetProperty("narrative")
            .GetString()
            .ShouldBe("All done.");
        (await own.Get("/api/v1/voices/claims?commitmentId=" + place.Id.Value)).Items.ShouldBeEmpty();
        (await own.Get($"{place.Url}/voices/{voice.Id}")).MustBe(404);

        await _host.Send(new AddSupporter(place.Id, place.Community));
        (await place.Key.Post(place.Url + "/voices", place.Body("confirms"))).MustRefuse(403, "access.ownCase");
    }

    [DatabaseFact]
    public async Task The_accountable_organization_answers_each_voice_and_may_revise_the_answer()
    {
        var place = await Neighbourhood.MakeAsync(_host);
        var voice = await place.Give();
        var reply = $"{place.Url}/voices/{voice.Id}/reply";
        using var reporter = _host.Client(await _host.Key(place.Accountable, "reporter"));
        using var other = _host.Client(await _host.Key(place.Community, "officer"));
        (await reporter.Post(reply, new { text = "We check." })).MustBe(200);
        (await reporter.Post(reply, new { text = "It was a holiday." })).MustBe(200)["reply"].GetString().ShouldBe("It was a holiday.");
        (await other.Post(reply, new { text = "No." })).MustRefuse(403, "access.notYourOrganization");
        (await _secretariat.Post(reply, new { text = "No." })).MustRefuse(403, "access.notYourOrganization");
        (await reporter.Post(reply, new { text = " " })).MustBe(400);
        var history = (await _secretariat.Get(place.Url + "/history")).Items;
        history[0].GetProperty("text").GetString()!.ShouldContain("replaced the answer to a voice");
        history[1].GetProperty("text").GetString()!.ShouldContain("answered a voice");
        history[0].ToString().ShouldNotContain("We check.", customMessage: "what an answer said may name a protected person");
    }

    [DatabaseFact]
    public async Task A_hidden_voice_shows_the_reason_instead_of_its_words_and_can_be_restored()
    {
        var place = await Neighbourhood.MakeAsync(_host);
        var voice = await place.Give();
        var url = $"{place.Url}/voices/{voice.Id}";
        (await _secretariat.Post(url + "/hide", new { reason = "" })).MustBe(400);
        (await _secretariat.Post(url + "/hide", new { reason = "It names a child." })).MustBe(200);
        using var board = _host.Client(await _host.Key(place.Accountable, "board"));
        var hidden = (await board.Get(url)).MustBe(200);
        hidden["state"].GetString().ShouldBe("hidden");
        hidden["hiddenBecause"].GetString().ShouldBe("It names a child.");
        hidden.Text.ShouldNotContain("door");
        (await board.Get("/api/v1/commitments?voices=any&organizationId=" + place.Accountable.Value)).Items.ShouldBeEmpty();
        (await _secretariat.Post(url + "/restore")).MustBe(200);
        (await board.Get(url))["text"].GetString().ShouldBe("The door was closed on both Fridays.");
        (await _secretariat.Post(url + "/restore")).MustRefuse(422, "voice.notHidden");
    }

    [DatabaseFact]
    public async Task A_voice_can_be_withdrawn_at_any_time_by_whoever_gave_it_and_by_nobody_else()
    {
        var place = await Neighbourhood.MakeAsync(_host);
        var (_, _, amina) = await place.Person();
        var voice = (await amina.Post(place.Url + "/voices", place.Body())).MustBe(201);
        var url = $"{place.Url}/voices/{voice.Id}";
        (await place.Key.Post(url + "/withdraw")).MustRefuse(404, "voice.notFound");
        (await amina.Get("/api/v1/voices")).Items.Length.ShouldBe(1);
        (await place.Key.Get("/api/v1/voices")).Items.ShouldBeEmpty();
        await _host.Close(place.Id, ClosingOutcome.Completed, "2026-11-20");
        (await amina.Post(url + "/withdraw")).MustBe(204);
        (await amina.Post(url + "/withdraw")).MustBe(204);
        (await _secretariat.Get(url))["state"].GetString().ShouldBe("withdrawn");
        (await amina.Get("/api/v1/voices")).Items.ShouldBeEmpty();
        (await _host.Db(db => db.VoiceIdentities.CountAsync(i => i.ClaimId == place.Report.Value))).ShouldBe(0);
        (await _secretariat.Get(place.Url + "/history")).Text.ShouldContain("A voice on a progress report was withdrawn.");
    }

    [DatabaseFact]
    public async Task A_photo_is_stored_without_its_place_served_safely_and_deleted_with_its_voice()
    {
        var place = await Neighbourhood.MakeAsync(_host);
        var photo = VoiceFiles.Png();
        System.Text.Encoding.Latin1.GetString(photo).ShouldContain("GPS");
        var voice = await place.Give(
            "confirms",
            "protected",
            ("text", null),
            ("mayBeRecognized", true),
            ("media", new { content = Convert.ToBase64String(photo) })
        );
        voice["media"].GetProperty("contentType").GetString().ShouldBe("image/png");
        var media = $"{place.Url}/voices/{voice.Id}/media";
        var served = (await _secretariat.Get(media)).MustBe(200);
        served.MediaType.ShouldBe("image/png");
        served.Text.ShouldNotContain("GPS");
        served.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("sandbox");
        served.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
        var file = await _host.Db(db => db.Voices.Where(v => v.ClaimId == place.Report.Value).Select(v => v.Media!.File).SingleAsync());
        var path = Path.Combine(_host.Folder, "files", file);
        File.Exists(path).ShouldBeTrue();
        (await place.Key.Post($"{place.Url}/voices/{voice.Id}/withdraw")).MustBe(204);
        File.Exists(path).ShouldBeFalse();
        (await _secretariat.Get(media)).MustRefuse(404, "voiceMedia.notFound");
    }

    [DatabaseFact]
    public async Task Many_voices_are_counted_and_read_in_pages_with_few_commands()
    {
        var place = await Neighbourhood.MakeAsync(_host);
        await place.Give();
        for (var i = 0; i < 30; i++)
        {
            using var other = _host.Client(await _host.Key(await Joined($"Group {i}"), "community"));
            (await other.Post(place.Url + "/voices", place.Body(i % 2 == 0 ? "confirms" : "disputes"))).MustBe(201);
        }

        var first = (await _secretariat.Get(place.Url + "/voices?limit=20")).MustBe(200);
        first["total"].GetInt32().ShouldBe(31);
        (await _secretariat.Get($"{place.Url}/voices?limit=20&cursor={first["next"].GetString()}")).Items.Length.ShouldBe(11);
        (await _host.Sql.During(async () => (await _secretariat.Get(place.Page + "/voices")).MustBe(200))).Count.ShouldBeLessThanOrEqualTo(
            8
        );
        var page = (await _secretariat.Get(place.Page)).MustBe(200);
        page.Text.ShouldContain("16 dispute", Case.Sensitive, "thirty-one voices are counted, not listed");
        page.Text.Length.ShouldBeLessThan(150_000);

        async Task<Domain.Organizations.OrganizationId> Joined(string name) =>
            await _host.Send(new RegisterOrganization(name, "22", "BD", "Asia/Dhaka", IsCommunity: true));
    }
}
