using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.Dashboard;

using static TestClock;

/// <summary>
/// Sentences of the pages about one and about none, about due dates changed to an earlier day, and about removed milestones.
/// </summary>
public sealed class SentenceTests : IAsyncLifetime
{
    private TrackerHost _host = null!;
    private HttpClient _secretariat = null!;

    public async Task InitializeAsync()
    {
        _host = await TrackerHost.StartAsync(Infrastructure.Persistence.DatabaseProvider.Sqlite);
        _secretariat = _host.Client();
    }

    public async Task DisposeAsync()
    {
        _secretariat.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task Headings_describe_a_single_overdue_commitment_as_the_only_one()
    {
        await Active("2026-11-20", "2026-11-10");
        var overview = await Read("/");
        Text(overview, "h1").ShouldBe("The only commitment is overdue, by 1 day");
        Headings(overview).ShouldContain("The only overdue commitment has been overdue for less than one year");
        Headings(overview).ShouldContain("The only active commitment has a due date in Nov 2026");
        Headings(overview).ShouldContain("The only overdue commitment is in this country: Bangladesh");
        Text(await Read("/overdue"), "h1").ShouldBe("One commitment is overdue. One milestone is overdue.");
    }

    [Fact]
    public async Task Headings_show_the_number_and_the_total()
    {
        foreach (var due in new[] { "2026-11-18", "2026-11-19", "2020-06-30", "2027-03-31" })
            await Active(due);
        var overview = await Read("/");
        Text(overview, "h1").ShouldBe("3 of 4 commitments are overdue, the oldest by more than 6 years");
        Headings(overview).ShouldContain("2 of 3 overdue commitments have been overdue for less than one year");
        Headings(overview).ShouldContain("3 of 3 overdue commitments are in one country: Bangladesh");
        Headings(overview).ShouldContain("2 of 4 active commitments have a due date in 2026");
        Text(await Read("/overdue"), "h1").ShouldBe("3 commitments are overdue");
    }

    [Fact]
    public async Task A_commitment_due_today_is_shown_as_due_today()
    {
        var id = await Active("2026-11-21");
        Text(await Read("/"), ".standfirst").ShouldBe("The next commitment is due today, 21 November 2026.");
        (await Read("/commitments")).QuerySelector("tbody .st")!.TextContent.ShouldBe("Due today");
        Text(await Read(Url(id)), ".standfirst").ShouldEndWith("It is due today.");
    }

    [Fact]
    public async Task A_due_date_changed_to_an_earlier_day_is_shown_as_earlier_and_not_as_delayed()
    {
        var id = await Active("2027-06-30");
        await _host.Send(new RequestChange(id, new ChangeTerms(Day("2027-06-20"), ChangeReason.Other, "It goes faster.")));
        (await Read("/commitments")).QuerySelector("tbody td small")!.TextContent.ShouldBe("10 days earlier than originally");
        var page = await Read(Url(id));
        Text(page, ".standfirst")
            .ShouldStartWith(
                "Due by the end of 20 June 2027 (time zone UTC). That is 10 days earlier than the original due date, 30 June 2027."
            );
        Headings(page).ShouldContain("The due date changed once");
        Text(page, "#changes header p").ShouldBe("The due date is now 10 days earlier than the original date, 30 June 2027.");
        Text(page, "#changes tbody th small").ShouldBe("10 days earlier");
    }

    [Fact]
    public async Task A_removed_milestone_no_longer_counts_on_the_page()
    {
        var id = await Active("2027-06-30", "2026-11-10", "2027-02-01");
        var milestones = (await _host.Send(new GetCommitment(id))).Milestones;
        var change = await _host.Send(
            new RequestChange(
                id,
                new ChangeTerms(null, ChangeReason.Scope, "Others do it.", new MilestoneId(milestones[1].Id), DropMilestone: true)
            )
        );
        await _host.Send(new ApproveChangeRequest(id, change));

        var page = await Read(Url(id));
        Headings(page).ShouldContain("0 of one milestone completed, overdue: 1");
        page.QuerySelectorAll(".line tbody tr")
            .Select(row => row.QuerySelector(".st")!.TextContent)
            .ShouldBe(["Overdue by 11 days", "Removed on 21 Nov 2026"]);
        page.QuerySelectorAll(".line tbody th small").Select(e => e.TextContent).ShouldBe(["100 of 100 points"]);
        page.QuerySelectorAll("#changes tbody td").Select(e => e.QuerySelector("small")!.TextContent).First().ShouldBe("Others do it.");
        Text(page, "#changes tbody th small").ShouldBe("Milestone: Step 2");
    }

    [Fact]
    public async Task An_open_milestone_of_a_draft_with_a_past_date_is_not_shown_as_upcoming()
    {
        var own = await _host.Organization("Own", timeZone: "UTC");
        var id = await _host.Draft(
            await _host.ActivePartnership(own, await _host.Organization("Other")),
            own,
            "2027-06-30",
            "Draft",
            "2026-11-10"
        );
        (await Read(Url(id))).QuerySelector(".line tbody .st")!.TextContent.ShouldBe("Not counted as overdue");
    }

    private static string Url(CommitmentId id) => $"/commitments/{id.Value}";

    private static string Text(IDocument page, string selector) =>
        page.QuerySelector(selector).ShouldNotBeNull(selector).TextContent.Trim();

    private static List<string> Headings(IDocument page) => [.. page.QuerySelectorAll("h2").Select(h => h.TextContent.Trim())];

    private async Task<IDocument> Read(string path) => new HtmlParser().ParseDocument((await _secretariat.Get(path)).MustBe(200).Text);

    private async Task<CommitmentId> Active(string due, params string[] milestones)
    {
        var own = await _host.Organization("Own", timeZone: "UTC");
        return await _host.ActiveCommitment(
            await _host.ActivePartnership(own, await _host.Organization("Other")),
            own,
            due,
            "Wells",
            milestones
        );
    }
}
