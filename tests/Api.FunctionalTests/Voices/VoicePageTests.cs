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

    private async Task<string> Within8(HttpClient reader, string path)
    {
        var text = "";
        var commands = await _host.Sql.During(async () => text = (await reader.Get(path)).MustBe(200).Text);
        commands.Count.ShouldBeLessThanOrEqualTo(8, path);
        text.Length.ShouldBeLessThan(150_000);
        return System.Net.WebUtility.HtmlDecode(text);
    }
}
