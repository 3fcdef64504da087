using System.Net;
using System.Text.RegularExpressions;
using PartnershipTracker.Api.FunctionalTests.Access;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Infrastructure.Persistence;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.Dashboard;

/// <summary>What a page offers for a whole list.</summary>
public sealed partial class ListToolsTests : IAsyncLifetime
{
    private TrackerHost _host = null!;
    private Visitor _person = null!;

    public async Task InitializeAsync()
    {
        _host = await TrackerHost.StartAsync(DatabaseProvider.Sqlite);
        var (_, email) = await Visitor.Invited(_host, Role.Secretariat);
        _person = await new Visitor(_host).SignIn(email);
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Each_download_on_a_page_is_a_file()
    {
        var id = (await WholeCommitment.MakeAsync(_host)).Value;
        var own = await _host.Organization("Own");
        var partnership = await _host.ActivePartnership(own, await _host.Organization("Other"));
        await _host.ActiveCommitment(partnership, own, "2026-11-01", "Late", "2026-10-01");
        await _host.Key(own, "officer");
        foreach (
            var (path, tables) in new[]
            {
                ("/commitments", 1),
                ("/overdue", 2),
                ("/reviews", 1),
                ("/partnerships", 1),
                ($"/partnerships/{partnership.Value}", 1),
                ("/organizations?q=o&sector=", 1),
                ($"/organizations/{own.Value}", 1),
                ($"/organizations/{own.Value}/api-keys", 1),
                ("/people?role=secretariat", 1),
                ($"/commitments/{id}", 4),
            }
        )
        {
            var files = Files((await _person.Open(path)).MustBe(200).Text);
            files.Count.ShouldBe(2 * tables, path);
            foreach (var file in files)
                (await _person.Http.Get(file)).MustBe(200).ContentHeaders.ContentDisposition!.DispositionType.ShouldBe("attachment");
        }
    }

    [Fact]
    public async Task A_list_is_downloaded_and_passed_on_as_filtered()
    {
        var own = await _host.Organization("Own");
        var partnership = await _host.ActivePartnership(own, await _host.Organization("Other"));
        for (var i = 0; i < 30; i++)
            await _host.ActiveCommitment(partnership, own, i < 3 ? "2026-10-01" : "2027-10-01", $"Commitment {i}");
        var page = (await _person.Open("/commitments?overdue=false&q=commitment&sort=title")).MustBe(200).Text;
        var file = Files(page)[0];
        (await _person.Http.Get(file)).MustBe(200).Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(1 + 27);
        page.ShouldContain("/commitments?q=commitment&amp;overdue=false&amp;sort=title\"");
        page.ShouldContain("data-print");

        // Nothing to download where nothing was found.
        Files((await _person.Open("/commitments?q=nothing")).MustBe(200).Text).ShouldBeEmpty();
    }

    private static List<string> Files(string page) =>
        [.. Link().Matches(page).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value))];

    [GeneratedRegex("href=\"(/exports/[^\"]+)\"")]
    private static partial Regex Link();
}
