using System.Net;
using System.Text.RegularExpressions;
using PartnershipTracker.Api.FunctionalTests.Access;
using PartnershipTracker.Api.FunctionalTests.Dashboard.Initiatives;
using PartnershipTracker.Api.FunctionalTests.Dialogues;
using PartnershipTracker.Api.FunctionalTests.HealthChecks;
using PartnershipTracker.Api.FunctionalTests.Voices;
using PartnershipTracker.Application.Initiatives;
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
                ("/programme", 1),
                ("/pillars/capacityStrengthening", 1),
                ("/themes/climateAndPlanetaryHealth", 1),
                ("/vocabularies/theme", 1),
                ("/inclusion", 1),
                ($"/partnerships/{partnership.Value}/inclusion", 1),
            }
        )
            await MustHaveFiles(_person, path, tables);
    }

    [Fact]
    public async Task Each_table_of_a_dialogue_of_the_sounding_board_and_of_voices_is_a_file()
    {
        var own = await _host.Organization("Own");
        var dialogue = await GivenDialogue.Make(_host, own, await _host.ActivePartnership(own, await _host.Organization("Other")));
        foreach (var page in new[] { "/agenda", "/rotation", "/inclusion" })
            await MustHaveFiles(_person, dialogue.Page + page, 1);

        await _host.Send(new ProposeInitiative(InitiativeThings.Draft));
        await MustHaveFiles(_person, "/initiatives", 2);
        await MustHaveFiles(_person, "/pillars/advocacy", 2);

        var place = await Neighbourhood.MakeAsync(_host);
        await place.Give();
        await place.Invite("rahima@phone.example");
        await MustHaveFiles(_person, place.Page + "/voices?stance=disputes", 2);
        var (_, email) = await Visitor.Invited(_host, Role.Community, place.Community);
        var neighbour = await new Visitor(_host).SignIn(email);
        await MustHaveFiles(neighbour, "/voices", 1);
        await MustHaveFiles(neighbour, "/voices/invitations", 1);
    }

    [Fact]
    public async Task The_results_of_a_health_check_and_their_trend_are_files()
    {
        var made = await Checked.Make(_host);
        await made.AnswerAll(made.Lead, "agree");
        await made.Close();
        var first = made.Round.Value;
        await made.OpenRound("Next year", "2026-12-31");
        await made.Close("2027-01-02T12:00:00Z");
        var (_, email) = await Visitor.Invited(_host, Role.Secretariat);
        var visitor = await new Visitor(_host).SignIn(email);
        foreach (var (page, file) in new[] { ($"{made.Page}/{first}", $"{first}/results"), (made.Page, "trend") })
        {
            var address = $"/exports/partnerships/{made.Partnership.Value}/health-checks/{file}.csv";
            Files((await visitor.Open(page)).MustBe(200).Text).ShouldContain(address);
            (await visitor.Http.Get(address)).MustBe(200);
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

    private static async Task MustHaveFiles(Visitor visitor, string path, int tables)
    {
        var files = Files((await visitor.Open(path)).MustBe(200).Text);
        files.Count.ShouldBe(2 * tables, path);
        foreach (var file in files)
            (await visitor.Http.Get(file)).MustBe(200).ContentHeaders.ContentDisposition!.DispositionType.ShouldBe("attachment");
    }

    private static List<string> Files(string page) =>
        [.. Link().Matches(page).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value))];

    [GeneratedRegex("href=\"(/exports/[^\"]+)\"")]
    private static partial Regex Link();
}
