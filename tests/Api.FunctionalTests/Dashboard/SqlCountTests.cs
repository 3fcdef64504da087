using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.Dashboard;

public sealed class SqlCountOnSqlite(OnSqlite fixture) : SqlCountTests(fixture), IClassFixture<OnSqlite>;

public sealed class SqlCountOnPostgreSql(OnPostgreSql fixture) : SqlCountTests(fixture), IClassFixture<OnPostgreSql>;

/// <summary>The number of SQL commands of a list or page does not grow with the number of rows.</summary>
public abstract class SqlCountTests(HostFixture fixture)
{
    private readonly TrackerHost _host = fixture.Host;
    private readonly HttpClient _secretariat = fixture.Host.Client();

    [DatabaseFact]
    public async Task The_number_of_SQL_commands_does_not_grow_with_the_number_of_rows()
    {
        // The first list is already longer than a page, because a list that fits on one page is not counted.
        await Grow(30);
        var few = await Count();
        await Grow(20);
        var many = await Count();
        many.ShouldBe(few);
        many.Where(p => p.Value > Max(p.Key)).Select(p => $"{p.Key}: {p.Value}").ShouldBeEmpty();
    }

    // One of the commands reads the caller's key.
    private static int Max(string path) =>
        path switch
        {
            "/" or "/api/v1/dashboard/summary" => 14,
            _ when path.StartsWith("/commitments/", StringComparison.Ordinal) => 20,
            "/overdue" or "/reviews" => 10,
            _ => 8,
        };

    private async Task<SortedDictionary<string, int>> Count()
    {
        var commitment = (await _secretariat.Get("/api/v1/commitments?limit=1")).Items[0];
        var (id, partnership, organization) = (
            commitment.GetProperty("id"),
            commitment.GetProperty("partnershipId"),
            commitment.GetProperty("organizationId")
        );
        string[] paths =
        [
            "/",
            "/commitments",
            "/commitments?overdue=true&q=a&sort=title",
            $"/commitments/{id}",
            "/overdue",
            "/reviews",
            "/api/v1/reviews?limit=200",
            "/api/v1/commitments?limit=200",
            $"/api/v1/commitments/{id}",
            $"/api/v1/commitments/{id}/history",
            $"/api/v1/commitments/{id}/reports",
            "/api/v1/organizations?limit=200",
            "/api/v1/partnerships?limit=200",
            $"/api/v1/partnerships/{partnership}",
            $"/api/v1/partnerships/{partnership}/members?limit=200",
            $"/api/v1/organizations/{organization}/contacts",
            $"/api/v1/organizations/{organization}/overview",
            "/api/v1/people?limit=200",
            "/api/v1/accountability/flags?limit=200",
            "/api/v1/dashboard/summary",
            "/api/v1/accountability-reports",
            "/api/v1/imports",
        ];
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            var commands = await _host.Sql.During(async () => (await _secretariat.Get(path)).MustBe(200));
            commands.Count.ShouldBeGreaterThan(0);
            counts[
                path.Replace(id.ToString(), "x", StringComparison.Ordinal)
                    .Replace(partnership.ToString(), "x", StringComparison.Ordinal)
                    .Replace(organization.ToString(), "x", StringComparison.Ordinal)
            ] = commands.Count;
        }

        return counts;
    }

    private async Task Grow(int rows)
    {
        var own = await _host.Organization("Own");
        var partnership = await _host.ActivePartnership(own, await _host.Organization("Other"));
        for (var i = 0; i < rows; i++)
        {
            var id = await _host.ActiveCommitment(partnership, own, "2026-11-01", "A commitment", "2026-10-01", "2026-10-15");
            await _host.Send(new Application.Commitments.ReportProgress(id, TestClock.Day("2026-11-01"), "Some."));
        }

        await _host.Send(new Application.Accountability.Sweep());
    }
}
