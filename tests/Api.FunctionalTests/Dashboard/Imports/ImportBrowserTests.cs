using OpenQA.Selenium;
using PartnershipTracker.Infrastructure.Persistence;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.Dashboard.Imports;

/// <summary>The secretariat imports a foreign spreadsheet in Chromium.</summary>
public sealed class ImportBrowserTests
{
    /// <summary>Axe cannot see that the page offers a link by which it stops reloading itself (WCAG 2.2.1).</summary>
    private const string Reloads = "\"id\":\"meta-refresh\"";

    [BrowserTheory]
    [InlineData(1280, true)]
    [InlineData(320, false)]
    public async Task The_secretariat_imports_a_foreign_list(int width, bool withScript)
    {
        await using var host = await TrackerHost.StartAsync(DatabaseProvider.Sqlite, new Dictionary<string, string>(), onKestrel: true);
        var key = host.Client().DefaultRequestHeaders.GetValues("X-Api-Key").Single();
        var file = Path.Combine(TestFolder.Path, $"{Guid.NewGuid():n}.csv");
        await File.WriteAllBytesAsync(file, ForeignFile.Bytes());
        using var browser = Browser.Start("light", width, withScript, key);
        var found = new List<string>();
        void Look(string where)
        {
            browser.PixelsTooWide.ShouldBeLessThanOrEqualTo(0L, where);
            if (withScript)
                found.AddRange(
                    browser.Violations().Where(v => !v.Contains(Reloads, StringComparison.Ordinal)).Select(v => $"{where}: {v}")
                );
        }

        browser.Open(new Uri(host.Address, "/imports"));
        Look("list");
        browser.Click(By.CssSelector("a.primary"), shows: By.Id("file"));
        Look("upload");
        browser.Attach(By.Id("file"), file);
        browser.Click(By.CssSelector(".form button.primary"), shows: By.CssSelector("table.columns"));
        browser.Text(By.TagName("h1")).ShouldBe("Columns that were recognized: 10 of 10");
        Look("columns");
        browser.Type(By.Id("mapping.partnership.name"), "Réseau de l'Ouest");
        browser.Click(By.CssSelector("button.primary"), shows: By.CssSelector("[role=alert]"));
        Look("columns with an error");
        browser.TypeDay(By.Id("mapping.partnership.startDate"), new DateOnly(2024, 1, 1));
        browser.Press(By.XPath("//label[normalize-space()='Blocked by snow']/following-sibling::select/option[@value='active']"));

        // The check waits for its job, and the page looks again by itself.
        browser.Click(By.CssSelector("button.primary"), shows: By.TagName("progress"));
        await host.Send(new Application.Imports.RunImports());
        browser.MustShow(By.XPath("//h1[.='Rows that can be imported: 3 of 4']"));
        Look("check");
        browser.Click(By.CssSelector("button.primary"), shows: By.TagName("progress"));
        Look("under way");
        browser.Click(By.CssSelector("a[href$='?still=true']"), shows: By.TagName("progress"));
        Look("under way, still");
        browser.Click(By.XPath("//p[progress]/following-sibling::p/a"), shows: By.TagName("progress"));
        await host.Send(new Application.Imports.RunImports());
        browser.MustShow(By.XPath("//h1[.='3 commitments were imported']"));
        Look("result");
        browser.Click(By.CssSelector("a.danger"), shows: By.CssSelector("button.danger"));
        Look("undo");
        browser.Click(By.CssSelector("button.danger"), shows: By.TagName("progress"));
        await host.Send(new Application.Imports.RunImports());
        browser.MustShow(By.XPath("//h1[starts-with(., 'The import was undone')]"));
        found.ShouldBeEmpty(string.Join(Environment.NewLine, found));
    }
}
