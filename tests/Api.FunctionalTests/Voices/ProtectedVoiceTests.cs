using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Mail;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Infrastructure.Persistence;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.Voices;

public sealed class ProtectedVoicesOnSqlite(OnSqlite fixture) : ProtectedVoiceTests(fixture), IClassFixture<OnSqlite>;

public sealed class ProtectedVoicesOnPostgreSql(OnPostgreSql fixture) : ProtectedVoiceTests(fixture), IClassFixture<OnPostgreSql>;

/// <summary>Nothing tells who gave a protected voice, except one encrypted row that the secretariat can read.</summary>
public abstract class ProtectedVoiceTests(HostFixture fixture)
{
    private readonly TrackerHost _host = fixture.Host;
    private readonly HttpClient _secretariat = fixture.Host.Client();

    [DatabaseFact]
    public async Task No_row_answer_or_export_names_a_protected_person_with_an_account()
    {
        var place = await Neighbourhood.MakeAsync(_host);
        var (id, email, amina) = await place.Person();
        var before = await _host.Db(db => db.History.MaxAsync(h => h.Seq));
        using var request = new HttpRequestMessage(HttpMethod.Post, place.Url + "/voices") { Content = JsonContent(place.Body()) };
        request.Headers.Add("Idempotency-Key", "one");
        var voice = (await amina.Ask(request)).MustBe(201);
        (await amina.Post($"{place.Page}/voices/new?claimKind=progressReport&claimId={place.Report.Value}", Fields("confirms"))).MustBe(
            303
        );

        var entries = await _host.Db(db => db.History.Where(h => h.Seq > before && h.CommitmentId == place.Id.Value).ToListAsync());
        entries.Count.ShouldBe(3, "two were given, and one of them replaced the other");
        foreach (var entry in entries)
        {
            entry.ActorKind.ShouldBe(ActorKind.Protected);
            entry.ActorId.ShouldBeNull();
            (entry.OrganizationId ?? entry.PartnershipId).ShouldBeNull();
            entry.Data.ShouldNotContain("disputes");
            entry.Data.ShouldNotContain(voice.Id);
        }

        await MustBeNowhere(id.ToString(), email, "Ana");
        (await _host.Db(db => db.IdempotencyRecords.CountAsync(r => r.Caller == id && r.Route.Contains("voices")))).ShouldBe(0);
        foreach (var path in new[] { "/voices", "/history" })
            MustNotName((await _secretariat.Get(place.Url + path)).MustBe(200).Text);
        MustNotName((await _secretariat.Get("/api/v1/history.csv?commitmentId=" + place.Id.Value)).MustBe(200).Text);
        MustNotName((await _secretariat.Get("/api/v1/exports/commitments.csv?organizationId=" + place.Accountable.Value)).MustBe(200).Text);
        (await _secretariat.Get($"/api/v1/history?actorId={id}")).Text.ShouldNotContain("voice");

        void MustNotName(string text)
        {
            text.ShouldNotContain(email);
            text.ShouldNotContain(id.ToString());
        }
    }

    [DatabaseFact]
    public async Task Nothing_names_a_protected_person_with_a_link_and_the_mail_is_erased_after_it_was_sent()
    {
        var place = await Neighbourhood.MakeAsync(_host);
        var email = $"{Guid.NewGuid():n}@phone.example";
        var token = await place.Invite(email, "Rahima Begum");
        await _host.Send(new DeliverMail());
        (await _host.Db(db => db.Mails.CountAsync(m => m.Recipient == email))).ShouldBe(0);
        var mail = await _host.Db(db => db.Mails.OrderByDescending(m => m.Seq).FirstAsync(m => m.RequestedBy == place.Community.Value));
        (mail.Recipient + mail.Subject + mail.Html + mail.Text).ShouldBe("", "nothing of the mail is kept");

        using var browser = _host.Client(null);
        (await browser.Post("/voice/" + token, Fields("disputes"))).MustBe(303);
        await MustBeNowhere(email, "Rahima", token);
        (await place.Key.Get("/api/v1/voices/invitations")).Text.ShouldNotContain(email);
        var invited = (await place.Key.Get("/api/v1/voices/invitations")).Items.ShouldHaveSingleItem();
        invited.GetProperty("state").GetString().ShouldBe("sent", "whether it was used would tell who spoke");
        (await _secretariat.Get("/api/v1/history?organizationId=" + place.Community.Value)).Text.ShouldContain(
            "invited somebody to give a voice"
        );
    }

    [DatabaseFact]
    public async Task Only_the_secretariat_reads_who_it_is_and_each_reading_is_recorded()
    {
        var place = await Neighbourhood.MakeAsync(_host);
        var (_, email, amina) = await place.Person();
        var voice = (await amina.Post(place.Url + "/voices", place.Body())).MustBe(201);
        var identity = $"{place.Url}/voices/{voice.Id}/identity";
        (await place.Key.Post(identity)).MustRefuse(403, "access.notAllowed");
        var read = (await _secretariat.Post(identity)).MustBe(200);
        read["address"].GetString().ShouldBe(email);
        read["name"].GetString().ShouldBe("Ana");
        (await _secretariat.Post(identity)).MustBe(200);
        (
            await _host.Db(db => db.SecurityEvents.CountAsync(e => e.Kind == SecurityEventKind.VoiceIdentityRead))
        ).ShouldBeGreaterThanOrEqualTo(2);
        (await amina.Post($"{place.Url}/voices/{voice.Id}/withdraw")).MustBe(204);
        (await _secretariat.Post(identity)).MustRefuse(404, "voice.notFound");
    }

    [DatabaseFact]
    public async Task Under_five_people_the_label_is_the_stakeholder_group_and_an_early_voice_stays_wide()
    {
        var place = await Neighbourhood.MakeAsync(_host);
        var first = await place.Give();
        first["by"].GetString().ShouldBe("a person from the group “Communities”");
        first["organizationId"].ValueKind.ShouldBe(JsonValueKind.Null);
        for (var i = 0; i < 3; i++)
            await place.Invite($"{Guid.NewGuid():n}@phone.example");
        var (_, _, amina) = await place.Person();
        var fifth = (await amina.Post(place.Url + "/voices", place.Body("confirms"))).MustBe(201);
        fifth["by"].GetString().ShouldBe("a member of Riverside neighbours");
        var voices = (await _secretariat.Get(place.Url + "/voices")).Items;
        voices
            .Select(v => v.GetProperty("by").GetString())
            .ShouldBe(["a member of Riverside neighbours", "a person from the group “Communities”"]);
    }

    [DatabaseFact]
    public async Task When_fewer_than_five_people_remain_the_label_widens_and_stays_wide()
    {
        foreach (var leaves in new[] { "withdraw", "revoke" })
        {
            var place = await Neighbourhood.MakeAsync(_host);
            var first = await place.Give("confirms", "named");
            for (var i = 0; i < 3; i++)
                await place.Invite($"{Guid.NewGuid():n}@phone.example");
            var (_, _, amina) = await place.Person();
            var fifth = (await amina.Post(place.Url + "/voices", place.Body())).MustBe(201);
            fifth["by"].GetString().ShouldBe("a member of Riverside neighbours");
            var history = (await _secretariat.Get(place.Url + "/history"))["total"].GetInt32();
            if (leaves == "withdraw")
                (await place.Key.Post($"{place.Url}/voices/{first.Id}/withdraw")).MustBe(204);
            else
                (await place.Key.Delete("/api/v1/voices/invitations/" + await FirstInvitation(place))).MustBe(204);

            await MustBeWide();
            var told = leaves == "withdraw" ? 1 : 0;
            (await _secretariat.Get(place.Url + "/history"))["total"].GetInt32().ShouldBe(history + told, "widening leaves no trace");
            await place.Invite($"{Guid.NewGuid():n}@phone.example");
            await MustBeWide();

            async Task MustBeWide()
            {
                var read = (await _secretariat.Get($"{place.Url}/voices/{fifth.Id}")).MustBe(200);
                read["by"].GetString().ShouldBe("a person from the group “Communities”", leaves);
                read["organizationId"].ValueKind.ShouldBe(JsonValueKind.Null);
            }
        }
    }

    [DatabaseFact]
    public async Task With_the_last_voice_of_a_person_their_unused_links_are_forgotten_and_with_the_last_person_the_salt_is_deleted()
    {
        var place = await Neighbourhood.MakeAsync(_host);
        var email = $"{Guid.NewGuid():n}@phone.example";
        var other = await _host.Send(new ReportProgress(place.Id, TestClock.Day("2026-11-20"), "Some."));
        var (used, unused) = (await place.Invite(email), await place.InviteWith(email, Invitation(other.Value)));
        using var browser = _host.Client(null);
        (await browser.Post("/voice/" + used, Fields("disputes"))).MustBe(303);
        (await browser.Get("/voice/" + unused)).MustBe(200);
        (await Salts()).ShouldBe(1);

        using var withdraw = new MultipartFormDataContent { { new StringContent("withdraw"), "action" } };
        (await browser.Post("/voice/" + used, withdraw)).MustBe(303);
        var links = await _host.Db(db => db.VoiceInvitations.Where(i => i.CommitmentId == place.Id).ToListAsync());
        links.Count.ShouldBe(2);
        links.ShouldAllBe(link => link.PersonKey == null && link.Encrypted == null);
        (await browser.Get("/voice/" + unused)).MustBe(410).Text.ShouldContain("Your voice is withdrawn");
        (await browser.Post("/voice/" + unused, Fields("disputes"))).MustBe(410);
        (await place.Key.Get("/api/v1/voices/invitations"))
            .Items.Select(i => i.GetProperty("state").GetString())
            .ShouldBe(["sent", "sent"], "the list does not tell that somebody withdrew");
        (await Salts()).ShouldBe(0);

        await place.Invite(email);
        (await Salts()).ShouldBe(1);
        (await place.Key.Delete("/api/v1/voices/invitations/" + await FirstInvitation(place))).MustBe(204);
        (await Salts()).ShouldBe(0);

        Task<int> Salts() => _host.Db(db => db.VoiceSalts.CountAsync(s => s.ScopeId == place.Partnership.Value));

        object Invitation(Guid claim) =>
            new
            {
                commitmentId = place.Id.Value,
                claimKind = "progressReport",
                claimId = claim,
                email,
            };
    }

    [DatabaseFact]
    public async Task While_another_voice_of_a_person_remains_so_do_their_links_and_the_salt()
    {
        var place = await Neighbourhood.MakeAsync(_host);
        var other = await _host.Send(new ReportProgress(place.Id, TestClock.Day("2026-11-20"), "Some."));
        var (_, email, amina) = await place.Person();
        var unused = await place.Invite(email);
        var third = await _host.Send(new ReportProgress(place.Id, TestClock.Day("2026-11-20"), "More."));
        var first = (await amina.Post(place.Url + "/voices", place.Body(others: ("claimId", other.Value)))).MustBe(201);
        (await amina.Post(place.Url + "/voices", place.Body(others: ("claimId", third.Value)))).MustBe(201);
        (await amina.Post($"{place.Url}/voices/{first.Id}/withdraw")).MustBe(204);
        using var browser = _host.Client(null);
        (await browser.Get("/voice/" + unused)).MustBe(200);
        (await amina.Get("/api/v1/voices")).Items.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Neither_token_nor_address_is_in_any_log()
    {
        using var everything = new VerboseLog();
        await using var host = await TrackerHost.StartAsync(
            DatabaseProvider.Sqlite,
            new Dictionary<string, string>(),
            services => everything.Listen(services),
            onKestrel: true
        );
        var place = await Neighbourhood.MakeAsync(host);
        var token = await place.Invite("rahima@phone.example", "Rahima Begum");
        using var browser = host.Client(null);
        (await browser.Get("/voice/" + token)).MustBe(200);
        (await browser.Get($"/voice/{token}x")).MustBe(404);
        (await browser.Post("/voice/" + token, Fields("unknown"))).MustBe(422);
        (await browser.Post("/voice/" + token, Fields("disputes")))
            .MustBe(200)
            .Text.ShouldContain("Your voice was received", customMessage: "over a real port the client follows to the receipt");
        await host.Send(new DeliverMail());
        everything.Lines.Count.ShouldBeGreaterThan(100);
        foreach (var secret in new[] { token, "rahima@phone.example", "Rahima Begum", "The well is dry" })
            everything.Lines.Where(line => line.Contains(secret, StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty();
    }

    private static async Task<string> FirstInvitation(Neighbourhood place) =>
        (await place.Key.Get("/api/v1/voices/invitations")).Items[0].GetProperty("id").GetString()!;

    /// <summary>In no row about voices or requests, not even as what was recorded in the history since.</summary>
    private async Task MustBeNowhere(params string[] secrets)
    {
        var rows = await _host.Db(async db =>
            string.Join(
                '\n',
                JsonSerializer.Serialize(await db.Voices.AsNoTracking().ToListAsync()),
                JsonSerializer.Serialize(await db.VoiceIdentities.AsNoTracking().ToListAsync()),
                JsonSerializer.Serialize(await db.VoiceInvitations.AsNoTracking().ToListAsync()),
                JsonSerializer.Serialize(await db.VoiceSalts.AsNoTracking().ToListAsync()),
                JsonSerializer.Serialize(await db.IdempotencyRecords.AsNoTracking().Where(r => r.Route.Contains("voice")).ToListAsync())
            )
        );
        rows.Length.ShouldBeGreaterThan(500);
        foreach (var secret in secrets)
            rows.ShouldNotContain(secret, Case.Insensitive);
    }

    private static System.Net.Http.Json.JsonContent JsonContent(object body) => System.Net.Http.Json.JsonContent.Create(body);

    private static MultipartFormDataContent Fields(string stance) =>
        new()
        {
            { new StringContent("give"), "action" },
            { new StringContent(stance), "stance" },
            { new StringContent("protected"), "shownAs" },
            { new StringContent("The well is dry."), "text" },
        };
}
