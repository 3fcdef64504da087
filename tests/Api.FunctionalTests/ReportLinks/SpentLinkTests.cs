using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Api.FunctionalTests.Dashboard;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Organizations;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.ReportLinks;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.ReportLinks;

public sealed class SpentLinksOnSqlite(OnSqlite fixture) : SpentLinkTests(fixture), IClassFixture<OnSqlite>;

public sealed class SpentLinksOnPostgreSql(OnPostgreSql fixture) : SpentLinkTests(fixture), IClassFixture<OnPostgreSql>;

/// <summary>A link that no longer works explains what happened, when, and what to do next.</summary>
public abstract class SpentLinkTests : IDisposable
{
    private readonly TrackerHost _host;
    private readonly HttpClient _secretariat;
    private readonly Visitor _visitor;

    protected SpentLinkTests(HostFixture fixture)
    {
        _host = fixture.Host;
        _secretariat = _host.Client();
        _visitor = new Visitor(_host);
    }

    public void Dispose()
    {
        _host.Clock.Now = TestClock.Start;
        GC.SuppressFinalize(this);
    }

    [DatabaseFact]
    public async Task An_unknown_link_is_reported_as_incomplete_or_unknown()
    {
        var commitment = await LinkedCommitment.Make(_host);
        var token = await _visitor.TokenFor(commitment.Id, commitment.Organization);
        foreach (var broken in new[] { token[..^1], token + "a", "x", new string('a', 3000) })
            (await _visitor.Open(broken)).MustBe(404).Text.ShouldContain("This link is incomplete or unknown");
        (await _visitor.SendReport(token[..^1])).MustBe(404);
        (await _visitor.Open(token)).MustBe(200);
    }

    [DatabaseFact]
    public async Task An_expired_link_shows_until_when_it_worked_and_stores_nothing()
    {
        var commitment = await LinkedCommitment.Make(_host);
        var token = await _visitor.TokenFor(commitment.Id, commitment.Organization);
        _host.Clock.Set("2026-12-21T17:59:59Z");
        (await _visitor.Open(token)).MustBe(200);
        _host.Clock.Set("2026-12-21T18:00:00Z");
        (await _visitor.Open(token)).MustBe(410).Text.ShouldContain("It worked until the end of 21 December 2026");
        var sent = Html.Read((await _visitor.SendReport(token)).MustBe(410));
        sent.QuerySelector("blockquote")!.TextContent.ShouldBe("Ninety posts measure.", "nothing typed is lost");
        (await _secretariat.Get(commitment.Url + "/reports")).Items.ShouldBeEmpty();
    }

    [DatabaseFact]
    public async Task A_revoked_link_is_reported_as_revoked_and_shows_nothing_of_the_commitment()
    {
        var commitment = await LinkedCommitment.Make(_host);
        var token = await _visitor.TokenFor(commitment.Id, commitment.Organization);
        var link = (await _secretariat.Get(commitment.Url + "/report-links")).Items[0].GetProperty("id").GetString();
        (await _secretariat.Delete($"{commitment.Url}/report-links/{link}")).MustBe(204);
        (await _secretariat.Delete($"{commitment.Url}/report-links/{link}")).MustBe(204);

        var page = (await _visitor.Open(token)).MustBe(410);
        page.Text.ShouldContain("It was revoked on 21 November 2026");
        page.Text.ShouldNotContain("Checks at 120 posts");
        (await _visitor.SendReport(token)).MustBe(410);
        (await _visitor.Send(token, ("action", "renew"))).MustBe(410);
        (await Links(commitment)).Count.ShouldBe(1, "whoever revokes it decides whether there is another");
        (await _secretariat.Get(commitment.Url + "/reports")).Items.ShouldBeEmpty();
    }

    [DatabaseFact]
    public async Task A_closed_commitment_accepts_no_progress_report_and_shows_its_outcome()
    {
        var commitment = await LinkedCommitment.Make(_host);
        var token = await _visitor.TokenFor(commitment.Id, commitment.Organization);
        await _host.Close(commitment.Id, ClosingOutcome.PartlyCompleted, "2026-11-20");
        (await _visitor.Open(token))
            .MustBe(410)
            .Text.ShouldContain("This commitment is partly completed. Progress can be reported only on active commitments.");
        (await _visitor.SendReport(token)).MustBe(410);
    }

    [DatabaseFact]
    public async Task A_removed_contact_can_no_longer_report()
    {
        var commitment = await LinkedCommitment.Make(_host);
        var token = await _visitor.TokenFor(commitment.Id, commitment.Organization);
        await _host.Send(new RemoveContact(commitment.Organization, await _visitor.ContactOf(commitment.Organization)));
        var page = (await _visitor.Open(token)).MustBe(410);
        page.Text.ShouldContain("You are no longer a contact of the organization");
        page.Text.ShouldNotContain("Checks at 120 posts");
        (await _visitor.SendReport(token)).MustBe(410);
    }

    [DatabaseFact]
    public async Task A_removed_contact_can_no_longer_read_their_progress_report()
    {
        var commitment = await LinkedCommitment.Make(_host);
        var token = await _visitor.TokenFor(commitment.Id, commitment.Organization);
        (await _visitor.SendReport(token)).MustBe(303);
        await _host.Send(new RemoveContact(commitment.Organization, await _visitor.ContactOf(commitment.Organization)));
        (await _visitor.Open(token)).MustBe(410).Text.ShouldNotContain("Ninety posts measure.");
    }

    [DatabaseFact]
    public async Task An_organization_that_handed_over_the_commitment_can_no_longer_report()
    {
        var commitment = await LinkedCommitment.Make(_host);
        var token = await _visitor.TokenFor(commitment.Id, commitment.Organization);
        await _host.Send(new HandOverCommitment(commitment.Id, commitment.Partner, "They merged."));
        (await _visitor.Open(token)).MustBe(410).Text.ShouldContain("Your organization no longer reports on this commitment");
        (await _visitor.SendReport(token)).MustBe(410);
        (await _secretariat.Get(commitment.Url + "/reports")).Items.ShouldBeEmpty();
    }

    [DatabaseFact]
    public async Task A_new_link_is_sent_at_most_once_an_hour_and_the_page_says_when_it_was_not_sent()
    {
        var commitment = await LinkedCommitment.Make(_host);
        var token = await _visitor.TokenFor(commitment.Id, commitment.Organization);
        (await _visitor.SendReport(token)).MustBe(303);
        var tooSoon = (await Renew()).Text;
        tooSoon.ShouldContain("<b>No new link was sent.</b>");
        tooSoon.ShouldContain("ask again after 21 November 2026, 13:00", customMessage: "an hour later, in Dhaka");
        (await Links(commitment)).Count.ShouldBe(1, "the first was sent within the hour");

        _host.Clock.Now += TimeSpan.FromMinutes(61);
        (await Renew()).Text.ShouldContain("A new link is being sent");
        (await Links(commitment)).Count.ShouldBe(2);
        (await Renew()).Text.ShouldContain("ask again after 21 November 2026, 14:01");
        (await Links(commitment)).Count.ShouldBe(2);

        var fresh = await _visitor.Token("focal@example.org");
        fresh.ShouldNotBe(token);
        (await _visitor.SendReport(fresh)).MustBe(303);
        (await _secretariat.Get(commitment.Url + "/reports")).Items.Length.ShouldBe(2);

        Task<Answer> Renew() => _visitor.Send(token, ("action", "renew"));
    }

    [DatabaseFact]
    public async Task An_expired_link_can_be_renewed()
    {
        var commitment = await LinkedCommitment.Make(_host);
        var token = await _visitor.TokenFor(commitment.Id, commitment.Organization);
        _host.Clock.Now += TimeSpan.FromDays(40);
        Html.Read((await _visitor.Open(token)).MustBe(410)).QuerySelector("button[value=renew]").ShouldNotBeNull();
        (await _visitor.Send(token, ("action", "renew"))).MustBe(410);
        (await _visitor.Open(await _visitor.Token())).MustBe(200);
    }

    private Task<List<ReportLink>> Links(LinkedCommitment commitment) =>
        _host.Db(db => db.ReportLinks.Where(l => l.CommitmentId == commitment.Id).ToListAsync());
}
