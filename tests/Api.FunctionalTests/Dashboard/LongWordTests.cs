using OpenQA.Selenium;
using PartnershipTracker.Application.Access;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.Infrastructure.Persistence;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.Dashboard;

/// <summary>Users can enter a long word without spaces. It must not widen a page, whatever the font.</summary>
public sealed class LongWordTests : IAsyncLifetime
{
    private const string Word = "Verantwortungsgemeinschaftsvereinbarungsdurchsetzungsbeauftragtenversammlungshau";

    private TrackerHost _host = null!;
    private string[] _pages = [];
    private string _key = "",
        _form = "";

    public async Task InitializeAsync()
    {
        _host = await TrackerHost.StartAsync(DatabaseProvider.Sqlite, new Dictionary<string, string>(), onKestrel: true);
        var whole = await WholeCommitment.MakeAsync(_host, Word);
        var commitment = await _host.Send(new GetCommitment(whole));
        var organization = new OrganizationId(commitment.OrganizationId);
        await _host.ActiveCommitment(new PartnershipId(commitment.PartnershipId), organization, "2026-11-20", Word, "2026-11-19");
        await _host.Send(
            new RequestChange(
                whole,
                new ChangeTerms(TestClock.Day("2027-05-01"), ChangeReason.Funding, Word, new MilestoneId(commitment.Milestones[^1].Id))
            )
        );
        _key = (await _host.Send(new IssueApiKey(organization, Word, Role.Officer))).Key;
        _form = ReportLinks.Visitor.Address(await new ReportLinks.Visitor(_host).TokenFor(whole, organization));
        _pages =
        [
            "/",
            "/commitments",
            $"/commitments?q={Word}",
            $"/commitments?organizationId={commitment.OrganizationId}",
            $"/commitments/{whole.Value}",
            "/overdue",
            "/reviews",
            "/me",
            "/sign-in",
            _form,
        ];
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [BrowserTheory]
    [InlineData(320, Typeface.Installed)]
    [InlineData(320, Typeface.Widest)]
    [InlineData(834, Typeface.Installed)]
    [InlineData(834, Typeface.Widest)]
    [InlineData(1280, Typeface.Installed)]
    [InlineData(1280, Typeface.Widest)]
    public void A_word_of_eighty_letters_does_not_widen_a_page(int width, Typeface typeface)
    {
        using var browser = Browser.Start("light", width, key: _key, typeface: typeface);
        foreach (var path in _pages)
        {
            browser.Open(new Uri(_host.Address, path));
            browser.PixelsTooWide.ShouldBeLessThanOrEqualTo(0, $"{path} is wider than the window");
        }

        // Now the form of a report link, first with an error and then with a receipt.
        browser.Type(By.Id("narrative"), Word);
        browser.Type(By.Id("value"), Word);
        browser.Click(By.CssSelector("button.primary"), shows: By.CssSelector("[role=alert] a[href='#value']"));
        browser.PixelsTooWide.ShouldBeLessThanOrEqualTo(0, "the form with what is wrong is wider than the window");
        browser.Type(By.Id("value"), "90");
        browser.Click(By.CssSelector("button.primary"), shows: By.TagName("dl"));
        browser.PixelsTooWide.ShouldBeLessThanOrEqualTo(0, "the receipt is wider than the window");
    }
}
