using PartnershipTracker.Application.Accountability;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.Common;

public sealed class PollingOnSqlite(OnSqlite fixture) : PollingTests(fixture), IClassFixture<OnSqlite>;

public sealed class PollingOnPostgreSql(OnPostgreSql fixture) : PollingTests(fixture), IClassFixture<OnPostgreSql>;

/// <summary>Every list can be filtered by what changed since a given time.</summary>
public abstract class PollingTests(HostFixture fixture)
{
    private readonly TrackerHost _host = fixture.Host;
    private readonly HttpClient _secretariat = fixture.Host.Client();

    [DatabaseFact]
    public async Task UpdatedSince_returns_exactly_what_was_saved_with_a_change()
    {
        var own = await _host.Organization("Own", timeZone: "UTC");
        var partnership = await _host.ActivePartnership(own, await _host.Organization("Other"));
        var (quiet, busy) = (
            await _host.ActiveCommitment(partnership, own, "2026-11-22"),
            await _host.ActiveCommitment(partnership, own, "2027-11-22")
        );
        _host.Clock.Now += TimeSpan.FromHours(1);
        var since = Since();
        foreach (var list in Lists(busy))
            (await _secretariat.Get(list + since)).MustBe(200).Items.ShouldBeEmpty(list);

        await _host.ReportComplete(busy, "2026-11-20");
        var changed = (await _secretariat.Get("/api/v1/commitments" + since)).MustBe(200);
        changed["total"].GetInt32().ShouldBe(1);
        changed.Items.ShouldHaveSingleItem().GetProperty("id").GetGuid().ShouldBe(busy.Value);
        changed.Items[0].GetProperty("updatedAt").GetDateTimeOffset().ShouldBe(_host.Clock.Now);
        (await _secretariat.Get($"{World.Url(busy)}/reports{since}")).Items.Length.ShouldBe(1);
        (await _secretariat.Get($"{World.Url(busy)}/history{since}")).Items.Length.ShouldBe(1);
        (await _secretariat.Get("/api/v1/history" + since)).Items.Length.ShouldBe(1);
        (await _secretariat.Get($"{World.Url(busy)}/versions{since}")).Items.Length.ShouldBe(
            2,
            "the one that ended and the one that began"
        );

        // The sweep writes only flags; it does not change the commitments they are about.
        _host.Clock.Now += TimeSpan.FromDays(3);
        since = Since();
        await _host.Send(new Sweep());
        (await _secretariat.Get("/api/v1/accountability/flags" + since))
            .Items.ShouldHaveSingleItem()
            .GetProperty("commitmentId")
            .GetGuid()
            .ShouldBe(quiet.Value);
        (await _secretariat.Get("/api/v1/commitments" + since)).Items.ShouldBeEmpty();
        (await _secretariat.Get("/api/v1/commitments?updatedSince=yesterday")).MustRefuse(400, "request.invalid", "updatedSince");
    }

    private string Since() => $"?updatedSince={_host.Clock.Now:yyyy-MM-ddTHH:mm:ssZ}";

    private static string[] Lists(Domain.Commitments.CommitmentId id) =>
        [
            "/api/v1/commitments",
            "/api/v1/organizations",
            "/api/v1/partnerships",
            "/api/v1/accountability/flags",
            "/api/v1/history",
            "/api/v1/imports",
            "/api/v1/accountability-reports",
            "/api/v1/accountability-reports/schedules",
            $"{World.Url(id)}/reports",
            $"{World.Url(id)}/history",
            $"{World.Url(id)}/versions",
            $"{World.Url(id)}/assessments",
            $"{World.Url(id)}/payments",
            $"{World.Url(id)}/change-requests",
        ];
}
