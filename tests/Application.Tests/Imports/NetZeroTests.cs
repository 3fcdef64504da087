using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Accountability;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Dashboard;
using PartnershipTracker.Application.History;
using PartnershipTracker.Application.Imports;
using PartnershipTracker.Application.Partnerships;
using PartnershipTracker.Domain.Accountability;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Imports;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.Domain.Reference;
using PartnershipTracker.Infrastructure.Persistence;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Application.Tests.Imports;

public sealed class NetZeroOnSqlite() : NetZeroTests(DatabaseProvider.Sqlite);

public sealed class NetZeroOnPostgreSql() : NetZeroTests(DatabaseProvider.PostgreSql);

/// <summary>The real dataset of 2022, on 2026-11-21. The expected numbers are counted from the file.</summary>
public abstract class NetZeroTests(DatabaseProvider provider) : IAsyncLifetime
{
    private static readonly string Sample = Path.Combine(AppContext.BaseDirectory, "samples", "net-zero-tracker");
    private readonly BatchLimit _batches = new(rows => rows.OfType<Commitment>().Any());
    private TrackerHost _host = null!;

    public async Task InitializeAsync() =>
        _host = await TrackerHost.StartAsync(provider, new Dictionary<string, string>(), _batches.Register);

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [DatabaseFact]
    public async Task Real_pledges_are_imported_and_overdue_ones_are_flagged()
    {
        var first = await Import(dryRun: true);
        Counted(first).ShouldBe((1896, 1741, 155, 0, 16));
        (await _host.Send(new ListPartnerships())).Total.ShouldBe(0, "a dry run saves nothing");

        var done = await Import();
        done.State.ShouldBe(ImportState.Completed);
        Counted(done).ShouldBe((1896, 1741, 155, 0, 16));
        done.Items.Where(i => !i.IsWarning)
            .GroupBy(i => i.Field)
            .ToDictionary(g => g.Key!, g => g.Count())
            .ShouldBe(
                new Dictionary<string, int>
                {
                    ["dueDate"] = 154,
                    ["title"] = 154,
                    ["organization.countryCode"] = 1,
                },
                ignoreOrder: true,
                "a row without a year has neither a due date nor the title that names it"
            );
        done.Items.Where(i => i.IsWarning).ShouldAllBe(i => i.Code == "import.milestoneAfterDueDate");

        var partnership = (await _host.Send(new ListPartnerships())).Items.ShouldHaveSingleItem();
        partnership.Name.ShouldBe("Net Zero pledges");
        partnership.Status.ShouldBe(PartnershipStatus.Active);
        partnership.Members.ShouldBe(1741);
        (await _host.Send(new ListMembers(new PartnershipId(partnership.Id), Limit: 1))).Items[0].Role.ShouldBe(MemberRole.Implementing);

        (await _host.Send(new ListCommitments { Status = CommitmentStatus.Active, SdgTarget = "13.2" })).Total.ShouldBe(1741);
        (await _host.Send(new ListCommitments { ReportedComplete = true })).Total.ShouldBe(46);
        (await _host.Db(db => db.Milestones.CountAsync())).ShouldBe(1080);
        (
            await _host.Db(db => db.ProgressReports.CountAsync(r => r.ReportsCompletion && r.Status == ProgressReportStatus.Submitted))
        ).ShouldBe(46);
        (await _host.Db(db => db.History.CountAsync(h => h.Event == "commitmentImported"))).ShouldBe(1741);
        (
            await _host.Db(db =>
                db.CommitmentVersions.CountAsync(v =>
                    v.ValidTo == null
                    && db.Commitments.Any(c =>
                        c.Id == v.CommitmentId
                        && c.OverdueAt == v.OverdueAt
                        && c.DueDate == v.DueDate
                        && c.Title == v.Title
                        && c.SdgTargets == v.SdgTargets
                        && c.CountryCodes == v.CountryCodes
                    )
                )
            )
        ).ShouldBe(1741);

        // The first sweep, the same question to the list, and a second sweep.
        (await _host.Send(new Sweep())).ShouldBe(new SweepResult(148 + 304, 0));
        (await _host.Send(new ListFlags(FlagKind.CommitmentOverdue, Open: true))).Total.ShouldBe(148);
        (await _host.Send(new ListFlags(FlagKind.MilestoneOverdue, Open: true))).Total.ShouldBe(304);
        (await _host.Send(new ListCommitments { Overdue = true })).Total.ShouldBe(148);
        (await _host.Send(new Sweep())).ShouldBe(new SweepResult(0, 0));

        var overview = await _host.Send(new GetOverview());
        (overview.Total, overview.Overdue, overview.ReportedComplete, overview.MilestonesTotal, overview.MilestonesOverdue).ShouldBe(
            (1741, 148, 46, 1080, 304)
        );
        overview.OrganizationsWithoutContact.ShouldBe(1741);
        overview.OverdueByAge.Sum(a => a.Overdue).ShouldBe(148);
        overview.BySector.Sum(s => s.Overdue).ShouldBe(148);
        overview.ByCountry.Sum(c => c.Overdue).ShouldBe(148);
        overview.ByDueMonth.Sum(m => m.Total).ShouldBe(1741);

        // Importing again changes nothing.
        var (history, organizations) = await _host.Db(async db => (await db.History.CountAsync(), await db.Organizations.CountAsync()));
        var again = await Import();
        Counted(again).ShouldBe((1896, 0, 155, 1741, 0));
        (await _host.Db(async db => (await db.History.CountAsync(), await db.Organizations.CountAsync()))).ShouldBe(
            (history, organizations)
        );
        (await _host.Send(new Sweep())).ShouldBe(new SweepResult(0, 0));
    }

    [DatabaseFact]
    public async Task An_interrupted_import_continues_where_it_stopped()
    {
        // The second batch cannot be saved; the one before it is.
        await Start(false);
        using var running = new CancellationTokenSource();
        _batches.StopAfter(1, running.Cancel);
        await Should.ThrowAsync<OperationCanceledException>(() => _host.Send(new RunImports(), running.Token));
        (await _host.Db(db => db.Commitments.CountAsync())).ShouldBeInRange(1, 1740, "it was interrupted in the middle");

        _batches.Clear();
        await _host.Send(new RunImports());
        var done = await _host.Send(new GetImport(new ImportId((await _host.Send(new ListImports())).Items.Single().Id)));
        done.State.ShouldBe(ImportState.Completed);
        Counted(done).ShouldBe((1896, 1741, 155, 0, 16));
        (await _host.Db(db => db.Commitments.CountAsync())).ShouldBe(1741);
    }

    [DatabaseFact]
    public async Task The_words_of_the_source_are_kept()
    {
        await Import();
        var reportedComplete = (await _host.Send(new ListCommitments { ReportedComplete = true, Limit = 200 })).Items;
        reportedComplete.Count.ShouldBe(46);
        var report = (await _host.Send(new ListProgressReports(new CommitmentId(reportedComplete[0].Id)))).Items.ShouldHaveSingleItem();
        report.Narrative.ShouldStartWith("Achieved");
        report.AsOf.ShouldBe(TestClock.Day("2022-12-20"));

        var country = (await _host.Send(new ListCommitments { Q = "Afghanistan" })).Items.ShouldHaveSingleItem();
        country.Title.ShouldBe("Afghanistan: Net zero by 2050");
        country.Sector.ShouldBe(Sector.Public);
        country.DueDate.ShouldBe(TestClock.Day("2050-12-31"));
        var details = await _host.Send(new GetCommitment(new CommitmentId(country.Id)));
        details.Milestones.ShouldHaveSingleItem().Title.ShouldBe("Interim target by 2030");
        details.ReportingFrequency.ShouldBe(ReportingFrequency.None);
        (await _host.Send(new GetHistory(new CommitmentId(details.Id))))
            .Items.ShouldHaveSingleItem()
            .Text.ShouldContain("imported the commitment");
    }

    private static (int, int, int, int, int) Counted(ImportDetails i) => (i.Rows, i.Imported, i.Refused, i.Unchanged, i.Warnings);

    private async Task<ImportDetails> Import(bool dryRun = false)
    {
        var id = await Start(dryRun);
        await _host.Send(new RunImports());
        return await _host.Send(new GetImport(id));
    }

    private async Task<ImportId> Start(bool dryRun)
    {
        await using var file = File.OpenRead(Path.Combine(Sample, "net-zero-tracker-2022.csv"));
        return await _host.Send(
            new StartImport("net-zero-tracker-2022.csv", file, await File.ReadAllTextAsync(Path.Combine(Sample, "profile.json")), dryRun)
        );
    }
}
