using OpenQA.Selenium;
using PartnershipTracker.Api.FunctionalTests.Access;
using PartnershipTracker.Application.Access;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Infrastructure.Persistence;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.Dashboard.Commitments;

/// <summary>A partner from the invitation to a completed commitment, in a real browser, with a reviewer in another one.</summary>
public sealed class PartnerBrowserTests
{
    private const string Email = "ana@example.net";

    private static readonly By Primary = By.CssSelector("main form button.primary"),
        Notice = By.CssSelector("main [role=status]"),
        Evidence = By.Id("file");

    [BrowserTheory]
    [InlineData("light", 1280, true)]
    [InlineData("dark", 320, true)]
    [InlineData("light", 834, false)]
    public async Task An_invited_partner_makes_a_commitment_and_completes_it(string scheme, int width, bool withScript)
    {
        await using var host = await TrackerHost.StartAsync(DatabaseProvider.Sqlite, new Dictionary<string, string>(), onKestrel: true);
        var own = await host.Organization("Green Delta");
        var others = await host.Organization("Canton of Bern", "10");
        await host.ActivePartnership("River Alliance", own, others);
        await host.Send(new InvitePerson(Email, Role.Officer, "Ana", own));
        using var reviewer = Browser.Start(scheme, width, withScript, await host.Key(others, "reviewer"));
        using var partner = Browser.Start(scheme, width, withScript);

        await SignIn();
        partner.Text(By.TagName("h1")).ShouldNotBeNullOrWhiteSpace();
        partner.Open(new Uri(host.Address, "/commitments"));
        partner.Click(By.CssSelector("main a[href='/commitments/new']"), shows: By.Id("partnershipId"));
        partner.Click(Primary, shows: By.Id("title"));
        Look(partner, "the empty form");
        FillIn();
        if (withScript)
        {
            partner.MustShow(By.CssSelector("#smart ul"));
            partner.Type(By.Id("measure.unit"), "people");
        }
        else
        {
            partner.Click(By.CssSelector(".buttons button[value=check]"), shows: By.CssSelector("#smart ul"));
        }

        Look(partner, "the form with its rating");
        partner.Click(By.CssSelector("button[value=submit]"), shows: By.CssSelector("[role=alert] a[href='#sdgTargets']"));
        Look(partner, "the form with an error");
        partner.Type(By.Id("searchTargets"), "tobacco");
        if (!withScript)
            partner.Click(By.CssSelector("button[value=searchTargets]"), shows: By.CssSelector("input[value='3.a']"));
        partner.Press(By.CssSelector("label:has(input[value='3.a'])"));
        partner.Click(By.CssSelector("button[value=submit]"), shows: Notice);
        var id = new CommitmentId(Guid.Parse(partner.Address.Segments[^1]));
        Look(partner, "the submitted commitment");

        Decide("accepted");
        Open(partner, $"/commitments/{id.Value}");
        partner.Click(By.CssSelector("#actions a[href$='/report']"), shows: By.Id("narrative"));
        Look(partner, "the form of the report");
        partner.Type(By.Id("value"), "5 000");
        partner.Type(By.Id("narrative"), "Everybody was screened.");
        partner.Press(By.CssSelector("label:has([name=milestones])"));
        partner.Attach(Evidence, Register());
        partner.Press(By.CssSelector("label:has([name=reportsCompletion])"));
        partner.Click(Primary, shows: Notice);
        partner.Text(Notice).ShouldContain("waits for review");
        Look(partner, "the commitment that is reported complete");

        Decide("the completion");
        reviewer.Press(By.CssSelector("label[for=level-4]"));
        reviewer.Type(By.Id("narrative"), "The register shows it.");
        reviewer.Click(Primary, shows: By.Id("outcome"));
        reviewer.Press(By.CssSelector("label[for=outcome-0]"));
        reviewer.Type(By.Id("narrative"), "Everybody was screened.");
        reviewer.Click(Primary, shows: Notice);

        Open(partner, $"/commitments/{id.Value}");
        var found = await host.Send(new GetCommitment(id));

        // It is already the next day where the organization is.
        (found.Status, found.Completion!.OnTime, found.Milestones.Single().CompletedOn).ShouldBe(
            (CommitmentStatus.Completed, true, TestClock.Day("2026-11-21"))
        );

        async Task SignIn()
        {
            partner.Open(new Uri(host.Address, "/sign-in"));
            partner.Type(By.Id("email"), Email);
            partner.Click(By.CssSelector("main form button.primary"), shows: By.Id("code"));
            partner.Type(By.Id("code"), (await new Visitor(host).Mail(Email)).Code);
            partner.Click(By.CssSelector("form[action='/sign-in/code'] button"), shows: By.CssSelector(".who button"));
            partner.Address.AbsolutePath.ShouldBe("/work");
            Look(partner, "what needs the partner");
        }

        void FillIn()
        {
            partner.Type(By.Id("title"), "Screen 5,000 people for high blood pressure");
            partner.Type(By.Id("measure.indicator"), "People screened");
            partner.Type(By.Id("measure.target"), "5 000");
            partner.TypeDay(By.Id("dueDate"), TestClock.Day("2027-06-30"));
            partner.Type(By.Id("milestones[0].title"), "First 1,000");
            partner.TypeDay(By.Id("milestones[0].dueDate"), TestClock.Day("2027-01-31"));
            partner.Click(By.CssSelector("button[value=addMilestone]"), shows: By.Id("milestones[1].title"));
            partner.Type(By.Id("milestones[1].title"), "Too much");
            partner.Click(By.CssSelector("button[value='removeMilestone:1']"), shows: By.Id("milestones[0].title"));
        }

        void Decide(string what)
        {
            Open(reviewer, "/reviews");
            reviewer.Click(By.CssSelector("tbody th a"), shows: By.Id("decision"));
            Look(reviewer, what);
            reviewer.Press(By.CssSelector("label[for=decision-0]"));
            reviewer.Click(Primary, shows: By.TagName("h1"));
        }

        void Open(Browser browser, string path)
        {
            browser.Open(new Uri(host.Address, path));
            browser.MustShow(By.TagName("h1"));
            Look(browser, path);
        }

        void Look(Browser browser, string what)
        {
            if (!withScript)
                return;
            browser.PixelsTooWide.ShouldBeLessThanOrEqualTo(0, $"{what} is wider than the window");
            browser.Violations().ShouldBeEmpty(what);
        }
    }

    private static string Register()
    {
        var path = Path.Combine(TestFolder.Path, $"{Guid.NewGuid():n}.txt");
        File.WriteAllText(path, "A register.");
        return path;
    }
}
