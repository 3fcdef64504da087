using OpenQA.Selenium;
using PartnershipTracker.Infrastructure.Persistence;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.ReportLinks;

/// <summary>The form in a real browser, with and without script, and what axe reports.</summary>
public sealed class ReportBrowserTests
{
    [BrowserTheory]
    [InlineData("light", 390, true)]
    [InlineData("dark", 1280, true)]
    [InlineData("light", 320, false)]
    public async Task A_contact_opens_the_link_reports_progress_and_sees_the_receipt(string scheme, int width, bool withScript)
    {
        await using var host = await TrackerHost.StartAsync(DatabaseProvider.Sqlite, new Dictionary<string, string>(), onKestrel: true);
        var commitment = await LinkedCommitment.Make(host);
        var token = await new Visitor(host).TokenFor(commitment.Id, commitment.Organization);
        using var browser = Browser.Start(scheme, width, withScript);
        browser.Open(new Uri(host.Address, Visitor.Address(token)));
        Look("the form");

        browser.Type(By.Id("value"), "ninety");
        browser.Type(By.Id("narrative"), "Ninety posts measure.");
        browser.Press(By.CssSelector("summary"));
        browser.MustShow(By.CssSelector("details[open]"));
        Look("the form, unfolded");
        browser.Click(By.CssSelector("button.primary"), shows: By.CssSelector("[role=alert] a[href='#value']"));
        browser.Text(By.CssSelector("[role=alert] a[href='#value']")).ShouldContain("Posts that measure");
        Look("the form, with what is wrong");

        browser.Type(By.Id("value"), "90");
        browser.Click(By.CssSelector("button.primary"), shows: By.TagName("dl"));
        browser.Text(By.TagName("h1")).ShouldBe("Your progress report was received");
        browser.Text(By.TagName("dl")).ShouldContain("90 posts");
        Look("the receipt");

        browser.Open(new Uri(host.Address, Visitor.Address("nonsense")));
        Look("an unknown link");

        void Look(string what)
        {
            if (!withScript)
                return;
            browser.PixelsTooWide.ShouldBeLessThanOrEqualTo(0, $"{what} is wider than the window");
            browser.Violations().ShouldBeEmpty(what);
        }
    }
}
