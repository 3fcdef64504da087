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
    private static readonly string[] Pages = ["/", "/commitments", "/commitments?overdue=true", "/commitments?q=no%20such%20thing", "/commitments/{id}", "/overdue", "/nonsense"];

    [BrowserTheory]
    [InlineData("light", 1280, true)]
    [InlineData("dark", 1280, true)]
    [InlineData("light", 360, true)]
    [InlineData("light", 1280, false)]
    public void Pages_open_clean_and_axe_finds_nothing(string scheme, int width, bool withScript)
    {
        using var browser = Start(scheme, width, withScript);
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
    [InlineData("/")]
    [InlineData("/commitments/{id}")]
    public void A_page_prints_on_paper(string path)
    {
        using var browser = Start("light", 1280, withScript: true);
        browser.Navigate().GoToUrl(new Uri(site.Host.Address, site.Path(path)));
        var pdf = browser.Print(new PrintOptions { OutputBackgroundImages = false });
        pdf.AsByteArray.Length.ShouldBeGreaterThan(10_000);
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

    internal static ChromeDriver Start(string scheme, int width, bool withScript)
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
        browser.Manage().Timeouts().AsynchronousJavaScript = TimeSpan.FromSeconds(60);
        return browser;
    }
}
