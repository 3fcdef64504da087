using System.Text.Json;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.TestKit;
using static PartnershipTracker.TestKit.TestClock;

namespace PartnershipTracker.Api.FunctionalTests.Dashboard;

public sealed class SummaryOnSqlite(OnSqlite fixture) : SummaryTests(fixture), IClassFixture<OnSqlite>;

public sealed class SummaryOnPostgreSql(OnPostgreSql fixture) : SummaryTests(fixture), IClassFixture<OnPostgreSql>;

public abstract class SummaryTests(HostFixture fixture)
{
    private readonly TrackerHost _host = fixture.Host;
    private readonly HttpClient _secretariat = fixture.Host.Client();

    [DatabaseFact]
    public async Task The_summary_counts_what_the_lists_show()
    {
        var own = await _host.Organization("Green Delta", timeZone: "UTC");
        var firm = await _host.Organization("Firm", "70", "CH", "UTC");
        var partnership = await _host.ActivePartnership(own, firm);
        await _host.Draft(partnership, own, "2027-01-01");
        await _host.ActiveCommitment(partnership, own, "2026-11-20", "Late", "2026-11-01", "2026-11-20");
        await _host.ActiveCommitment(partnership, firm, "2026-12-01", "Soon", "2026-11-20");
        await _host.ActiveCommitment(partnership, firm, "2027-12-01", "Later");
        await _host.ReportComplete(await _host.ActiveCommitment(partnership, own, "2026-11-10", "ReportedComplete"), "2026-11-10");
        await Close(own, "2026-11-10", ClosingOutcome.Completed, "2026-11-10");
        await Close(own, "2026-11-09", ClosingOutcome.Completed, "2026-11-10");
        await Close(own, "2026-11-09", ClosingOutcome.NotCompleted, "2026-11-10");

        var summary = (await _secretariat.Get("/api/v1/dashboard/summary")).MustBe(200);

        summary["total"].GetInt32().ShouldBe(8);
        summary["accepted"].GetInt32().ShouldBe(7, "all but the draft; the tables count these");
        Count("draft").ShouldBe(1);
        Count("active").ShouldBe(4);
        Count("completed").ShouldBe(2);
        Count("notCompleted").ShouldBe(1);
        Count("withdrawn").ShouldBe(0);
        summary["overdue"].GetInt32().ShouldBe(1);
        summary["milestonesOverdue"].GetInt32().ShouldBe(3);
        summary["reportedComplete"].GetInt32().ShouldBe(1);
        summary["dueIn30Days"].GetInt32().ShouldBe(1);
        summary["completedOnTime"].GetInt32().ShouldBe(1);
        summary["completedLate"].GetInt32().ShouldBe(1);
        summary["byGoal"].GetArrayLength().ShouldBe(17);
        Pair("byGoal", "goal", "3").ShouldBe((7, 1));
        Pair("byGoal", "goal", "13").ShouldBe((0, 0));
        Pair("bySector", "sector", "private").ShouldBe((2, 0));
        Pair("bySector", "sector", "civilSociety").ShouldBe((5, 1));
        Pair("byCountry", "countryCode", "CH").ShouldBe((2, 0));
        Pair("byCountry", "countryCode", "BD").ShouldBe((5, 1));

        foreach (
            var (key, filter) in new[]
            {
                ("overdue", "overdue=true"),
                ("reportedComplete", "reportedComplete=true"),
                ("total", ""),
                ("accepted", "accepted=true"),
            }
        )
            (await _secretariat.Get($"/api/v1/commitments?{filter}"))["total"].GetInt32().ShouldBe(summary[key].GetInt32(), key);

        using var stranger = _host.Client(await _host.Key(await _host.Organization("Stranger"), "reporter"));
        (await stranger.Get("/api/v1/dashboard/summary")).MustBe(200)["total"].GetInt32().ShouldBe(0, "one counts what one may see");

        int Count(string status) => summary["byStatus"].GetProperty(status).GetInt32();

        (int Total, int Overdue) Pair(string list, string key, string value)
        {
            var found = summary[list].EnumerateArray().Single(x => x.GetProperty(key).ToString() == value);
            return (found.GetProperty("total").GetInt32(), found.GetProperty("overdue").GetInt32());
        }

        async Task Close(Domain.Organizations.OrganizationId organization, string due, ClosingOutcome outcome, string on) =>
            await _host.Close(await _host.ActiveCommitment(partnership, organization, due), outcome, on);
    }
}
