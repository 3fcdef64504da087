using System.Text.Json;
using Deque.AxeCore.Commons;
using OpenQA.Selenium;
using OpenQA.Selenium.Chrome;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.Dashboard;

/// <summary>The pages in a real browser: how they look, and what axe finds.</summary>
[Collection(DemoSite.Name)]
public sealed class BrowserTests(DemoSite site)
{
    private static readonly string[] Pages =
    [
        "/", "/commitments", "/commitments?overdue=true", "/commitments?q=no%20such%20thing", "/commitments/{id}", "/commitments/{whole}",
        "/commitments?offTrack=true&timesMovedFrom=0&sort=-daysSlipped", "/rubric", "/overdue", "/sign-in", "/sign-in/no-such-link", "/nonsense",
    ];

    [BrowserTheory]
    [InlineData("light", 1280, true)]
    [InlineData("dark", 1280, true)]
    [InlineData("dark", 834, true)]
    [InlineData("light", 320, true)]
    [InlineData("light", 1280, false)]
    public void Pages_open_clean_and_axe_finds_nothing(string scheme, int width, bool withScript)
    {
        using var browser = Start(scheme, width, withScript, site.Secretariat.DefaultRequestHeaders.GetValues("X-Api-Key").Single());
        var found = new List<string>();
        foreach (var path in Pages)
        {
            browser.Navigate().GoToUrl(new Uri(site.Host.Address, site.Path(path)));
            browser.FindElement(By.TagName("h1")).Displayed.ShouldBeTrue(path);
            ((ITakesScreenshot)browser).GetScreenshot().AsByteArray.Length.ShouldBeGreaterThan(10_000, path);

            // Chromium itself notes that /nonsense answered 404.
            found.AddRange(browser.Manage().Logs.GetLog(LogType.Browser).Where(entry => path != "/nonsense" && entry.Level >= LogLevel.Warning).Select(entry => $"{path}: {entry.Message}"));
            if (!withScript) continue;

            Convert.ToInt64(browser.ExecuteScript("return document.documentElement.scrollWidth - window.innerWidth"), System.Globalization.CultureInfo.InvariantCulture)
                .ShouldBeLessThanOrEqualTo(0, $"{path} is wider than the window");
            found.AddRange(Violations(browser).Select(v => $"{path} ({scheme}, {width}): {v}"));
        }

        found.ShouldBeEmpty(string.Join(Environment.NewLine, found));
    }

    [BrowserTheory]
    [InlineData("light", 360, false)]
    [InlineData("dark", 1280, false)]
    [InlineData("light", 1280, true)]
    public void A_person_signs_in_and_out_with_forms_alone(string scheme, int width, bool byCode)
    {
        using var browser = Start(scheme, width, withScript: true);

        // A click returns before the page it leads to is there: each step looks for something of the next page until it is.
        browser.Manage().Timeouts().ImplicitWait = TimeSpan.FromSeconds(30);
        browser.Navigate().GoToUrl(new Uri(site.Host.Address, "/me"));
        browser.Url.ShouldEndWith("/sign-in?returnUrl=%2Fme");
        browser.FindElement(By.CssSelector("form:has([value='officer@example.org']) button")).Click();
        var code = browser.FindElement(By.CssSelector(".demo code")).Text;
        var found = Violations(browser).ToList();
        if (byCode)
        {
            TypeCode(browser, "wrong");
            browser.FindElement(By.CssSelector("#code[aria-invalid]")).Displayed.ShouldBeTrue();
            found.AddRange(Violations(browser));
            TypeCode(browser, code);
        }
        else
        {
            browser.FindElement(By.CssSelector(".demo a")).Click();
            var enter = browser.FindElement(By.CssSelector(".lead + .stack > form:only-child button"));
            found.AddRange(Violations(browser));
            enter.Click();
        }

        browser.FindElement(By.Id("sessions"));
        new Uri(browser.Url).AbsolutePath.ShouldBe("/me");
        browser.FindElement(By.TagName("h1")).Text.ShouldStartWith("You are signed in as officer");
        Convert.ToInt64(browser.ExecuteScript("return document.documentElement.scrollWidth - window.innerWidth"), System.Globalization.CultureInfo.InvariantCulture).ShouldBeLessThanOrEqualTo(0);
        found.AddRange(Violations(browser));
        found.ShouldBeEmpty(string.Join(Environment.NewLine, found));

        browser.FindElement(By.CssSelector(".who button")).Click();
        browser.FindElement(By.Id("email"));
        browser.Navigate().GoToUrl(new Uri(site.Host.Address, "/me"));
        browser.Url.ShouldContain("/sign-in");
    }

    [BrowserTheory]
    [InlineData("/")]
    [InlineData("/commitments/{id}")]
    public void A_page_prints_on_paper(string path)
    {
        using var browser = Start("light", 1280, withScript: true);
        browser.Navigate().GoToUrl(new Uri(site.Host.Address, site.Path(path)));
        var pdf = browser.Print(new PrintOptions { OutputBackgroundImages = false });
        pdf.AsByteArray.Length.ShouldBeGreaterThan(10_000);
    }

    private static void TypeCode(ChromeDriver browser, string code)
    {
        browser.FindElement(By.Id("code")).SendKeys(code);
        browser.FindElement(By.CssSelector("form[action='/sign-in/code'] button")).Click();
    }

    internal static IEnumerable<string> Violations(ChromeDriver browser)
    {
        browser.ExecuteScript(new BundledAxeScriptProvider().GetScript());
        var answer = (string)browser.ExecuteAsyncScript("""
            const done = arguments[arguments.length - 1];
            axe.run(document, { resultTypes: ['violations'] }).then(
                result => done(JSON.stringify(result.violations.map(v => ({ id: v.id, help: v.help, nodes: v.nodes.slice(0, 3).map(n => n.html.slice(0, 200) + ' ' + n.failureSummary) })))),
                error => done(JSON.stringify([{ id: 'axe', help: String(error), nodes: [] }])));
            """)!;
        return JsonElement.Parse(answer).EnumerateArray().Select(v => v.ToString());
    }

    /// <param name="key">Of whoever looks; null for the public.</param>
    internal static ChromeDriver Start(string scheme, int width, bool withScript, string? key = null)
    {
        var options = new ChromeOptions { BinaryLocation = Browser.Chromium ?? throw new FileNotFoundException("chromium") };
        options.AddArguments(
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--disable-dev-shm-usage", "--user-data-dir=" + Directory.CreateDirectory(Path.Combine(TestFolder.Path, Guid.NewGuid().ToString("n"))).FullName);
        if (!withScript) options.AddUserProfilePreference("profile.managed_default_content_settings.javascript", 2);
        options.SetLoggingPreference(LogType.Browser, LogLevel.All);

        var service = ChromeDriverService.CreateDefaultService(Path.GetDirectoryName(Browser.Driver), Path.GetFileName(Browser.Driver));
        service.SuppressInitialDiagnosticInformation = true;
        var browser = new ChromeDriver(service, options, TimeSpan.FromSeconds(60));
        browser.ExecuteCdpCommand("Emulation.setDeviceMetricsOverride", new Dictionary<string, object?> { ["width"] = width, ["height"] = 900, ["deviceScaleFactor"] = 1, ["mobile"] = false });
        browser.ExecuteCdpCommand("Emulation.setEmulatedMedia", new Dictionary<string, object?>
        {
            ["features"] = new[] { new Dictionary<string, object> { ["name"] = "prefers-color-scheme", ["value"] = scheme } },
        });
        if (key is not null)
        {
            browser.ExecuteCdpCommand("Network.enable", []);
            browser.ExecuteCdpCommand("Network.setExtraHTTPHeaders", new Dictionary<string, object?> { ["headers"] = new Dictionary<string, object> { ["X-Api-Key"] = key } });
        }

        browser.Manage().Timeouts().AsynchronousJavaScript = TimeSpan.FromSeconds(60);
        return browser;
    }
}
