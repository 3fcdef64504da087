using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Access;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Notices;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Mail;
using PartnershipTracker.Domain.Notices;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.Infrastructure.Persistence;
using PartnershipTracker.TestKit;
using static PartnershipTracker.TestKit.TestClock;

namespace PartnershipTracker.Application.Tests.Notices;

public sealed class ReviewDigestOnSqlite() : ReviewDigestTests(DatabaseProvider.Sqlite);

public sealed class ReviewDigestOnPostgreSql() : ReviewDigestTests(DatabaseProvider.PostgreSql);

/// <summary>Now is 2026-11-21, 06:00 UTC; in New York, where the reviewer is, it is one o'clock at night.</summary>
public abstract class ReviewDigestTests(DatabaseProvider provider) : IAsyncLifetime
{
    private const string Reviewer = "reviewer@example.org";

    private TrackerHost _host = null!;
    private OrganizationId _organization;
    private PartnershipId _partnership;

    public async Task InitializeAsync()
    {
        _host = await TrackerHost.StartAsync(provider);
        _organization = await _host.Organization("Green Delta", "22", "BD", "UTC");
        _partnership = await _host.ActivePartnership(_organization, await _host.Organization("Ministry of Health", "10"));
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [DatabaseFact]
    public async Task A_reviewer_is_told_in_the_morning_where_they_are_what_waits_and_how_many_days_are_left()
    {
        await Invite(timeZone: "America/New_York");
        await Wait();
        await Digest();
        (await Mails()).ShouldBeEmpty("it is night in New York");

        _host.Clock.Set("2026-11-21T12:00:00Z");
        await Digest();
        var mail = (await Mails()).ShouldHaveSingleItem();
        mail.Subject.ShouldBe("3 decisions await you");
        mail.Text.ShouldContain("Dear Ana,");
        mail.Text.ShouldContain("“Train 40 nurses” (Green Delta): submitted commitment, 14 days left");
        mail.Text.ShouldContain("“Screen 5,000 people” (Green Delta): change request, 14 days left");
        mail.Text.ShouldContain("“Build a clinic” (Green Delta): reported complete, 14 days left");
        mail.Html.ShouldContain("href=\"http://localhost:5080/commitments/");
    }

    [DatabaseFact]
    public async Task A_person_gets_one_digest_a_day_however_often_the_command_runs()
    {
        var person = await Invite();
        await Wait();
        await Digest();
        _host.Clock.Set("2026-11-22T07:00:00Z");
        await Digest();
        await Digest();
        (await Mails()).Count.ShouldBe(1);

        // A new time zone in which it is still to become morning on the same day.
        await _host.Db(async db =>
        {
            (await db.Users.SingleAsync(u => u.Id == person)).Prefer(null, "America/New_York");
            return await db.SaveChangesAsync(default);
        });
        await Digest();
        _host.Clock.Set("2026-11-22T12:30:00Z");
        await Digest();
        (await Mails()).Count.ShouldBe(1);
        _host.Clock.Set("2026-11-23T12:30:00Z");
        await Digest();
        (await Mails()).Count.ShouldBe(2);
    }

    [DatabaseFact]
    public async Task A_missed_morning_is_made_up_for_once()
    {
        await Invite();
        await Wait();
        await Digest();
        _host.Clock.Set("2026-12-10T23:00:00Z");
        await Digest();
        var mail = (await Mails()).ShouldHaveSingleItem();
        mail.Text.ShouldContain("3 of them are overdue.");
        mail.Text.ShouldContain("submitted commitment, overdue by 5 days");
    }

    [DatabaseFact]
    public async Task Nothing_is_sent_when_nothing_waits_or_when_only_the_own_organization_waits()
    {
        await Invite(organization: _organization);
        await Invite("secretariat@example.org", Role.Secretariat);
        await Invite("board@example.org", Role.Board);
        await Digest();
        _host.Clock.Set("2026-11-22T07:00:00Z");
        await Digest();
        (await Mails()).ShouldBeEmpty();

        await Wait();
        _host.Clock.Set("2026-11-23T07:00:00Z");
        await Digest();
        (await Mails()).Select(m => m.Recipient).ShouldBe(["secretariat@example.org"]);
    }

    [DatabaseFact]
    public async Task A_deactivated_person_gets_no_digest()
    {
        var person = await Invite();
        await Wait();
        await Digest();
        await _host.Send(new DeactivatePerson(person));
        _host.Clock.Set("2026-11-22T07:00:00Z");
        await Digest();
        (await Mails()).ShouldBeEmpty();
    }

    [DatabaseFact]
    public async Task The_database_refuses_the_same_notice_twice()
    {
        var (item, person) = (Guid.NewGuid(), new Actor(ActorKind.Contact, Guid.NewGuid()));
        await Note(rung: -7, version: 1);
        await Note(rung: -1, version: 1);
        await Note(rung: -7, version: 2);
        await Should.ThrowAsync<DbUpdateException>(() => Note(rung: -7, version: 1));

        Task<int> Note(int rung, int version) =>
            _host.Db(db =>
            {
                db.Notices.Add(new Notice(item, NoticeKind.Decision, rung, version, person, MailId.New(), _host.Clock.Now));
                return db.SaveChangesAsync(default);
            });
    }

    /// <summary>One of each kind waits, except a progress report.</summary>
    private async Task Wait()
    {
        await _host.Send(new SubmitCommitment(await _host.Draft(_partnership, _organization, "2027-06-30", "Train 40 nurses")));
        var active = await _host.ActiveCommitment(_partnership, _organization, "2027-06-30");
        await _host.Send(new RequestChange(active, new ChangeTerms(Day("2027-12-31"), ChangeReason.Funding, "The money is late.")));
        await _host.ReportComplete(await _host.ActiveCommitment(_partnership, _organization, "2027-06-30", "Build a clinic"), "2026-11-20");
    }

    private Task<UserId> Invite(
        string email = Reviewer,
        Role role = Role.Reviewer,
        OrganizationId? organization = null,
        string? timeZone = null
    ) => _host.Send(new InvitePerson(email, role, "Ana", organization, TimeZone: timeZone));

    private Task<int> Digest() => _host.Send(new SendReviewDigests());

    private Task<List<OutgoingMail>> Mails() =>
        _host.Db(db =>
            db.Mails.Where(m => db.Notices.Any(n => n.MailId == m.Id && n.Kind == NoticeKind.ReviewDigest))
                .OrderBy(m => m.Seq)
                .ToListAsync()
        );
}
