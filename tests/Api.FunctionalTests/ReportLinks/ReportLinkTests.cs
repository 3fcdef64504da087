using System.Text.Json;
using PartnershipTracker.Application.Mail;
using PartnershipTracker.Application.Organizations;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.ReportLinks;

public sealed class ReportLinksOnSqlite(OnSqlite fixture) : ReportLinkTests(fixture), IClassFixture<OnSqlite>;

public sealed class ReportLinksOnPostgreSql(OnPostgreSql fixture) : ReportLinkTests(fixture), IClassFixture<OnPostgreSql>;

/// <summary>Sending, listing and revoking report links.</summary>
public abstract class ReportLinkTests(HostFixture fixture)
{
    private readonly TrackerHost _host = fixture.Host;
    private readonly HttpClient _secretariat = fixture.Host.Client();
    private readonly Visitor _visitor = new(fixture.Host);

    [DatabaseFact]
    public async Task Only_the_mail_contains_the_link_with_its_reason_expiry_and_the_days_overdue()
    {
        var commitment = await LinkedCommitment.Make(_host);
        var contact = await _visitor.ContactOf(commitment.Organization);
        var sent = (
            await _secretariat.Post(commitment.Url + "/report-links", new { contactId = contact.Value, reason = "The board meets." })
        ).MustBe(201);
        var token = await _visitor.Token();

        sent["state"].GetString().ShouldBe("open");
        sent["expiresAt"].GetDateTimeOffset().ShouldBe(TestClock.Instant("2026-12-21T18:00:00Z"), "the end of the thirtieth day, in Dhaka");
        var links = (await _secretariat.Get(commitment.Url + "/report-links")).MustBe(200);
        foreach (
            var answer in new[]
            {
                sent,
                links,
                (await _secretariat.Get(sent.Headers.Location!.ToString())).MustBe(200),
                (await _secretariat.Get(commitment.Url + "/history")).MustBe(200),
            }
        )
            answer.Text.ShouldNotContain(token);

        var mail = (await _visitor.Mails())[^1];
        mail.To.ShouldBe("focal@example.org");
        mail.Text.ShouldContain("http://localhost:5080/report/" + token);
        foreach (
            var expected in new[]
            {
                "Dear Focal point",
                "Riverside <Trust>",
                "Checks at 120 posts",
                "due on 30 September 2026 and is overdue by 52 days",
                "The board meets.",
                "21 December 2026",
            }
        )
            mail.Text.ShouldContain(expected);
        (
            await _host.Db(db =>
                Task.FromResult(
                    db.ReportLinks.Select(l => l.Hash).AsEnumerable().Any(hash => hash.Contains(token, StringComparison.Ordinal))
                )
            )
        ).ShouldBeFalse();
    }

    [DatabaseFact]
    public async Task Nobody_can_fill_an_inbox_with_links_or_write_to_strangers_without_end()
    {
        var commitment = await LinkedCommitment.Make(_host);
        var links = commitment.Url + "/report-links";
        using var officer = _host.Client(await _host.Key(commitment.Organization, "officer"));
        var victims = new List<ContactId>();
        for (var i = 0; i < 6; i++)
            victims.Add(
                await _host.Send(
                    new AddContact(commitment.Organization, "Somebody", $"{Guid.NewGuid():n}@elsewhere.example", ContactRole.Alternate)
                )
            );

        // Twenty mails a day for one address, whoever asks.
        for (var i = 0; i < 20; i++)
            (await Send(i < 10 ? officer : _secretariat, victims[0])).MustBe(201);
        (await Send(officer, victims[0])).MustRefuse(422, "mail.tooManyToOne");
        (await Send(_secretariat, victims[0])).MustRefuse(422, "mail.tooManyToOne");

        // A hundred a day that one organization asks for, invitations included.
        for (var i = 0; i < 89; i++)
            (await Send(officer, victims[1 + (i % 5)])).MustBe(201);
        (await officer.Post("/api/v1/people", new { email = $"{Guid.NewGuid():n}@elsewhere.example", role = "reporter" })).MustBe(201);
        (await Send(officer, victims[5])).MustRefuse(422, "mail.tooManyOfOrganization");
        (await officer.Post("/api/v1/people", new { email = $"{Guid.NewGuid():n}@elsewhere.example", role = "reporter" })).MustRefuse(
            422,
            "mail.tooManyOfOrganization"
        );
        (await Send(_secretariat, victims[5])).MustBe(201);

        _host.Clock.Now += TimeSpan.FromDays(1);
        (await Send(officer, victims[0])).MustBe(201);
        _host.Clock.Now = TestClock.Start;

        Task<Answer> Send(HttpClient caller, ContactId contact) => caller.Post(links, new { contactId = contact.Value });
    }

    [DatabaseFact]
    public async Task The_list_of_report_links_shows_contact_state_and_expiry()
    {
        var commitment = await LinkedCommitment.Make(_host);
        var token = await _visitor.TokenFor(commitment.Id, commitment.Organization);
        JsonElement link = (await _secretariat.Get(commitment.Url + "/report-links")).Items.ShouldHaveSingleItem();
        link.GetProperty("name").GetString().ShouldBe("Focal point");
        link.GetProperty("sentAt").ValueKind.ShouldBe(JsonValueKind.Null);
        link.GetProperty("openedAt").ValueKind.ShouldBe(JsonValueKind.Null);

        await _host.Send(new DeliverMail());
        (
            await _host.Db(db =>
                Task.FromResult(db.Mails.Single(m => m.Id == db.ReportLinks.Single(l => l.CommitmentId == commitment.Id).MailId).Text)
            )
        ).ShouldBeEmpty("the key is kept as a hash only");
        (await _visitor.Open(token)).MustBe(200);
        (await _visitor.SendReport(token)).MustBe(303);
        link = (await _secretariat.Get(commitment.Url + "/report-links")).Items.ShouldHaveSingleItem();
        link.GetProperty("state").GetString().ShouldBe("used");
        foreach (var when in new[] { "sentAt", "openedAt", "usedAt" })
            link.GetProperty(when).GetDateTimeOffset().ShouldBe(TestClock.Start, when);
        (await _secretariat.Get($"{commitment.Url}/reports/{link.GetProperty("reportId").GetString()}"))
            .MustBe(200)["narrative"]
            .GetString()
            .ShouldBe("Ninety posts measure.");
    }

    [DatabaseFact]
    public async Task A_link_is_sent_only_to_contacts_of_the_organizations_of_an_active_commitment()
    {
        var commitment = await LinkedCommitment.Make(_host);
        var stranger = await _visitor.ContactOf(commitment.Partner);
        (await _secretariat.Post(commitment.Url + "/report-links", new { contactId = stranger.Value })).MustRefuse(404, "contact.notFound");
        (await _secretariat.Post(commitment.Url + "/report-links", new { contactId = Guid.NewGuid() })).MustRefuse(404, "contact.notFound");
        (
            await _secretariat.Post(commitment.Url + "/report-links", new { contactId = stranger.Value, reason = new string('a', 1001) })
        ).MustRefuse(400, "request.invalid", "reason");

        await _host.Send(new Application.Commitments.AddSupporter(commitment.Id, commitment.Partner));
        (await _secretariat.Post(commitment.Url + "/report-links", new { contactId = stranger.Value })).MustBe(201);

        using var officer = _host.Client(await _host.Key(commitment.Partner, "officer"));
        (await officer.Get(commitment.Url + "/report-links"))
            .MustBe(200)
            .Items.ShouldHaveSingleItem("a supporter sees the links of its own people");
        (
            await officer.Post(
                commitment.Url + "/report-links",
                new { contactId = (await _visitor.ContactOf(commitment.Organization)).Value }
            )
        ).MustBe(403);

        await _host.Withdraw(commitment.Id);
        (await _secretariat.Post(commitment.Url + "/report-links", new { contactId = stranger.Value })).MustRefuse(
            422,
            "commitment.notActive"
        );
    }

    [DatabaseFact]
    public async Task A_contact_has_a_language_of_their_own()
    {
        var own = await _host.Organization("Speakers");
        var url = $"/api/v1/organizations/{own.Value}/contacts";
        (await _secretariat.Post(url, Bodies.Contact().With("language", "fr"))).MustBe(201)["language"].GetString().ShouldBe("fr");
        (await _secretariat.Get(url)).Items[1].GetProperty("language").GetString().ShouldBe("fr");
        (await _secretariat.Get(url)).Items[0].GetProperty("language").ValueKind.ShouldBe(JsonValueKind.Null, "no language was given");
        (await _secretariat.Post(url, Bodies.Contact("b@example.org").With("language", "tlh"))).MustRefuse(
            400,
            "request.invalid",
            "language"
        );
    }

    [DatabaseFact]
    public async Task The_history_names_the_contact_only_to_permitted_readers_and_remains_after_erasure()
    {
        var commitment = await LinkedCommitment.Make(_host);
        var contact = await _visitor.ContactOf(commitment.Organization);
        (await _visitor.SendReport(await _visitor.TokenFor(commitment.Id, commitment.Organization), ("value", "90"))).MustBe(303);
        var (own, partner) = (
            _host.Client(await _host.Key(commitment.Organization, "officer")),
            _host.Client(await _host.Key(commitment.Partner, "officer"))
        );

        (await Reported(_secretariat)).ShouldBe("Focal point of Riverside <Trust> reported progress as of 20 November 2026: 90 posts.");
        (await Reported(own)).ShouldStartWith("Focal point of Riverside <Trust> reported");
        (await Reported(partner)).ShouldStartWith("A contact of Riverside <Trust> reported");
        (await _secretariat.Get("/api/v1/history?event=reportLinkUsed&commitmentId=" + commitment.Id.Value))
            .MustBe(200)
            .Items.ShouldHaveSingleItem();

        await _host.Send(new RemoveContact(commitment.Organization, contact));
        (await Reported(_secretariat)).ShouldStartWith("A contact of Riverside <Trust> reported");

        async Task<string> Reported(HttpClient reader) =>
            (await reader.Get(commitment.Url + "/history"))
                .MustBe(200)
                .Items.Single(h => h.GetProperty("event").GetString() == "progressReported")
                .GetProperty("text")
                .GetString()!;
    }
}
