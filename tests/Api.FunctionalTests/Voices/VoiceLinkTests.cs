using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Domain.Voices;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.Voices;

public sealed class VoiceLinksOnSqlite(OnSqlite fixture) : VoiceLinkTests(fixture), IClassFixture<OnSqlite>;

public sealed class VoiceLinksOnPostgreSql(OnPostgreSql fixture) : VoiceLinkTests(fixture), IClassFixture<OnPostgreSql>;

/// <summary>People without an account, in a browser without script.</summary>
public abstract class VoiceLinkTests(HostFixture fixture) : IDisposable
{
    private readonly TrackerHost _host = fixture.Host;
    private readonly HttpClient _secretariat = fixture.Host.Client();
    private readonly HttpClient _browser = fixture.Host.Client(null);

    [DatabaseFact]
    public async Task Who_gives_a_voice_by_link_sees_the_claim_and_nothing_more_and_can_withdraw_at_any_time()
    {
        var place = await Neighbourhood.MakeAsync(_host, isPublished: false);
        var page = "/voice/" + await place.Invite("rahima@phone.example", "Rahima", "fr");
        var form = (await _browser.Get(page)).MustBe(200);
        form.Text.ShouldContain("All done.");
        form.Text.ShouldContain("Clinics open on Fridays");
        form.Text.ShouldNotContain("2026-10-31");
        form.Text.ShouldNotContain("<script");
        form.Headers.CacheControl!.NoStore.ShouldBeTrue();
        form.Headers.GetValues("X-Robots-Tag").ShouldBe(["noindex"]);
        (await _browser.Get(page)).MustBe(200);
        (await _host.Db(db => db.Voices.CountAsync(v => v.CommitmentId == place.Id))).ShouldBe(0, "opening the link changes nothing");

        var wrong = (await _browser.Post(page, Fields(("action", "give"), ("text", "The well is dry.")))).MustBe(422);
        wrong.Text.ShouldContain("The well is dry.", Case.Sensitive, "nothing typed is lost");
        (await _browser.Post(page, Voice("disputes"))).MustBe(303).Headers.Location!.ToString().ShouldBe(page);
        var receipt = (await _browser.Get(page)).MustBe(200);
        receipt.Text.ShouldContain("Your voice was received");
        System.Net.WebUtility.HtmlDecode(receipt.Text).ShouldContain("a person from the group “Communities”");

        (await _browser.Get(page + "?again=1")).MustBe(200).Text.ShouldContain("replaces what you said before");
        (await _browser.Post(page, Voice("confirms"))).MustBe(303);
        (await Voices(place)).Select(v => v.Stance).ShouldBe([null, VoiceStance.Confirms], "the later one replaces the former");

        _host.Clock.Now += TimeSpan.FromDays(40);
        (await _browser.Get(page)).MustBe(200).Text.ShouldNotContain("?again=1");
        (await _browser.Post(page, Voice("disputes"))).MustBe(422);
        (await _browser.Post(page, Fields(("action", "withdraw")))).MustBe(303);
        (await _browser.Get(page)).MustBe(410).Text.ShouldContain("Your voice is withdrawn");
        (await Voices(place)).ShouldAllBe(v => v.Stance == null && v.Text == null);
        (
            await _host.Db(db => db.VoiceInvitations.Where(i => i.CommitmentId == place.Id).Select(i => i.Encrypted).SingleAsync())
        ).ShouldBeNull();
        _host.Clock.Now = TestClock.Start;
    }

    [DatabaseFact]
    public async Task A_link_that_cannot_be_used_says_why()
    {
        var place = await Neighbourhood.MakeAsync(_host);
        (await _browser.Get("/voice/no-such-token")).MustBe(404);
        var expired = "/voice/" + await place.Invite("a@phone.example");
        _host.Clock.Now += TimeSpan.FromDays(31);
        (await _browser.Get(expired)).MustBe(410).Text.ShouldContain("This link has expired");
        _host.Clock.Now = TestClock.Start;

        var revoked = "/voice/" + await place.Invite("b@phone.example");
        foreach (var invitation in (await place.Key.Get("/api/v1/voices/invitations")).Items)
            (await place.Key.Delete("/api/v1/voices/invitations/" + invitation.GetProperty("id").GetString())).MustBe(204);
        (await _browser.Get(revoked)).MustBe(410).Text.ShouldContain("This link works no more");

        var returned = "/voice/" + await place.Invite("c@phone.example");
        await _host.Send(new ReturnProgressReport(place.Id, place.Report, "More evidence."));
        (await _browser.Post(returned, Voice("confirms"))).MustBe(422).Text.ShouldContain("This claim stands no more");
    }

    [DatabaseFact]
    public async Task Only_a_community_invites_and_never_about_its_own_commitment()
    {
        var place = await Neighbourhood.MakeAsync(_host);
        using var noCommunity = _host.Client(await _host.Key(await _host.Organization("A firm", "70"), "community"));
        (await Invite(noCommunity)).MustRefuse(403, "voice.notCommunity");
        using var own = _host.Client(await _host.Key(place.Accountable, "community"));
        (await Invite(own)).MustRefuse(403, "access.ownCase");
        using var officer = _host.Client(await _host.Key(place.Community, "officer"));
        (await Invite(officer)).MustRefuse(403, "access.notAllowed");
        (await Invite(place.Key, "no address")).MustBe(400);
        var first = (await Invite(place.Key)).MustBe(201);
        (await Invite(place.Key)).Id.ShouldBe(first.Id, "within an hour no second mail is sent");
        _host.Clock.Now += TimeSpan.FromHours(2);
        (await Invite(place.Key)).Id.ShouldNotBe(first.Id);
        _host.Clock.Now = TestClock.Start;

        Task<Answer> Invite(HttpClient caller, string email = "d@phone.example") =>
            caller.Post(
                "/api/v1/voices/invitations",
                new
                {
                    commitmentId = place.Id.Value,
                    claimKind = "progressReport",
                    claimId = place.Report.Value,
                    email,
                }
            );
    }

    [DatabaseFact]
    public async Task A_file_that_is_no_photo_or_voice_note_is_refused_at_its_field()
    {
        var place = await Neighbourhood.MakeAsync(_host);
        var page = "/voice/" + await place.Invite("e@phone.example");
        var form = Voice("confirms");
        form.Add(new ByteArrayContent("%PDF-1.7"u8.ToArray()), "media", "paper.pdf");
        (await _browser.Post(page, form)).MustBe(422).Text.ShouldContain("Choose a photo (JPEG or PNG)");
        form = Voice("confirms");
        form.Add(new ByteArrayContent(VoiceFiles.Wav()), "media", "note.wav");
        (await _browser.Post(page, form)).MustBe(422).Text.ShouldContain("Faces and voices can identify people.");
        form = Voice("confirms");
        form.Add(new ByteArrayContent(VoiceFiles.Wav()), "media", "note.wav");
        form.Add(new StringContent("true"), "mayBeRecognized");
        (await _browser.Post(page, form)).MustBe(303);
        (await _browser.Get(page)).Text.ShouldContain("Voice note (");
    }

    public void Dispose()
    {
        _browser.Dispose();
        _secretariat.Dispose();
        GC.SuppressFinalize(this);
    }

    private Task<List<Voice>> Voices(Neighbourhood place) =>
        _host.Db(db => db.Voices.AsNoTracking().Where(v => v.CommitmentId == place.Id).OrderBy(v => v.Seq).ToListAsync());

    private static MultipartFormDataContent Voice(string stance) =>
        Fields(("action", "give"), ("stance", stance), ("shownAs", "protected"), ("text", "The well is dry."));

    private static MultipartFormDataContent Fields(params (string Name, string Value)[] fields) => ReportLinks.Visitor.Form(fields);
}
