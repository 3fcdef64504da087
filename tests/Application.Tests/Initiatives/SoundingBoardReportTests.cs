using PartnershipTracker.Application.Initiatives;
using PartnershipTracker.Application.Reports;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Initiatives;
using PartnershipTracker.Domain.Partnerships;
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

        var ofPillar = await ReportAsync(new ReportFilter(Pillar: Pillar.CapacityStrengthening));
        ofPillar.Snapshot.GetProperty("soundingBoard").GetProperty("pillar").GetString().ShouldBe("capacityStrengthening");
        ofPillar.Snapshot.GetProperty("soundingBoard").GetProperty("all").GetProperty("accepted").GetInt32().ShouldBe(1);
    }

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
