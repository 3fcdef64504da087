using OpenQA.Selenium;
using PartnershipTracker.Api.FunctionalTests.Dashboard;
using PartnershipTracker.Infrastructure.Persistence;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.ReportLinks;

/// <summary>The form in a real browser: by hand, with and without script, and what axe finds.</summary>
public sealed class ReportBrowserTests
{
    [BrowserTheory]
    [InlineData("light", 390, true)]
    [InlineData("dark", 1280, true)]
    [InlineData("light", 320, false)]
    public async Task A_report_goes_from_the_mail_to_the_receipt(string scheme, int width, bool withScript)
    {
        await using var host = await TrackerHost.StartAsync(DatabaseProvider.Sqlite, new Dictionary<string, string>(), onKestrel: true);
        var promise = await Promise.Make(host);
        var token = await new Visitor(host).TokenFor(promise.Id, promise.Organization);
        using var browser = BrowserTests.Start(scheme, width, withScript);
        browser.Navigate().GoToUrl(new Uri(host.Address, Visitor.Address(token)));
        Look("the form");

        browser.FindElement(By.Id("value")).SendKeys("ninety");
        browser.FindElement(By.Id("narrative")).SendKeys("Ninety posts measure.");
        browser.FindElement(By.CssSelector("summary")).Click();
        Look("the form, unfolded");
        browser.FindElement(By.CssSelector("button.primary")).Click();
        browser.FindElement(By.CssSelector("[role=alert] a[href='#value']")).Text.ShouldContain("Posts that measure");
        Look("the form, with what is wrong");

        browser.FindElement(By.Id("value")).Clear();
        browser.FindElement(By.Id("value")).SendKeys("90");
        browser.FindElement(By.CssSelector("button.primary")).Click();
        browser.FindElement(By.TagName("h1")).Text.ShouldBe("Your report was received");
        browser.FindElement(By.TagName("dl")).Text.ShouldContain("90 posts");
        Look("the receipt");

        browser.Navigate().GoToUrl(new Uri(host.Address, Visitor.Address("nonsense")));
        Look("an unknown link");

        void Look(string what)
        {
            if (!withScript) return;
            Convert.ToInt64(browser.ExecuteScript("return document.documentElement.scrollWidth - window.innerWidth"), System.Globalization.CultureInfo.InvariantCulture)
                .ShouldBeLessThanOrEqualTo(0, $"{what} is wider than the window");
            BrowserTests.Violations(browser).ShouldBeEmpty(what);
        }
    }
}
