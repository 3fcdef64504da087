using OpenQA.Selenium;
using PartnershipTracker.Infrastructure.Persistence;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.Voices;

/// <summary>The pages about voices in a real browser, with and without script, and what axe reports.</summary>
public sealed class VoiceBrowserTests
{
    [BrowserTheory]
    [InlineData("light", 1280, true)]
    [InlineData("dark", 320, true)]
    [InlineData("light", 320, false)]
    public async Task A_person_opens_the_link_gives_a_voice_and_withdraws_it(string scheme, int width, bool withScript)
    {
        await using var host = await TrackerHost.StartAsync(DatabaseProvider.Sqlite, new Dictionary<string, string>(), onKestrel: true);
        var place = await Neighbourhood.MakeAsync(host);
        var token = await place.Invite("rahima@phone.example", "Rahima");
        using var browser = Browser.Start(scheme, width, withScript);
        browser.Open(new Uri(host.Address, "/voice/" + token));
        Look("the form");
        browser.Type(By.Id("text"), "The door was closed.");
        browser.Click(By.CssSelector("button.primary"), shows: By.CssSelector("[role=alert] a[href='#stance']"));
        Look("the form, with what is wrong");
        browser.Press(By.CssSelector("label[for='stance-2']"));
        browser.Press(By.CssSelector("label[for='shownAs-2']"));
        browser.Click(By.CssSelector("button.primary"), shows: By.TagName("details"));
        browser.Text(By.TagName("h1")).ShouldBe("Your voice was received");
        Look("the receipt");
        browser.Press(By.CssSelector("summary"));
        browser.Click(By.CssSelector("button.danger"), shows: By.CssSelector("main p"));
        browser.Text(By.TagName("h1")).ShouldBe("Your voice is withdrawn");
        Look("the page of a withdrawn voice");

        void Look(string what)
        {
            if (!withScript)
                return;
            browser.PixelsTooWide.ShouldBeLessThanOrEqualTo(0, $"{what} is wider than the window");
            browser.Violations().ShouldBeEmpty(what);
        }
    }

    [BrowserTheory]
    [InlineData("light", 1280)]
    [InlineData("dark", 320)]
    public async Task The_pages_of_community_organization_and_secretariat_are_accessible(string scheme, int width)
    {
        await using var host = await TrackerHost.StartAsync(DatabaseProvider.Sqlite, new Dictionary<string, string>(), onKestrel: true);
        var place = await Neighbourhood.MakeAsync(host);
        var voice = await place.Give(
            "disputes",
            "named",
            ("evidenceUrl", "https://example.org/a"),
            ("evidenceTitle", "The door"),
            ("media", new { content = Convert.ToBase64String(VoiceFiles.Png()) }),
            ("mayBeRecognized", true)
        );
        var claim = $"claimKind=progressReport&claimId={place.Report.Value}";
        await place.Invite("rahima@phone.example");
        var invitation = (await place.Key.Get("/api/v1/voices/invitations")).Items[0].GetProperty("id").GetString();
        var page = $"{place.Page}/voices/{voice.Id}";
        Look(
            place.Key.DefaultRequestHeaders.GetValues("X-Api-Key").Single(),
            "/voices",
            "/voices?kind=closing",
            "/voices/mine",
            "/voices/invitations",
            $"/voices/invitations/new?commitmentId={place.Id.Value}&{claim}",
            $"/voices/invitations/{invitation}/revoke",
            $"{place.Page}/voices/new?{claim}",
            page + "/withdraw"
        );
        Look(await host.Key(place.Accountable, "officer"), page + "/reply", "/voices/unanswered", "/work");
        Look(
            TrackerHost.BootstrapKey,
            "/",
            "/commitments?voices=diverging",
            place.Page,
            place.Page + "/voices",
            place.Page + "/voices?unanswered=true",
            page,
            page + "/hide",
            page + "/identity",
            $"{place.Page}/reports/{place.Report.Value}",
            place.Page + "/assess"
        );

        void Look(string key, params string[] paths)
        {
            using var browser = Browser.Start(scheme, width, key: key);
            foreach (var path in paths)
            {
                browser.Open(new Uri(host.Address, path));
                browser.MustShow(By.TagName("h1"));
                browser.PixelsTooWide.ShouldBeLessThanOrEqualTo(0, $"{path} is wider than the window");
                browser.Violations().ShouldBeEmpty(path);
            }
        }
    }
}
