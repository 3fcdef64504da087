using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Api.FunctionalTests.ReportLinks;
using PartnershipTracker.Application.Access;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Organizations;
using PartnershipTracker.Application.ReportLinks;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Mail;
using PartnershipTracker.Domain.Notices;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.TestKit;
using static PartnershipTracker.TestKit.TestClock;

namespace PartnershipTracker.Api.FunctionalTests.Commitments;

public sealed class DecisionMailsOnSqlite(OnSqlite fixture) : DecisionMailTests(fixture), IClassFixture<OnSqlite>;

public sealed class DecisionMailsOnPostgreSql(OnPostgreSql fixture) : DecisionMailTests(fixture), IClassFixture<OnPostgreSql>;

/// <summary>Whoever filed something hears what was decided and what to do next.</summary>
public abstract class DecisionMailTests(HostFixture fixture) : IAsyncLifetime
{
    private readonly TrackerHost _host = fixture.Host;
    private readonly HttpClient _secretariat = fixture.Host.Client();
    private readonly ReportLinks.Visitor _visitor = new(fixture.Host);

    /// <summary>The limits of sign-in links are by the hour.</summary>
    public Task InitializeAsync()
    {
        _host.Clock.Now += TimeSpan.FromHours(2);
        return Task.CompletedTask;
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [DatabaseFact]
    public async Task A_contact_whose_report_is_returned_gets_the_reason_the_day_and_a_link_to_answer()
    {
        var commitment = await LinkedCommitment.Make(_host, "2027-09-30");
        var amina = await _host.Send(new AddContact(commitment.Organization, "Amina", Fresh(), ContactRole.Alternate, "fr"));
        await _host.Send(new SendReportLink(commitment.Id, amina));
        (await _visitor.SendReport(await _visitor.Token())).MustBe(303);
        var report = (await _secretariat.Get(commitment.Url + "/reports")).Items.ShouldHaveSingleItem().GetProperty("id").GetGuid();
        (await _secretariat.Post($"{commitment.Url}/reports/{report}/return", new { reason = "Which posts?" })).MustBe(200);

        var (mail, notice) = await Told(report);
        notice.PersonId.ShouldBe(amina.Value);
        mail.Subject.ShouldBe("Returned: progress report on “Checks at 120 posts”");
        foreach (
            var expected in new[]
            {
                "Dear Amina,",
                "as of 20 November 2026 was returned.",
                "Reason: Which posts?",
                "please send a new progress report by 6 December 2026.",
                "The link works until the end of 21 December 2026",
                "This is in English, because there is no translation into French yet.",
            }
        )
            mail.Text.ShouldContain(expected);
        mail.HoldsKey.ShouldBeTrue("it has a link that gives access");
        (await _visitor.SendReport(await _visitor.Token(mail.Recipient), ("narrative", "All but three."))).MustBe(303);
        (await _secretariat.Get(commitment.Url + "/reports")).Items.Length.ShouldBe(2);
    }

    [DatabaseFact]
    public async Task A_person_with_an_account_gets_the_answer_to_what_they_filed()
    {
        var place = await LinkedCommitment.Make(_host, "2027-09-30");
        var email = Fresh();
        await _host.Send(new InvitePerson(email, Role.Officer, "Rahima", place.Organization));
        var officer = (await new Access.Visitor(_host).SignIn(email)).Http;

        var report = (
            await officer.Post(
                place.Url + "/reports",
                new
                {
                    asOf = "2026-11-20",
                    narrative = "All done.",
                    reportsCompletion = true,
                }
            )
        ).MustBe(201);
        (await _secretariat.Post($"{place.Url}/reports/{report.Id}/accept", new { note = "Well done." })).MustBe(200);
        var (mail, notice) = await Told(Guid.Parse(report.Id));
        mail.Recipient.ShouldBe(email);
        notice.PersonKind.ShouldBe(Domain.Common.ActorKind.User);
        mail.Subject.ShouldBe("Accepted: progress report on “Checks at 120 posts”");
        mail.Text.ShouldContain("Note of the reviewer: Well done.");
        mail.Text.ShouldContain("counts as completed once a reviewer has assessed and closed it");
        mail.Text.ShouldContain("http://localhost:5080/commitments/" + place.Id.Value);

        var later = (await officer.Post(place.Url + "/change-requests", Bodies.Change())).MustBe(201);
        (await _secretariat.Post($"{place.Url}/change-requests/{later.Id}/reject", new { note = "It moved twice." })).MustBe(200);
        (mail, _) = await Told(Guid.Parse(later.Id));
        mail.Subject.ShouldBe("Rejected: change request on “Checks at 120 posts”");
        mail.Text.ShouldContain("Reason: It moved twice.");
        mail.Text.ShouldContain("“Checks at 120 posts” is still due on 30 September 2027");

        later = (await officer.Post(place.Url + "/change-requests", Bodies.Change())).MustBe(201);
        (await _secretariat.Post($"{place.Url}/change-requests/{later.Id}/approve")).MustBe(200);
        (mail, _) = await Told(Guid.Parse(later.Id));
        mail.Subject.ShouldBe("Approved: change request on “Checks at 120 posts”");
        mail.Text.ShouldContain($"“Checks at 120 posts” is now due on");
    }

    [DatabaseFact]
    public async Task A_commitment_that_is_returned_and_then_accepted_is_answered_each_time()
    {
        var own = await _host.Organization("Own");
        var partnership = await _host.ActivePartnership(own, await _host.Organization("Other", "10"));
        var email = Fresh();
        await _host.Send(new InvitePerson(email, Role.Officer, "Rahima", own));
        var officer = (await new Access.Visitor(_host).SignIn(email)).Http;
        var id = await _host.Draft(partnership, own, "2027-06-30");

        (await officer.Post(World.Url(id) + "/submit")).MustBe(200);
        (await _secretariat.Post(World.Url(id) + "/return", new { reason = "No measure." })).MustBe(200);
        (await officer.Post(World.Url(id) + "/submit")).MustBe(200);
        (await _secretariat.Post(World.Url(id) + "/accept")).MustBe(200);

        var mails = await AllTold(id.Value);
        mails
            .Select(m => (m.Recipient, m.Subject))
            .ShouldBe([(email, "Returned: “Screen 5,000 people”"), (email, "Accepted: “Screen 5,000 people”")]);
        mails[0].Text.ShouldContain("Reason: No measure.");
        mails[0].Text.ShouldContain("please revise the draft and submit it again");
        mails[1].Text.ShouldContain("It is due on 30 June 2027.");
    }

    [DatabaseFact]
    public async Task What_a_system_or_the_secretariat_filed_is_answered_to_the_focal_point()
    {
        var commitment = await LinkedCommitment.Make(_host, "2027-09-30");
        await _host.Send(new AddContact(commitment.Organization, "Amina", Fresh(), ContactRole.Alternate));
        using var system = _host.Client(await _host.Key(commitment.Organization, "reporter"));
        var secretariat = (await new Access.Visitor(_host).SignIn((await Access.Visitor.Invited(_host, Role.Secretariat)).Email)).Http;
        foreach (var client in new[] { system, secretariat })
        {
            var report = (
                await client.Post(commitment.Url + "/reports", new { asOf = "2026-11-20", narrative = "Ninety posts measure." })
            ).MustBe(201);
            (await _secretariat.Post($"{commitment.Url}/reports/{report.Id}/accept")).MustBe(200);
            (await Told(Guid.Parse(report.Id))).Mail.Recipient.ShouldBe("focal@example.org");
        }
    }

    [DatabaseFact]
    public async Task What_a_former_contact_filed_is_answered_to_the_focal_point()
    {
        var commitment = await LinkedCommitment.Make(_host, "2027-09-30");
        var gone = await _host.Send(new AddContact(commitment.Organization, "Amina", Fresh(), ContactRole.Alternate));
        await _host.Send(new SendReportLink(commitment.Id, gone));
        (await _visitor.SendReport(await _visitor.Token())).MustBe(303);
        await _host.Send(new RemoveContact(commitment.Organization, gone));
        var report = (await _secretariat.Get(commitment.Url + "/reports")).Items.ShouldHaveSingleItem().GetProperty("id").GetGuid();
        (await _secretariat.Post($"{commitment.Url}/reports/{report}/accept")).MustBe(200);
        (await Told(report)).Mail.Recipient.ShouldBe("focal@example.org");
    }

    [DatabaseFact]
    public async Task A_reviewer_does_not_see_what_they_filed_themselves()
    {
        var commitment = await LinkedCommitment.Make(_host, "2027-09-30");
        var partnership = (await _secretariat.Get(commitment.Url))["partnershipId"].GetGuid();
        var (one, other) = (
            (await new Access.Visitor(_host).SignIn((await Access.Visitor.Invited(_host, Role.Secretariat)).Email)).Http,
            (await new Access.Visitor(_host).SignIn((await Access.Visitor.Invited(_host, Role.Secretariat)).Email)).Http
        );
        (await one.Post(commitment.Url + "/change-requests", Bodies.Change())).MustBe(201);
        (await one.Post(commitment.Url + "/reports", new { asOf = "2026-11-20", narrative = "Ninety." })).MustBe(201);
        var second = await _host.ActiveCommitment(new(partnership), commitment.Organization, "2027-09-30");
        (
            await one.Post(
                World.Url(second) + "/reports",
                new
                {
                    asOf = "2026-11-20",
                    narrative = "All.",
                    reportsCompletion = true,
                }
            )
        ).MustBe(201);
        var third = await _host.Draft(new(partnership), commitment.Organization, "2027-09-30");
        (await one.Post(World.Url(third) + "/submit")).MustBe(200);

        (await Waiting(one)).ShouldBe(0);
        (await Waiting(other)).ShouldBe(4);

        async Task<int> Waiting(HttpClient client) =>
            (await client.Get("/api/v1/reviews?partnershipId=" + partnership)).MustBe(200)["total"].GetInt32();
    }

    private static string Fresh() => $"{Guid.NewGuid():n}@example.org";

    private async Task<(OutgoingMail Mail, Notice Notice)> Told(Guid item)
    {
        var notice = await _host.Db(db => db.Notices.SingleAsync(n => n.ItemId == item && n.Kind == NoticeKind.Decision));
        return (await _host.Db(db => db.Mails.SingleAsync(m => m.Id == notice.MailId)), notice);
    }

    private Task<List<OutgoingMail>> AllTold(Guid item) =>
        _host.Db(db => db.Mails.Where(m => db.Notices.Any(n => n.MailId == m.Id && n.ItemId == item)).OrderBy(m => m.Seq).ToListAsync());
}
