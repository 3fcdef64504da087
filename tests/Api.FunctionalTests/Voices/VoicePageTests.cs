using PartnershipTracker.TestKit;
using static PartnershipTracker.Api.FunctionalTests.Access.PageRows;

namespace PartnershipTracker.Api.FunctionalTests.Voices;

public sealed class VoicePagesOnSqlite(OnSqlite fixture) : VoicePageTests(fixture), IClassFixture<OnSqlite>;

public sealed class VoicePagesOnPostgreSql(OnPostgreSql fixture) : VoicePageTests(fixture), IClassFixture<OnPostgreSql>;

/// <summary>The pages of a community, of the accountable organization and of the secretariat, without script.</summary>
public abstract class VoicePageTests(HostFixture fixture)
{
    private readonly TrackerHost _host = fixture.Host;
    private readonly HttpClient _secretariat = fixture.Host.Client();

    [DatabaseFact]
    public async Task A_member_of_a_community_finds_a_claim_gives_a_voice_and_withdraws_it()
    {
        var place = await Neighbourhood.MakeAsync(_host);
        var (_, _, amina) = await place.Person();
        var give = $"{place.Page}/voices/new?claimKind=progressReport&claimId={place.Report.Value}";
        var claims = await Within8(amina, "/voices");
        claims.ShouldContain("Clinics open on Fridays");
        claims.ShouldContain(give);
        (await Within8(amina, "/voices?kind=closing")).ShouldContain("No commitment that you may see is closed yet.");
        (await Within8(amina, give)).ShouldContain("Faces and voices identify people");

        var wrong = (await amina.Post(give, Fields(("stance", "partly"), ("shownAs", "named"), ("text", "The door was closed.")))).MustBe(
            422
        );
        wrong.Text.ShouldContain("The door was closed.");
        wrong.Text.ShouldContain("Enter the name or role");
        (await amina.Post(give, Fields(("stance", "partly"), ("shownAs", "named"), ("text", "The door was closed."), ("label", "Amina"))))
            .MustBe(303)
            .Headers.Location!.ToString()
            .ShouldBe("/voices/mine");
        var mine = await Within8(amina, "/voices/mine");
        mine.ShouldContain("Your voice was received.");
        mine.ShouldContain("On the progress report as of 19 November 2026");
        var voice = (await amina.Get("/api/v1/voices")).Items.ShouldHaveSingleItem().GetProperty("id").GetString();
        (await Within8(amina, $"{place.Page}/voices/{voice}/withdraw")).ShouldContain("cannot be brought back");
        (await amina.Post($"{place.Page}/voices/{voice}/withdraw", Fields())).MustBe(303);
        (await Within8(amina, "/voices/mine")).ShouldContain("You have given no voice yet");
        (await Within8(_secretariat, place.Page + "/voices")).ShouldContain("A voice was withdrawn on 21 November 2026.");
    }

    [DatabaseFact]
    public async Task A_community_invites_by_a_page_and_revokes_the_link()
    {
        var place = await Neighbourhood.MakeAsync(_host);
        var (_, _, amina) = await place.Person();
        var invite = $"/voices/invitations/new?commitmentId={place.Id.Value}&claimKind=progressReport&claimId={place.Report.Value}";
        (await Within8(amina, invite)).ShouldContain($"value=\"{place.Report.Value}\"");
        var fields = new[]
        {
            ("commitmentId", $"{place.Id.Value}"),
            ("claimKind", "progressReport"),
            ("claimId", $"{place.Report.Value}"),
            ("email", "rahima@phone.example"),
        };
        (await amina.Post(invite, Fields(fields[..3]))).MustBe(422).Text.ShouldContain("All done.");
        (await amina.Post(invite, Fields(fields))).MustBe(303);
        var list = await Within8(amina, "/voices/invitations");
        list.ShouldNotContain("rahima");
        var id = (await amina.Get("/api/v1/voices/invitations")).Items.ShouldHaveSingleItem().GetProperty("id").GetString();
        (await amina.Post($"/voices/invitations/{id}/revoke", Fields())).MustBe(303);
        (await Within8(amina, "/voices/invitations")).ShouldContain("revoked");
    }

    [DatabaseFact]
    public async Task The_organization_answers_and_the_secretariat_hides_and_restores_by_pages()
    {
        var place = await Neighbourhood.MakeAsync(_host);
        var voice = $"{place.Page}/voices/{(await place.Give()).Id}";
        using var officer = _host.Client(await _host.Key(place.Accountable, "officer"));
        (await Within8(officer, place.Page + "/voices")).ShouldContain(voice + "/reply");
        (await Within8(officer, voice + "/reply")).ShouldContain("Do not try to find out who a protected person is.");
        (await officer.Post(voice + "/reply", Fields(("text", "It was a holiday.")))).MustBe(303);
        (await Within8(officer, place.Page + "/voices")).ShouldContain("It was a holiday.");
        (await Within8(officer, voice + "/reply")).ShouldContain("It was a holiday.");

        (await _secretariat.Post(voice + "/hide", Fields())).MustBe(422);
        (await _secretariat.Post(voice + "/hide", Fields(("reason", "It names a child.")))).MustBe(303);
        var hidden = await Within8(officer, place.Page + "/voices");
        hidden.ShouldContain("It names a child.");
        hidden.ShouldNotContain("The door was closed");
        (await Within8(_secretariat, voice + "/identity")).ShouldContain("recorded among the security events");
        var identity = (await _secretariat.Post(voice + "/identity", Fields())).MustBe(200);
        identity.Text.ShouldContain("Tell nobody unless the person agreed.");
        identity.Headers.CacheControl!.NoStore.ShouldBeTrue();
        (await _secretariat.Post(voice + "/restore", Fields())).MustBe(303);
        (await Within8(officer, place.Page + "/voices")).ShouldContain("The door was closed");
    }

    [DatabaseFact]
    public async Task A_page_of_one_voice_holds_all_of_it_and_each_short_one_leads_there()
    {
        var place = await Neighbourhood.MakeAsync(_host);
        var (_, _, amina) = await place.Person();
        var (words, answer) = (SampleText.English(2000) + " That is all.", SampleText.English(1500) + " We agree.");
        var voice = (await amina.Post(place.Url + "/voices", place.Body("disputes", "named", ("text", words)))).MustBe(201);
        using var officer = _host.Client(await _host.Key(place.Accountable, "officer"));
        (await officer.Post($"{place.Url}/voices/{voice.Id}/reply", new { text = answer })).MustBe(200);
        using var reviewer = _host.Client(await _host.Key(await _host.Organization("University", "80"), "reviewer"));
        var page = $"{place.Page}/voices/{voice.Id}";
        (HttpClient Reader, string Path)[] lists =
        [
            (_secretariat, place.Page),
            (_secretariat, place.Page + "/voices"),
            (reviewer, $"{place.Page}/reports/{place.Report.Value}"),
            (reviewer, place.Page + "/assess"),
            (amina, "/voices/mine"),
        ];
        foreach (var (reader, path) in lists)
        {
            var list = await Within8(reader, path);
            list.ShouldContain($"<a href=\"{page}\">Read the whole voice</a>", Case.Sensitive, path);
            list.ShouldNotContain("That is all.", Case.Sensitive, path);
            list.ShouldNotContain("We agree.", Case.Sensitive, path);
        }

        foreach (var reader in new[] { _secretariat, officer, reviewer, amina })
        {
            var whole = await Within8(reader, page);
            whole.ShouldContain("That is all.");
            whole.ShouldContain("We agree.");
            whole.ShouldContain("All done.", Case.Sensitive, "the claim stands beside it");
            whole.ShouldContain("Clinics open on Fridays");
        }

        (await Within8(officer, page)).ShouldContain(page + "/reply");
        (await Within8(_secretariat, page)).ShouldContain(page + "/hide");
        (await Within8(amina, page)).ShouldContain(page + "/withdraw");
        (await Within8(reviewer, page)).ShouldNotContain(page + "/");
        (await _secretariat.Get($"{place.Page}/voices/{Guid.NewGuid()}")).MustBe(404);
    }

    [DatabaseFact]
    public async Task Who_gave_a_voice_on_an_unpublished_commitment_reads_it_whole_with_its_claim_and_nobody_else_of_the_community_does()
    {
        var place = await Neighbourhood.MakeAsync(_host, isPublished: false);
        var (_, _, amina) = await place.Person();
        var (_, _, other) = await place.Person();
        var voice = (await amina.Post(place.Url + "/voices", place.Body())).MustBe(201);
        var page = $"{place.Page}/voices/{voice.Id}";
        var whole = await Within8(amina, page);
        whole.ShouldContain("The door was closed on both Fridays.");
        whole.ShouldNotContain($"href=\"{place.Page}\"", Case.Sensitive, "whoever speaks sees the claim and nothing more");
        (await other.Get(page)).MustBe(404);
    }

    [DatabaseFact]
    public async Task A_photo_is_shown_small_beside_the_words_from_our_own_address()
    {
        var place = await Neighbourhood.MakeAsync(_host);
        var photo = ("media", (object?)new { content = Convert.ToBase64String(VoiceFiles.Png()) });
        var voice = await place.Give("confirms", "named", photo, ("mayBeRecognized", true));
        foreach (var path in new[] { place.Page, place.Page + "/voices", $"{place.Page}/voices/{voice.Id}" })
        {
            var answer = (await _secretariat.Get(path)).MustBe(200);
            var html = System.Net.WebUtility.HtmlDecode(answer.Text);
            html.ShouldContain($"<img src=\"{place.Page}/voices/{voice.Id}/media\"", Case.Sensitive, path);
            html.ShouldContain("alt=\"Photo given with the voice: \u2068Amina Diallo, Riverside neighbours\u2069, 21 November 2026\"");
            answer.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("img-src 'self';");
        }

        (await _secretariat.Get($"{place.Page}/voices/{voice.Id}/media")).MustBe(200).MediaType.ShouldBe("image/png");
        (await _secretariat.Post($"{place.Page}/voices/{voice.Id}/hide", Fields(("reason", "A face.")))).MustBe(303);
        using var board = _host.Client(await _host.Key(place.Accountable, "board"));
        (await board.Get(place.Page + "/voices")).MustBe(200).Text.ShouldNotContain("<img");
    }

    private async Task<string> Within8(HttpClient reader, string path)
    {
        var text = "";
        var commands = await _host.Sql.During(async () => text = (await reader.Get(path)).MustBe(200).Text);
        commands.Count.ShouldBeLessThanOrEqualTo(8, path);
        text.Length.ShouldBeLessThan(150_000);
        return System.Net.WebUtility.HtmlDecode(text);
    }
}
