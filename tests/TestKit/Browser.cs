using System.Globalization;
using System.Text.Json;
using Deque.AxeCore.Commons;
using OpenQA.Selenium;
using OpenQA.Selenium.Chrome;
using OpenQA.Selenium.Support.UI;

namespace PartnershipTracker.TestKit;

/// <summary>The typeface with which the browser draws text.</summary>
public enum Typeface
{
    /// <summary>The one that the style sheet asks for, where this machine has it.</summary>
    Installed,

    /// <summary>DejaVu Sans Bold for all text, the widest face that <c>./test</c> installs.</summary>
    Widest,
}

/// <summary>
/// Debian's Chromium. It returns no elements: each is looked up when it is needed, so that nothing is read from a page that is no longer
/// shown. Whatever leads to another page must use <see cref="Click"/>, which waits for that page.
/// </summary>
public sealed class Browser : IDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    private readonly ChromeDriver _driver;

    private Browser(ChromeDriver driver) => _driver = driver;

    public static string? Chromium => Find("chromium", "chromium-browser", "google-chrome");

    public static string? Driver => Find("chromedriver");

    /// <summary>Why a test with a browser is skipped; in CI it is not skipped but fails.</summary>
    public static string? SkipReason =>
        PostgreSql.IsCi || (Chromium is not null && Driver is not null)
            ? null
            : "No browser: chromium and chromium-driver are not installed (./test installs them).";

    public Uri Address => new(_driver.Url);

    /// <summary>By how many pixels the page is wider than the window.</summary>
    public long PixelsTooWide =>
        (long)_driver.ExecuteScript("return document.documentElement.scrollWidth - document.documentElement.clientWidth")!;

    /// <param name="scheme">light or dark.</param>
    /// <param name="width">The width of the window in CSS pixels.</param>
    /// <param name="key">The API key of the reader; null for the public.</param>
    public static Browser Start(
        string scheme,
        int width,
        bool withScript = true,
        string? key = null,
        Typeface typeface = Typeface.Installed
    )
    {
        var folder = Directory.CreateDirectory(Path.Combine(TestFolder.Path, Guid.NewGuid().ToString("n"))).FullName;
        var options = new ChromeOptions { BinaryLocation = Chromium ?? throw new FileNotFoundException("chromium") };
        options.AddArguments(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-dev-shm-usage",
            "--user-data-dir=" + folder
        );
        if (!withScript)
            options.AddUserProfilePreference("profile.managed_default_content_settings.javascript", 2);
        options.SetLoggingPreference(LogType.Browser, LogLevel.All);

        var service = ChromeDriverService.CreateDefaultService(Path.GetDirectoryName(Driver), Path.GetFileName(Driver));
        service.SuppressInitialDiagnosticInformation = true;
        if (typeface == Typeface.Widest)
            service.DriverProcessStarting += (_, starting) =>
                starting.DriverServiceProcessStartInfo.Environment["FONTCONFIG_FILE"] = WidestFont(folder);
        var driver = new ChromeDriver(service, options, Deadline);
        driver.ExecuteCdpCommand(
            "Emulation.setDeviceMetricsOverride",
            new Dictionary<string, object?>
            {
                ["width"] = width,
                ["height"] = 900,
                ["deviceScaleFactor"] = 1,
                ["mobile"] = false,
            }
        );
        driver.ExecuteCdpCommand(
            "Emulation.setEmulatedMedia",
            new Dictionary<string, object?>
            {
                ["features"] = new[]
                {
                    new Dictionary<string, object> { ["name"] = "prefers-color-scheme", ["value"] = scheme },
                },
            }
        );
        if (key is not null)
        {
            driver.ExecuteCdpCommand("Network.enable", []);
            driver.ExecuteCdpCommand(
                "Network.setExtraHTTPHeaders",
                new Dictionary<string, object?> { ["headers"] = new Dictionary<string, object> { ["X-Api-Key"] = key } }
            );
        }

        driver.Manage().Timeouts().AsynchronousJavaScript = Deadline;
        return new(driver);
    }

    /// <summary>Opens an address and waits until the page is loaded.</summary>
    public void Open(Uri address) => _driver.Navigate().GoToUrl(address);

    /// <summary>Clicks an element that leads to another page, and waits until that page shows the named element.</summary>
    public void Click(By what, By shows)
    {
        var old = _driver.FindElement(By.TagName("html"));
        Visible(what).Click();
        Until(() => HasGone(old), () => $"A click on {what} led nowhere: {_driver.Url} is still there.");
        Visible(shows, $" after a click on {what}");
    }

    /// <summary>Clicks an element that changes this page and leads to no other.</summary>
    public void Press(By what) => Visible(what).Click();

    /// <summary>Replaces the text of an input.</summary>
    public void Type(By input, string text)
    {
        Visible(input).Clear();
        Visible(input).SendKeys(text);
    }

    /// <summary>Chooses what has this text in a list.</summary>
    public void Choose(By select, string text) => Visible(select).FindElement(By.XPath($"option[normalize-space()='{text}']")).Click();

    /// <summary>Chooses a file of this machine.</summary>
    public void Attach(By input, string path) => Visible(input).SendKeys(path);

    /// <summary>Types a day into an input of days, which takes it in the order of the browser's language.</summary>
    public void TypeDay(By input, DateOnly day) => Visible(input).SendKeys(day.ToString("MMddyyyy", CultureInfo.InvariantCulture));

    public string Text(By what) => Visible(what).Text;

    /// <summary>Fails unless the page shows the element in time.</summary>
    public void MustShow(By what) => Visible(what);

    public byte[] Screenshot() => _driver.GetScreenshot().AsByteArray;

    public byte[] Print() => _driver.Print(new PrintOptions { OutputBackgroundImages = false }).AsByteArray;

    /// <summary>Warnings and errors that the browser logged since the last call.</summary>
    public IEnumerable<string> Complaints() =>
        _driver.Manage().Logs.GetLog(LogType.Browser).Where(entry => entry.Level >= LogLevel.Warning).Select(entry => entry.Message);

    /// <summary>The accessibility violations that axe finds on this page.</summary>
    public IReadOnlyList<string> Violations()
    {
        _driver.ExecuteScript(new BundledAxeScriptProvider().GetScript());
        var answer = (string)
            _driver.ExecuteAsyncScript(
                """
                const done = arguments[arguments.length - 1];
                axe.run(document, { resultTypes: ['violations'] }).then(
                    result => done(JSON.stringify(result.violations.map(v => ({
                        id: v.id, help: v.help,
                        nodes: v.nodes.slice(0, 3).map(n => n.html.slice(0, 200) + ' ' + n.failureSummary) })))),
                    error => done(JSON.stringify([{ id: 'axe', help: String(error), nodes: [] }])));
                """
            )!;
        return [.. JsonElement.Parse(answer).EnumerateArray().Select(v => v.ToString())];
    }

    /// <returns>The full names of the fonts with which the first matching element is drawn, e.g. "DejaVu Sans Bold".</returns>
    public IReadOnlyList<string> FontsOf(string selector)
    {
        _driver.ExecuteCdpCommand("DOM.enable", []);
        _driver.ExecuteCdpCommand("CSS.enable", []);
        var root = Ask("DOM.getDocument", []).GetProperty("root").GetProperty("nodeId").GetInt32();
        var node = Ask("DOM.querySelector", new() { ["nodeId"] = root, ["selector"] = selector }).GetProperty("nodeId").GetInt32();
        return
        [
            .. Ask("CSS.getPlatformFontsForNode", new() { ["nodeId"] = node })
                .GetProperty("fonts")
                .EnumerateArray()
                .Select(font => font.GetProperty("postScriptName").GetString()!),
        ];
    }

    /// <returns>In how many rows the matching elements that can be seen stand, and how many they are.</returns>
    public (int Rows, int Elements) RowsOf(string selector)
    {
        var tops =
            (IReadOnlyCollection<object>)
                _driver.ExecuteScript(
                    "return [...document.querySelectorAll(arguments[0])].filter(e => e.offsetParent).map(e => e.offsetTop)",
                    selector
                )!;
        return (tops.Distinct().Count(), tops.Count);
    }

    public void Dispose() => _driver.Dispose();

    /// <summary>A configuration of fontconfig that answers every request with one font.</summary>
    private static string WidestFont(string folder)
    {
        var file = Path.Combine(folder, "fonts.conf");
        File.WriteAllText(
            file,
            """
            <?xml version="1.0"?>
            <!DOCTYPE fontconfig SYSTEM "fonts.dtd">
            <fontconfig>
              <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
              <match target="pattern">
                <edit name="family" mode="assign" binding="strong"><string>DejaVu Sans</string></edit>
                <edit name="weight" mode="assign" binding="strong"><const>bold</const></edit>
              </match>
            </fontconfig>
            """
        );
        return file;
    }

    private static bool HasGone(IWebElement element)
    {
        try
        {
            return element.TagName.Length == 0;
        }
        catch (StaleElementReferenceException)
        {
            return true;
        }
    }

    private static string? Find(params string[] names) =>
        names
            .SelectMany(name =>
                (Environment.GetEnvironmentVariable("PATH") ?? "")
                    .Split(':', StringSplitOptions.RemoveEmptyEntries)
                    .Select(folder => Path.Combine(folder, name))
            )
            .FirstOrDefault(File.Exists);

    private IWebElement Visible(By what, string when = "") =>
        Until(
            () => _driver.FindElement(what) is { Displayed: true } found ? found : null,
            () => $"{_driver.Url} (“{_driver.Title}”) does not show {what}{when}."
        );

    /// <summary>While a page loads, the driver may fail with errors of many kinds, which all mean that the page is not ready yet.</summary>
    private T Until<T>(Func<T?> condition, Func<string> failure)
    {
        var wait = new WebDriverWait(_driver, Deadline) { PollingInterval = TimeSpan.FromMilliseconds(50) };
        wait.IgnoreExceptionTypes(typeof(WebDriverException));
        try
        {
            return wait.Until(_ => condition())!;
        }
        catch (WebDriverTimeoutException e)
        {
            throw new WebDriverTimeoutException(failure(), e);
        }
    }

    private JsonElement Ask(string command, Dictionary<string, object?> arguments) =>
        JsonSerializer.SerializeToElement(_driver.ExecuteCdpCommand(command, arguments));
}

/// <summary>A test that needs a browser; skipped where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = Browser.SkipReason;
}
