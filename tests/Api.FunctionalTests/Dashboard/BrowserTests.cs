using OpenQA.Selenium;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.Dashboard;

/// <summary>The pages in a real browser: their layout, and what axe reports.</summary>
[Collection(DemoSite.Name)]
public sealed class BrowserTests(DemoSite site)
{
    private static readonly string[] Pages =
    [
        "/",
        "/commitments",
        "/commitments?overdue=true",
        "/commitments?q=no%20such%20thing",
        "/commitments/{id}",
        "/commitments/{whole}",
        "/commitments/new",
        "/commitments/new?partnershipId={partnership}",
        "/commitments/{draft}/revise",
        "/commitments/{draft}/submit",
        "/commitments/{draft}/report",
        "/commitments/{id}/report",
        "/commitments/{id}/change",
        "/commitments/{id}/payment",
        "/commitments/{whole}/milestones/{open}/complete",
        "/commitments/{whole}/milestones/{completed}/reopen",
        "/commitments/{id}/supporters",
        "/commitments/{id}/report-links",
        "/commitments/{id}/report-links/sent",
        "/commitments/{id}/withdraw",
        "/commitments/{id}/supersede",
        "/commitments/{id}/hand-over",
        "/commitments/{id}/voices",
        "/commitments?offTrack=true&timesMovedFrom=0&sort=-daysSlipped",
        "/partnerships",
        "/partnerships?q=no%20such%20thing",
        "/partnerships/{partnership}",
        "/partnerships/{partnership}/edit",
        "/partnerships/{partnership}/members/new?q=a",
        "/partnerships/{partnership}/dissolve",
        "/partnerships/{partnership}/unpublish",
        "/initiatives",
        "/initiatives?q=no%20such%20thing",
        "/initiatives/new",
        "/initiatives/{initiative}",
        "/initiatives/{initiative}/support",
        "/initiatives/{initiative}/comment",
        "/initiatives/{initiative}/concern",
        "/initiatives/{initiative}/supports/{support}/withdraw",
        "/initiatives/{accepted}",
        "/initiatives/{accepted}/partnership",
        "/initiatives/{accepted}/commitment",
        "/dialogues",
        "/dialogues?q=no%20such%20thing",
        "/dialogues/new",
        "/dialogues/{dialogue}",
        "/dialogues/{dialogue}/edit",
        "/dialogues/{dialogue}/agenda",
        "/dialogues/{dialogue}/plan",
        "/dialogues/{dialogue}/rotation",
        "/dialogues/{dialogue}/inclusion",
        "/dialogues/{dialogue}/voices",
        "/dialogues/{dialogue}/start",
        "/dialogues/{dialogue}/consolidate",
        "/dialogues/{dialogue}/publish",
        "/dialogues/{dialogue}/step-back",
        "/dialogues/{dialogue}/take-up-day",
        "/dialogues/{dialogue}/segments/new",
        "/dialogues/{dialogue}/segments/{segment}",
        "/dialogues/{dialogue}/segments/{segment}/remove",
        "/dialogues/{dialogue}/segments/{segment}/rooms/new",
        "/dialogues/{dialogue}/rooms/{room}",
        "/dialogues/{dialogue}/rooms/{room}/edit",
        "/dialogues/{dialogue}/rooms/{room}/remove",
        "/dialogues/{dialogue}/rooms/{room}/people",
        "/dialogues/{dialogue}/rooms/{room}/people/{participant}/remove",
        "/dialogues/{dialogue}/participants",
        "/dialogues/{dialogue}/participants/{participant}",
        "/dialogues/{dialogue}/participants/{participant}/remove",
        "/dialogues/{dialogue}/invite",
        "/dialogues/{dialogue}/notes",
        "/dialogues/{dialogue}/questions",
        "/dialogues/{dialogue}/questions/{question}",
        "/dialogues/{dialogue}/outcomes/new",
        "/dialogues/{dialogue}/outcomes/{outcome}",
        "/dialogues/{dialogue}/outcomes/{outcome}/edit",
        "/dialogues/{dialogue}/outcomes/{outcome}/agreement",
        "/dialogues/{dialogue}/outcomes/{outcome}/commitment",
        "/dialogues/{dialogue}/outcomes/{outcome}/remove",
        "/dialogues/{published}",
        "/dialogues/{published}/outcomes/{agreed}",
        "/dialogue/{dialogueToken}",
        "/dialogue/{expired}",
        "/partnerships/{partnership}/health",
        "/partnerships/{partnership}/health/{round}",
        "/partnerships/{partnership}/health/{round}/cancel",
        "/partnerships/{checked}/health",
        "/partnerships/{checked}/health/{closed}",
        "/partnerships/{partnership}/health/new",
        "/partnerships/{partnership}/health/plan",
        "/partnerships/{partnership}/inclusion",
        "/partnerships/{partnership}/engagement",
        "/partnerships/{partnership}/engagement/new",
        "/partnerships/{partnership}/result-measures/new",
        "/commitments/{id}/engagement",
        "/commitments/{whole}/engagement",
        "/commitments/{whole}/engagement/new",
        "/commitments/{whole}/result-measures/new",
        "/engagements/{engagement}/edit",
        "/engagements/{engagement}/remove",
        "/result-measures/{measure}/edit",
        "/result-measures/{measure}/remove",
        "/commitments/{voiced}/voices",
        "/commitments/{voiced}/voices/{hidden}",
        "/commitments/{voiced}/voices/{hidden}/restore",
        "/inclusion",
        "/health-check",
        "/health-check/{respondent}",
        "/health-check/{answered}",
        "/health-check/{ended}",
        "/start/organization",
        "/start/partnership",
        "/start/reviewer",
        "/rubric",
        "/programme",
        "/pillars/capacityStrengthening",
        "/themes/climateAndPlanetaryHealth",
        "/templates",
        "/vocabularies/theme",
        "/vocabularies/theme/new",
        "/vocabularies/theme/nonCommunicableDiseases/edit",
        "/vocabularies/theme/nonCommunicableDiseases/retire",
        "/templates?partnershipId={partnership}&organizationId={organization}",
        "/commitments/new?template=training&partnershipId={partnership}&organizationId={organization}",
        "/commitments/new?partnershipId={partnership}&organizationId={organization}",
        "/overdue",
        "/reviews",
        "/organizations?withoutContact=true",
        "/organizations/new",
        "/organizations/{organization}",
        "/organizations/{organization}/contacts/new",
        "/organizations/{organization}/contacts/{contact}/hand-over",
        "/organizations/{organization}/contacts/{contact}/remove",
        "/organizations/{organization}/api-keys",
        "/organizations/{organization}/api-keys/new",
        "/people",
        "/people/new",
        "/people/{person}",
        "/imports",
        "/imports/new",
        "/imports/{import}",
        "/imports/{import}/columns",
        "/imports/profiles/engagements/remove",
        "/work",
        "/accountability-reports",
        "/accountability-reports/{report}",
        "/schedules",
        "/schedules/new",
        "/schedules/{schedule}",
        "/schedules/{schedule}/edit",
        "/schedules/{schedule}/preview",
        "/schedules/{schedule}/stop",
        "/history",
        "/audit",
        "/audit/{verification}",
        "/deferred?state=",
        "/deferred/{work}/drop",
        "/security-events",
        "/settings",
        "/calendars",
        "/calendars/new",
        "/calendars/{calendar}/revoke",
        "/webhooks",
        "/webhooks/new",
        "/webhooks/{webhook}",
        "/webhooks/{webhook}/rotate",
        "/sign-in",
        "/sign-in/no-such-link",
        "/nonsense",
    ];

    /// <summary>Pages that the secretariat may not open.</summary>
    private static readonly (string Reader, string Path)[] PagesOfOthers =
    [
        ("board", "/initiatives/{initiative}/decide"),
        ("officer", "/initiatives/{mine}"),
        ("officer", "/initiatives/{mine}/edit"),
        ("officer", "/initiatives/{mine}/withdraw"),
        ("officer", "/initiatives/{mine}/concerns/{concern}/answer"),
        ("community", "/voices"),
        ("community", "/voices?kind=outcome"),
        ("community", "/voices/mine"),
        ("community", "/voices/invitations"),
    ];

    /// <summary>Pages with an error status, which Chromium itself notes.</summary>
    private static readonly string[] WithErrorStatus = ["/nonsense", "/dialogue/{expired}", "/health-check/{ended}"];

    private string Key => site.KeyOf("secretariat");

    /// <summary>All pages, by the key of who reads them.</summary>
    private IEnumerable<(string Key, IEnumerable<string> Paths)> Readings =>
        PagesOfOthers
            .GroupBy(page => page.Reader, page => page.Path)
            .Select(own => (Key: site.KeyOf(own.Key), Paths: own.AsEnumerable()))
            .Prepend((Key, Pages));

    [BrowserTheory]
    [InlineData("light", 1280, true)]
    [InlineData("dark", 320, true)]
    [InlineData("light", 1280, false)]
    public void Pages_load_without_errors_and_axe_finds_no_violations(string scheme, int width, bool withScript)
    {
        var found = new List<string>();
        foreach (var (key, paths) in Readings)
        {
            using var browser = Browser.Start(scheme, width, withScript, key);
            foreach (var path in paths)
            {
                browser.Open(new Uri(site.Host.Address, site.Path(path)));
                browser.MustShow(By.TagName("h1"));
                browser.Screenshot().Length.ShouldBeGreaterThan(10_000, path);
                var complaints = browser.Complaints().Select(complaint => $"{path}: {complaint}").ToList();
                if (!WithErrorStatus.Contains(path))
                    found.AddRange(complaints);
                if (!withScript)
                    continue;

                browser.PixelsTooWide.ShouldBeLessThanOrEqualTo(0, $"{path} is wider than the window");
                found.AddRange(browser.Violations().Select(v => $"{path} ({scheme}, {width}): {v}"));
            }
        }

        found.ShouldBeEmpty(string.Join(Environment.NewLine, found));
    }

    [BrowserTheory]
    [InlineData(320)]
    [InlineData(834)]
    public void No_page_is_wider_than_its_window_in_the_widest_font(int width)
    {
        foreach (var (key, paths) in Readings)
        {
            using var browser = Browser.Start("light", width, key: key, typeface: Typeface.Widest);
            foreach (var path in paths)
            {
                browser.Open(new Uri(site.Host.Address, site.Path(path)));
                browser.FontsOf("h1").ShouldBe(["DejaVuSans-Bold"], "fonts-dejavu-core is not installed (./test installs it)");
                browser.PixelsTooWide.ShouldBeLessThanOrEqualTo(0, $"{path} is wider than the window");
            }
        }
    }

    [BrowserTheory]
    [InlineData(1280, 11)]
    [InlineData(360, 1)]
    public void The_head_shows_all_entries_in_one_row_and_on_a_phone_only_the_link_to_all_pages(int width, int entries)
    {
        using var browser = Browser.Start("light", width, key: Key);
        foreach (var path in new[] { "/", "/reviews" })
        {
            browser.Open(new Uri(site.Host.Address, path));
            browser.RowsOf(".masthead .nav > li").ShouldBe((1, entries), path);
            browser.PixelsTooWide.ShouldBeLessThanOrEqualTo(0, path);
        }
    }

    [BrowserTheory]
    [InlineData("light", 360, false)]
    [InlineData("dark", 1280, false)]
    [InlineData("light", 1280, true)]
    public void A_person_can_sign_in_and_out_without_script(string scheme, int width, bool byCode)
    {
        using var browser = Browser.Start(scheme, width);
        browser.Open(new Uri(site.Host.Address, "/me"));
        browser.Address.PathAndQuery.ShouldBe("/sign-in?returnUrl=%2Fme");
        browser.Click(By.CssSelector("form:has([value='officer@example.org']) button"), shows: By.CssSelector(".demo code"));
        var code = browser.Text(By.CssSelector(".demo code"));
        var found = browser.Violations().ToList();
        if (byCode)
        {
            browser.Type(By.Id("code"), "wrong");
            browser.Click(By.CssSelector("form[action='/sign-in/code'] button"), shows: By.CssSelector("#code[aria-invalid]"));
            found.AddRange(browser.Violations());
            browser.Type(By.Id("code"), code);
            browser.Click(By.CssSelector("form[action='/sign-in/code'] button"), shows: By.Id("sessions"));
        }
        else
        {
            var enter = By.CssSelector(".lead + .stack > form:only-child button");
            browser.Click(By.CssSelector(".demo a"), shows: enter);
            found.AddRange(browser.Violations());
            browser.Click(enter, shows: By.Id("sessions"));
        }

        browser.Address.AbsolutePath.ShouldBe("/me");
        browser.Text(By.TagName("h1")).ShouldStartWith("You are signed in and act for ");
        browser.PixelsTooWide.ShouldBeLessThanOrEqualTo(0);
        found.AddRange(browser.Violations());
        found.ShouldBeEmpty(string.Join(Environment.NewLine, found));

        browser.Click(By.CssSelector(".who button"), shows: By.Id("email"));
        browser.Open(new Uri(site.Host.Address, "/me"));
        browser.Address.AbsolutePath.ShouldBe("/sign-in");
    }

    [BrowserTheory]
    [InlineData("/")]
    [InlineData("/commitments/{id}")]
    public void A_page_can_be_printed(string path)
    {
        using var browser = Browser.Start("light", 1280);
        browser.Open(new Uri(site.Host.Address, site.Path(path)));
        browser.Print().Length.ShouldBeGreaterThan(10_000);
    }
}
