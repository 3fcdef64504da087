using OpenQA.Selenium;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Infrastructure.Persistence;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.Dashboard.Reviews;

/// <summary>A reviewer clears an inbox of five kinds in a real browser, with and without script; and what axe reports.</summary>
public sealed class ReviewBrowserTests
{
    private static readonly By Primary = By.CssSelector("main form button.primary");
    private static readonly By Notice = By.CssSelector("main [role=status]");

    [BrowserTheory]
    [InlineData("light", 1280, true)]
    [InlineData("dark", 320, true)]
    [InlineData("light", 834, false)]
    public async Task A_reviewer_clears_an_inbox_of_five_kinds(string scheme, int width, bool withScript)
    {
        await using var host = await TrackerHost.StartAsync(DatabaseProvider.Sqlite, new Dictionary<string, string>(), onKestrel: true);
        var own = await MakeInboxAsync(host);
        var reviewers = await host.Organization("Reviewers");
        using (var browser = Browser.Start(scheme, width, withScript, await host.Key(reviewers, "reviewer")))
        {
            Open(browser, "/work");
            Decide(browser, "decide", accepts: false, "Say in which districts.", "Returned: “Train 200 village nurses”");
            Decide(browser, "report", accepts: true, "", "Accepted: progress report on “Equip 120 health posts”");
            Decide(browser, "change", accepts: true, "The instalment is late, indeed.", "is now due on 31 December 2027");
            Decide(
                browser,
                "withdrawal",
                accepts: false,
                "Hand it over instead.",
                "The request to withdraw “Open a second training centre” was rejected."
            );

            browser.Click(By.CssSelector("tbody th a"), shows: By.Id("decision"));
            Look(browser, "completion");
            browser.Press(By.CssSelector("label[for=decision-0]"));
            browser.Click(Primary, shows: By.Id("level"));
            Look(browser, "assess");
            browser.Press(By.CssSelector("label[for=level-4]"));
            browser.Type(By.Id("narrative"), "All posts measure; I visited three of them.");
            browser.Click(Primary, shows: By.Id("outcome"));
            Look(browser, "close");
            browser.Press(By.CssSelector("label[for=outcome-0]"));
            browser.Type(By.Id("narrative"), "Every post measures on every clinic day.");
            browser.Click(Primary, shows: Notice);
            browser.Text(By.TagName("h1")).ShouldBe("Nothing awaits your decision");
            Look(browser, "empty");

            Open(browser, "/commitments?status=completed");
            browser.Click(By.CssSelector("tbody th a"), shows: By.Id("actions"));
            Look(browser, "commitment");
            browser.Click(By.CssSelector("#actions a[href$='/reopen']"), shows: By.Id("reason"));
            Look(browser, "reopen");
        }

        using var partner = Browser.Start(scheme, width, withScript, await host.Key(own, "officer"));
        Open(partner, "/work");

        void Open(Browser browser, string path)
        {
            browser.Open(new Uri(host.Address, path));
            browser.MustShow(By.TagName("h1"));
            Look(browser, path);
        }

        void Decide(Browser browser, string what, bool accepts, string text, string mail)
        {
            browser.Open(new Uri(host.Address, "/reviews"));
            browser.Click(By.CssSelector("tbody th a"), shows: By.Id("decision"));
            Look(browser, what);
            browser.Press(By.CssSelector($"label[for=decision-{(accepts ? 0 : 1)}]"));
            if (text.Length > 0)
                browser.Type(By.TagName("textarea"), text);
            if (withScript)
                browser.MustShow(By.CssSelector("#mail-preview h2"));
            else
                browser.Click(By.CssSelector("button[value=check]"), shows: By.CssSelector("#mail-preview h2"));
            browser.Text(By.Id("mail-preview")).ShouldContain(mail);
            Look(browser, what + " with its mail");
            browser.Click(Primary, shows: Notice);
            browser.Address.AbsolutePath.ShouldBe("/reviews");
            Look(browser, what + " decided");
        }

        void Look(Browser browser, string what)
        {
            if (!withScript)
                return;
            browser.PixelsTooWide.ShouldBeLessThanOrEqualTo(0, $"{what} is wider than the window");
            browser.Violations().ShouldBeEmpty(what);
        }
    }

    private static async Task<Domain.Organizations.OrganizationId> MakeInboxAsync(TrackerHost host)
    {
        var own = await host.Organization("Green Delta Network for Community Health");
        var partnership = await host.ActivePartnership("Healthy Delta 2030", own, await host.Organization("Partner", "10"));
        var submitted = await host.Draft(partnership, own, "2027-06-30", "Train 200 village nurses", "2027-01-31");
        await host.Send(new SubmitCommitment(submitted));
        var reporting = await Active("2027-06-30", "Equip 120 health posts");
        await host.Send(new ReportProgress(reporting, TestClock.Day("2026-09-30"), "Forty posts are equipped.", 40));
        await host.Send(
            new AcceptProgressReport(reporting, new ProgressReportId((await host.Send(new ListProgressReports(reporting))).Items[0].Id))
        );
        Step();
        await host.Send(
            new ReportProgress(
                reporting,
                TestClock.Day("2026-11-20"),
                "Sixty posts are equipped.",
                60,
                "Two devices are held at customs.",
                Evidence: [new EvidenceLink("Register of October", "https://example.org/register.pdf")]
            )
        );
        Step();
        await host.Send(
            new RequestChange(
                await Active("2027-06-30", "Measure in every clinic"),
                new ChangeTerms(TestClock.Day("2027-12-31"), ChangeReason.Funding, "The second instalment is late.")
            )
        );
        Step();
        await host.Send(new WithdrawCommitment(await Active("2026-11-01", "Open a second training centre"), "The building was sold."));
        Step();
        await host.ReportComplete(await Active("2027-06-30", "Publish the guideline"), "2026-11-20");
        await host.Send(new DraftCommitment(partnership, own, new CommitmentDraft { Title = "Screen more people" }));
        return own;

        Task<CommitmentId> Active(string due, string title) => host.ActiveCommitment(partnership, own, due, title, "2026-10-31");
        void Step() => host.Clock.Now += TimeSpan.FromMinutes(1);
    }
}
