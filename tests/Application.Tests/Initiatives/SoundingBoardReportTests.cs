using PartnershipTracker.Application.Initiatives;
using PartnershipTracker.Application.Reports;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Initiatives;
using PartnershipTracker.Domain.Programme;
using PartnershipTracker.Domain.Reports;
using PartnershipTracker.Infrastructure.Persistence;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Application.Tests.Initiatives;

public sealed class SoundingBoardReportOnSqlite() : SoundingBoardReportTests(DatabaseProvider.Sqlite);

public sealed class SoundingBoardReportOnPostgreSql() : SoundingBoardReportTests(DatabaseProvider.PostgreSql);

/// <summary>What the accountability report says about initiatives. Now is 2026-11-21, 06:00 UTC.</summary>
public abstract class SoundingBoardReportTests(DatabaseProvider provider) : IAsyncLifetime
{
    private TrackerHost _host = null!;

    public async Task InitializeAsync() => _host = await TrackerHost.StartAsync(provider);

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [DatabaseFact]
    public async Task The_report_to_the_board_says_how_it_answers_and_keeps_the_figures_of_that_day()
    {
        var without = await ReportAsync();
        without.Text.ShouldNotContain("What members propose");
        without.Snapshot.GetProperty("soundingBoard").GetProperty("all").GetProperty("proposed").GetInt32().ShouldBe(0);

        await Proposed("advocacy");
        await _host.SendAs(Role.Board, null, new AcceptInitiative(await Proposed("capacityStrengthening"), "It answers a need."));
        var report = await ReportAsync();
        foreach (var text in new[] { report.Text, report.Html })
        {
            text.ShouldContain("What members propose");
            text.ShouldContain("2 initiatives were proposed, 0 of them by members at the beginning of their career.");
            text.ShouldContain("The board answered one of them in time and 0 late.");
            text.ShouldContain("One waits for an answer; overdue: 0.");
            text.ShouldContain("/initiatives");
        }

        await Proposed("advocacy");
        var kept = await _host.Send(new GetAccountabilityReport(new AccountabilityReportId(report.Id)));
        kept.Snapshot.GetProperty("soundingBoard").GetProperty("all").GetProperty("proposed").GetInt32().ShouldBe(2);

        var ofPillar = await ReportAsync(new ReportFilter(Pillar: PillarCodes.CapacityStrengthening));
        ofPillar.Snapshot.GetProperty("soundingBoard").GetProperty("pillar").GetString().ShouldBe("capacityStrengthening");
        ofPillar.Snapshot.GetProperty("soundingBoard").GetProperty("all").GetProperty("accepted").GetInt32().ShouldBe(1);
    }

    [DatabaseFact]
    public async Task The_report_to_the_board_names_what_waits_for_it_and_by_when()
    {
        var first = await Proposed("advocacy");
        await _host.SendAs(Role.Board, null, new DeclineInitiative(await Proposed("advocacy"), "It is done elsewhere."));
        var report = await ReportAsync();
        report.Text.ShouldContain("- Peer learning: waits for the board, answer due by 21 Dec 2026");
        report.Html.ShouldContain("Answer due by");
        report.Html.ShouldContain("21 Dec 2026");
        foreach (var text in new[] { report.Text, report.Html })
            text.ShouldContain($"/initiatives/{first.Value}");
        Waiting(report).ShouldBe([(first.Value, 0)]);

        _host.Clock.Set("2026-12-25T06:00:00Z");
        for (var i = 0; i < 10; i++)
            await Proposed("capacityStrengthening");
        report = await ReportAsync();
        report.Text.ShouldContain("- Peer learning: waits for the board, answer was due by 21 Dec 2026, overdue by 4 days");
        report.Html.ShouldContain(">4 days<");
        foreach (var text in new[] { report.Text, report.Html })
            text.ShouldContain("1 more initiative waits.");
        Waiting(report).Count.ShouldBe(10);
        Waiting(report)[0].ShouldBe((first.Value, 4), "the earliest date comes first");

        var ofPillar = await ReportAsync(new ReportFilter(Pillar: PillarCodes.Advocacy));
        Waiting(ofPillar).ShouldBe([(first.Value, 4)]);
        var ofNone = await ReportAsync(new ReportFilter(Pillar: PillarCodes.KnowledgeGenerationAndSharing));
        ofNone.Text.ShouldNotContain("waits for the board");
    }

    private static List<(Guid Id, int DaysOverdue)> Waiting(AccountabilityReportDetails report) =>
        [
            .. report
                .Snapshot.GetProperty("waiting")
                .EnumerateArray()
                .Select(one => (one.GetProperty("id").GetGuid(), one.GetProperty("daysOverdue").GetInt32())),
        ];

    private Task<InitiativeId> Proposed(string pillar) =>
        _host.Send(
            new ProposeInitiative(
                new InitiativeDraft
                {
                    Title = "Peer learning",
                    Pillar = pillar,
                    Idea = "Nurses teach nurses.",
                    Need = "Rural clinics lack training.",
                }
            )
        );

    private async Task<AccountabilityReportDetails> ReportAsync(ReportFilter? filter = null)
    {
        var schedule = await _host.Send(
            new ScheduleReport("Board", AccountabilityReportFrequency.Weekly, 8, "UTC", ["board@example.org"], Filter: filter)
        );
        return await _host.Send(new GetAccountabilityReport(await _host.Send(new RunReportSchedule(schedule))));
    }
}
