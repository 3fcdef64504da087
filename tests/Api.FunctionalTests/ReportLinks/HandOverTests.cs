using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Api.FunctionalTests.Dashboard;
using PartnershipTracker.Application.Organizations;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.ReportLinks;

public sealed class HandOversOnSqlite(OnSqlite fixture) : HandOverTests(fixture), IClassFixture<OnSqlite>;

public sealed class HandOversOnPostgreSql(OnPostgreSql fixture) : HandOverTests(fixture), IClassFixture<OnPostgreSql>;

/// <summary>A contact names a colleague who reports instead.</summary>
public abstract class HandOverTests(HostFixture fixture)
{
    private readonly TrackerHost _host = fixture.Host;
    private readonly HttpClient _secretariat = fixture.Host.Client();
    private readonly Visitor _visitor = new(fixture.Host);

    [DatabaseFact]
    public async Task A_colleague_takes_over_with_a_link_of_their_own_and_then_reports()
    {
        var commitment = await LinkedCommitment.Make(_host);
        await _host.Send(new AddContact(commitment.Organization, "Rahima", "rahima@example.org", ContactRole.FocalPoint, "fr"));
        var rahima = await _host.Db(db =>
            db.Contacts.Where(c => c.OrganizationId == commitment.Organization && c.Name == "Rahima").Select(c => c.Id).SingleAsync()
        );
        await _host.Send(new Application.ReportLinks.SendReportLink(commitment.Id, rahima));
        var token = await _visitor.Token("rahima@example.org");

        var named = Html.Read((await Name(token, "Karim", " Karim@Example.org ", ("narrative", "Half a word"))).MustBe(200));
        named.Body!.TextContent.ShouldContain("Karim\u2069 was asked to report instead of you");
        named.QuerySelector("#narrative")!.TextContent.ShouldBe("Half a word");
        var mail = (await _visitor.Mails())[^1];
        mail.To.ShouldBe("karim@example.org");
        mail.Text.ShouldContain("Rahima of Riverside <Trust> named you");
        mail.Text.ShouldNotContain("Dear Karim", customMessage: "our mails contain no text that a stranger typed");

        // Until the colleague confirms, the first contact stays, and the colleague can do nothing but confirm.
        var own = await _visitor.Token("karim@example.org");
        var question = Html.Read((await _visitor.Open(own)).MustBe(200));
        question.QuerySelector("h1")!.TextContent.ShouldContain("Will you report on");
        question.QuerySelector("textarea").ShouldBeNull();
        (await _visitor.SendReport(own)).MustBe(200);
        (await _secretariat.Get(commitment.Url + "/reports")).Items.ShouldBeEmpty();
        (await Contacts(commitment)).ShouldNotContain("karim@example.org");
        (await _visitor.Open(token)).MustBe(200).Text.ShouldContain("Send progress report");

        (await _visitor.Send(own, ("action", "takeOver"))).MustBe(303);
        var contact = (await _secretariat.Get($"/api/v1/organizations/{commitment.Organization.Value}/contacts")).Items.Single(c =>
            c.GetProperty("email").GetString() == "karim@example.org"
        );
        contact.GetProperty("name").GetString().ShouldBe("Karim");
        contact.GetProperty("role").GetString().ShouldBe("alternate");
        contact.GetProperty("language").GetString().ShouldBe("fr", "as the colleague who named them");

        var oldPage = (await _visitor.Open(token)).MustBe(410);
        oldPage.Text.ShouldContain(
            "Karim\u2069 took over progress reporting from you on 21 November 2026, 12:00".Replace(
                "\u2069",
                "&#x2069;",
                StringComparison.Ordinal
            )
        );
        (await _visitor.SendReport(token)).MustBe(410);
        var notice = (await _visitor.Mails())[^1];
        notice.To.ShouldBe("rahima@example.org");
        notice.Text.ShouldContain("Karim has taken over");

        (await _visitor.SendReport(own)).MustBe(303);
        (await _secretariat.Get(commitment.Url + "/history"))
            .Items.Single(h => h.GetProperty("event").GetString() == "progressReported")
            .GetProperty("by")
            .GetString()
            .ShouldBe("Karim of Riverside <Trust>");
        var stored = await _host.Db(db => db.ReportLinks.Where(l => l.CommitmentId == commitment.Id).ToListAsync());
        stored.ShouldAllBe(l => l.Colleague == null, "names are stored only with contacts");
    }

    [DatabaseFact]
    public async Task Another_colleague_replaces_the_previous_one_and_the_same_one_gets_one_mail()
    {
        var commitment = await LinkedCommitment.Make(_host);
        var token = await _visitor.TokenFor(commitment.Id, commitment.Organization);
        await Name(token, "Karim", "karim2@example.org");
        var first = await _visitor.Token("karim2@example.org");
        var mails = (await _visitor.Mails()).Count;
        (await Name(token, "Karim", "karim2@example.org")).MustBe(200);
        (await _visitor.Mails()).Count.ShouldBe(mails);

        (await Name(token, "Salma", "salma@example.org")).MustBe(200);
        (await _visitor.Open(first)).MustBe(410).Text.ShouldContain("This link was revoked");
        (await _visitor.Send(first, ("action", "takeOver"))).MustBe(410);
        (await Name(token, "Anika", "anika@example.org")).MustBe(200);
        (await Name(token, "Fourth", "fourth@example.org"))
            .MustBe(422)
            .Text.ShouldContain("colleagues that can be named with one link is reached: 3");
    }

    [DatabaseFact]
    public async Task Revoking_a_link_revokes_its_invitations()
    {
        var commitment = await LinkedCommitment.Make(_host);
        var token = await _visitor.TokenFor(commitment.Id, commitment.Organization);
        await Name(token, "Karim", "karim3@example.org");
        var link = (await _secretariat.Get(commitment.Url + "/report-links")).Items.Single(l =>
            l.GetProperty("state").GetString() == "open"
        );
        (await _secretariat.Get(commitment.Url + "/report-links")).Items[0].GetProperty("state").GetString().ShouldBe("invited");
        (await _secretariat.Delete($"{commitment.Url}/report-links/{link.GetProperty("id").GetString()}")).MustBe(204);
        (await _visitor.Send(await _visitor.Token("karim3@example.org"), ("action", "takeOver"))).MustBe(410);
        (await Contacts(commitment)).ShouldNotContain("karim3@example.org");
    }

    [DatabaseFact]
    public async Task Who_takes_over_from_a_contact_gets_new_links_for_the_open_ones()
    {
        var commitment = await LinkedCommitment.Make(_host);
        var contacts = $"/api/v1/organizations/{commitment.Organization.Value}/contacts";
        var token = await _visitor.TokenFor(commitment.Id, commitment.Organization, "The board meets.");
        await Name(token, "Anika", "anika5@example.org");
        var (invited, leaving) = (await _visitor.Token("anika5@example.org"), await _visitor.ContactOf(commitment.Organization));

        var successor = (
            await _secretariat.Post($"{contacts}/{leaving.Value}/hand-over", new { name = "Karim", email = "karim5@example.org" })
        ).MustBe(200);
        successor["role"].GetString().ShouldBe((await _secretariat.Get($"{contacts}/{successor.Id}"))["role"].GetString());
        (await _secretariat.Get($"{contacts}/{leaving.Value}")).MustRefuse(404, "contact.notFound");
        (await _visitor.SendReport(token)).MustBe(410);
        (await _visitor.Send(invited, ("action", "takeOver"))).MustBe(410);
        (await _visitor.Mails())[^1].Text.ShouldContain("The board meets.");
        (await _visitor.SendReport(await _visitor.Token("karim5@example.org"))).MustBe(303);
    }

    [DatabaseFact]
    public async Task Whoever_reads_an_address_that_was_wrong_cannot_report_any_more()
    {
        var commitment = await LinkedCommitment.Make(_host);
        var token = await _visitor.TokenFor(commitment.Id, commitment.Organization);
        var contact =
            $"/api/v1/organizations/{commitment.Organization.Value}/contacts/{(await _visitor.ContactOf(commitment.Organization)).Value}";
        var before = (await _secretariat.Get(contact)).MustBe(200);
        var email = before["email"].GetString()!;
        (await _secretariat.Put(contact, Bodies.Contact(email).With("name", "Another name"))).MustBe(200);
        (await _visitor.Open(token)).MustBe(200);
        (await _secretariat.Put(contact, Bodies.Contact("right6@example.org"))).MustBe(200);
        (await _visitor.SendReport(token)).MustBe(410);
        (await _visitor.SendReport(await _visitor.Token("right6@example.org"))).MustBe(303);
    }

    [DatabaseFact]
    public async Task An_existing_contact_is_not_added_again()
    {
        var commitment = await LinkedCommitment.Make(_host);
        await _host.Send(new AddContact(commitment.Organization, "Karim", "karim4@example.org", ContactRole.AuthorizedOfficer));
        var token = await _visitor.TokenFor(commitment.Id, commitment.Organization);
        await Name(token, "Karim", "karim4@example.org");
        (await _visitor.Send(await _visitor.Token("karim4@example.org"), ("action", "takeOver"))).MustBe(303);
        (await Contacts(commitment)).Count(email => email == "karim4@example.org").ShouldBe(1);
    }

    [DatabaseTheory]
    [InlineData("", "karim@example.org", "#colleagueName")]
    [InlineData("Karim\r\nRahima", "karim@example.org", "#colleagueName")]
    [InlineData("Karim\u2028Rahima", "karim@example.org", "#colleagueName")]
    [InlineData("Karim\0", "karim@example.org", "#colleagueName")]
    [InlineData("Karim", "nobody", "#colleagueEmail")]
    [InlineData("Karim", "karim@example.org\r\nBcc: all@example.org", "#colleagueEmail")]
    [InlineData("Myself", "FOCAL@example.org", "#colleagueEmail")]
    public async Task A_colleague_without_a_valid_name_and_address_is_refused(string name, string email, string wrong)
    {
        var commitment = await LinkedCommitment.Make(_host);
        var token = await _visitor.TokenFor(commitment.Id, commitment.Organization);
        var page = Html.Read((await Name(token, name, email)).MustBe(422));
        page.QuerySelectorAll("[role=alert] a").ShouldHaveSingleItem().GetAttribute("href").ShouldBe(wrong);
        (await _host.Db(db => db.ReportLinks.CountAsync(l => l.CommitmentId == commitment.Id))).ShouldBe(1);
    }

    private Task<Answer> Name(string token, string name, string email, params (string Name, string Value)[] more) =>
        _visitor.Send(token, [("action", "passOn"), ("colleagueName", name), ("colleagueEmail", email), .. more]);

    private Task<List<string>> Contacts(LinkedCommitment commitment) =>
        _host.Db(db => db.Contacts.Where(c => c.OrganizationId == commitment.Organization).Select(c => c.Email).ToListAsync());
}
