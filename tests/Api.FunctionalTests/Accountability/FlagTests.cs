using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.Accountability;

public sealed class FlagsOnSqlite(OnSqlite fixture) : FlagTests(fixture), IClassFixture<OnSqlite>;

public sealed class FlagsOnPostgreSql(OnPostgreSql fixture) : FlagTests(fixture), IClassFixture<OnPostgreSql>;

public abstract class FlagTests(HostFixture fixture)
{
    private const string Flags = "/api/v1/accountability/flags";
    private readonly TrackerHost _host = fixture.Host;
    private readonly HttpClient _secretariat = fixture.Host.Client();

    [DatabaseFact]
    public async Task What_is_overdue_is_flagged_and_a_cleared_flag_shows_the_reason()
    {
        var own = await _host.Organization("Green Delta", timeZone: "UTC");
        var partnership = await _host.ActivePartnership(own, await _host.Organization("Ministry", "10"));
        var id = await _host.ActiveCommitment(partnership, own, "2026-11-20", "Late", "2026-11-19");

        var swept = (await _secretariat.Post("/api/v1/accountability/sweep")).MustBe(200);
        (swept["raised"].GetInt32(), swept["cleared"].GetInt32()).ShouldBe((2, 0));

        var flag = (await _secretariat.Get($"{Flags}?kind=commitmentOverdue&open=true&commitmentId={id.Value}"))
            .MustBe(200)
            .Items.ShouldHaveSingleItem();
        flag.GetProperty("commitmentId").GetGuid().ShouldBe(id.Value);
        flag.GetProperty("milestoneId").ValueKind.ShouldBe(JsonValueKind.Null);
        flag.GetProperty("dueDate").GetString().ShouldBe("2026-11-20");
        flag.GetProperty("raisedAt").GetDateTimeOffset().ShouldBe(TestClock.Start);
        flag.GetProperty("overdueAt").GetDateTimeOffset().ShouldBe(TestClock.Instant("2026-11-21T00:00:00Z"));
        (flag.GetProperty("owner").GetString(), flag.GetProperty("daysOverdue").GetInt32()).ShouldBe(("partner", 1));
        flag.GetProperty("clearedAt").ValueKind.ShouldBe(JsonValueKind.Null);
        var step = (
            await _secretariat.Get($"{Flags}?kind=milestoneOverdue&open=true&organizationId={own.Value}")
        ).Items.ShouldHaveSingleItem();
        step.GetProperty("milestoneId").ValueKind.ShouldBe(JsonValueKind.String);

        await _host.ReportComplete(id, "2026-11-21");
        (await _secretariat.Post("/api/v1/accountability/sweep")).MustBe(200)["cleared"].GetInt32().ShouldBe(2);
        (await _secretariat.Get($"{Flags}?open=true&commitmentId={id.Value}")).Items.ShouldBeEmpty();
        var cleared = (await _secretariat.Get($"{Flags}?open=false&partnershipId={partnership.Value}")).MustBe(200).Items;
        cleared.Length.ShouldBe(2);
        cleared.ShouldAllBe(f => f.GetProperty("clearedBecause").GetString() == "reportedComplete");
    }

    [DatabaseFact]
    public async Task Sweeps_at_the_same_time_are_answered_with_200_or_409_and_postpone_nothing()
    {
        await using var host = await TrackerHost.StartAsync(_host.Provider);
        using var secretariat = host.Client();
        var own = await host.Organization("Green Delta", timeZone: "UTC");
        var partnership = await host.ActivePartnership(own, await host.Organization("Ministry", "10"));
        for (var i = 0; i < 10; i++)
            await host.ActiveCommitment(partnership, own, "2026-11-20", "Late", "2026-11-19");

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(SweepAsync));
        answers.ShouldAllBe(answer => answer.Status == 200 || answer.Status == 409, string.Join('\n', answers.Select(a => a.Text)));
        (await host.Db(db => db.Commitments.CountAsync(c => c.SweepAt < host.Clock.Now.AddDays(1) && c.SweepAt > host.Clock.Now))).ShouldBe(
            0,
            "nothing is postponed because of another sweep"
        );
        (await secretariat.Post("/api/v1/accountability/sweep")).MustBe(200);
        (await host.Db(db => db.Flags.CountAsync())).ShouldBe(20);
        host.Errors.Lines.ShouldNotContain(line => line.Contains("put off", StringComparison.Ordinal));

        async Task<Answer> SweepAsync(int i)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/accountability/sweep");
            if (i % 2 == 1)
                request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
            return await secretariat.Ask(request);
        }
    }

    [DatabaseFact]
    public async Task An_unknown_kind_is_refused_with_the_name_of_the_parameter() =>
        (await _secretariat.Get($"{Flags}?kind=tired")).MustRefuse(400, "request.invalid", "kind");
}
