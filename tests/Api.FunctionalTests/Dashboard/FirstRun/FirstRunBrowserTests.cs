using OpenQA.Selenium;
using PartnershipTracker.Api.FunctionalTests.Access;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Infrastructure.Persistence;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.Dashboard.FirstRun;

/// <summary>From an empty installation to a commitment that a second person accepted, in a real browser.</summary>
public sealed class FirstRunBrowserTests
{
    private const string First = "first@example.net",
        Second = "second@example.net";

    private static readonly By Main = By.CssSelector("main form button.primary"),
        Next = By.CssSelector(".asks a.primary");

    [BrowserTheory]
    [InlineData("light", 1280, true)]
    [InlineData("dark", 320, true)]
    [InlineData("light", 834, false)]
    public async Task The_secretariat_walks_the_five_forms_and_the_invited_reviewer_accepts(string scheme, int width, bool withScript)
    {
        await using var host = await TrackerHost.StartAsync(
            DatabaseProvider.Sqlite,
            new Dictionary<string, string> { ["Bootstrap:Email"] = First },
            onKestrel: true
        );
        using var browser = Browser.Start(scheme, width, withScript);
        await SignIn(First, By.CssSelector(".asks"));
        browser.Address.AbsolutePath.ShouldBe("/");
        browser.Text(By.TagName("h1")).ShouldBe("There are no commitments yet");
        Look("the first steps");

        browser.Click(Next, shows: By.Id("contact.name"));
        browser.Click(Main, shows: By.CssSelector("[role=alert] a[href='#name']"));
        Look("the first form with its errors");
        FillIn("Green Delta", "ana@example.net");
        browser.Click(Main, shows: By.CssSelector("[role=status]"));
        browser.Address.AbsolutePath.ShouldBe("/start/partner");
        FillIn("Canton of Bern", "bo@example.net");
        browser.Click(Main, shows: By.Id("lead"));

        Look("the form of the partnership");
        browser.Type(By.Id("name"), "River Alliance");
        browser.Choose(By.Id("lead"), "Green Delta");
        browser.Choose(By.Id("partner"), "Canton of Bern");
        browser.Click(Main, shows: By.Id("title"));

        browser.Type(By.Id("title"), "Screen 5,000 people for high blood pressure");
        browser.Type(By.Id("dueDate"), "06302027");
        browser.Press(By.XPath("//summary[contains(., 'Good health')]"));
        browser.Press(By.CssSelector("input[name=sdgTargets][value='3.4']"));
        browser.Click(By.CssSelector("button[name=action][value=submit]"), shows: By.Id("email"));
        browser.Address.AbsolutePath.ShouldBe("/start/reviewer");
        Look("the invitation");
        browser.Type(By.Id("email"), Second);
        browser.Click(Main, shows: By.CssSelector("[role=status]"));
        browser.Text(By.TagName("h1")).ShouldBe("The first commitment awaits its review");
        Look("the end of the first steps");

        browser.Click(By.CssSelector(".who button"), shows: By.TagName("h1"));
        await SignIn(Second, By.CssSelector("main table a"));
        browser.Click(By.CssSelector("main table a"), shows: By.Id("decision-0"));
        browser.Press(By.Id("decision-0"));
        browser.Type(By.Id("reason"), "It is the first one.");
        browser.Click(Main, shows: By.CssSelector("[role=status]"));
        (await host.Send(new ListCommitments { Accepted = true })).Items.ShouldHaveSingleItem().Status.ShouldBe(CommitmentStatus.Active);

        async Task SignIn(string email, By shows)
        {
            browser.Open(new Uri(host.Address, "/sign-in"));
            browser.Type(By.Id("email"), email);
            browser.Click(By.CssSelector("main form button"), shows: By.Id("code"));
            browser.Type(By.Id("code"), (await new Visitor(host).Mail(email)).Code);
            browser.Click(By.CssSelector("form[action='/sign-in/code'] button"), shows);
        }

        void FillIn(string name, string contact)
        {
            browser.Type(By.Id("name"), name);
            browser.Choose(By.Id("type"), "National NGO");
            browser.Choose(By.Id("countryCode"), "Bangladesh");
            browser.Type(By.Id("timeZone"), "Asia/Dhaka");
            browser.Type(By.Id("contact.name"), "Ana");
            browser.Type(By.Id("contact.email"), contact);
        }

        void Look(string what)
        {
            browser.Screenshot().Length.ShouldBeGreaterThan(5_000, what);
            if (!withScript)
                return;
            browser.PixelsTooWide.ShouldBeLessThanOrEqualTo(0, $"{what} is wider than the window");
            browser.Violations().ShouldBeEmpty(what);
        }
    }
}
