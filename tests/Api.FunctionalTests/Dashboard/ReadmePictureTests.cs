using OpenQA.Selenium;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.Dashboard;

/// <summary>
/// The picture in the README shows the overview of the demonstration. To create it again, run this test with the environment variable
/// <c>TRACKER_README_PICTURE</c> set to the path of <c>docs/overview.png</c>.
/// </summary>
[Collection(DemoSite.Name)]
public sealed class ReadmePictureTests(DemoSite site)
{
    private const int MaxBytes = 200_000;

    [BrowserTheory]
    [InlineData(1280)]
    public void The_overview_fits_into_a_picture_for_the_README(int width)
    {
        using var browser = Browser.Start("light", width);
        browser.Open(site.Host.Address);
        browser.MustShow(By.TagName("h1"));
        var picture = browser.Screenshot();
        picture.Length.ShouldBeInRange(20_000, MaxBytes);
        if (Environment.GetEnvironmentVariable("TRACKER_README_PICTURE") is { Length: > 0 } path)
            File.WriteAllBytes(path, picture);
    }
}
