using System.Text;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Deferred;
using PartnershipTracker.Application.Imports;
using PartnershipTracker.Domain.Deferred;
using PartnershipTracker.Domain.Imports;
using PartnershipTracker.Infrastructure.Persistence;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Application.Tests.Imports;

public sealed class StoppedImportOnSqlite() : StoppedImportTests(DatabaseProvider.Sqlite);

public sealed class StoppedImportOnPostgreSql() : StoppedImportTests(DatabaseProvider.PostgreSql);

/// <summary>An import that fails or is interrupted affects nothing else.</summary>
public abstract class StoppedImportTests(DatabaseProvider provider) : IAsyncLifetime
{
    private const string Profile = """
        {
          "partnership": { "name": "Pledges", "startDate": "2024-01-01" },
          "organization": { "sourceId": "{id}", "name": "{name}", "type": "22", "countryCode": "BD", "timeZone": "Asia/Dhaka" },
          "commitment": { "sourceId": "{id}", "title": "{name}", "dueDate": "{due}", "sdgTargets": ["3.4"] }
        }
        """;

    private TrackerHost _host = null!;

    public async Task InitializeAsync() => _host = await TrackerHost.StartAsync(provider);

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [DatabaseFact]
    public async Task A_row_that_the_database_refuses_is_refused_and_all_others_are_imported()
    {
        await RefuseAsync("Row 7");
        var import = await Start(20);
        (await _host.Send(new RunImports())).ShouldBe(1);
        (await Get(import)).ShouldSatisfyAllConditions(
            i => i.State.ShouldBe(ImportState.Completed),
            i => i.Rows.ShouldBe(20),
            i => i.Imported.ShouldBe(19),
            i => i.Refused.ShouldBe(1)
        );
        var item = (await _host.Send(new ListImportItems(import))).Items.ShouldHaveSingleItem();
        (item.Line, item.Code).ShouldBe((8, "import.rowNotSaved"));
        (await _host.Db(db => db.Commitments.CountAsync())).ShouldBe(19);
    }

    [DatabaseFact]
    public async Task An_import_that_ended_the_process_three_times_fails_with_its_line_and_the_next_one_runs()
    {
        var bad = await Start(20);
        await InterruptAsync(bad, attempts: 3, rows: 6, line: 7);
        var good = await Start(5, "Other");
        (await _host.Send(new RunImports())).ShouldBe(1);
        (await Get(bad)).ShouldSatisfyAllConditions(i => i.State.ShouldBe(ImportState.Failed), i => i.Failure!.ShouldContain("line 7"));
        (await Get(good)).State.ShouldBe(ImportState.Completed);
        var parked = (await _host.Send(new ListDeferredWork(DeferredState.Parked))).Items.ShouldHaveSingleItem();
        (parked.Kind, parked.About, parked.LastFailure).ShouldBe((DeferredKind.Import, "rows.csv", DeferredWork.Interrupted));

        await _host.Send(new RetryDeferredWork(new DeferredWorkId(parked.Id)));
        (await _host.Send(new RunImports())).ShouldBe(1);
        (await Get(bad)).State.ShouldBe(ImportState.Completed);
    }

    [DatabaseFact]
    public async Task After_an_interruption_rows_are_saved_one_by_one_to_find_the_cause()
    {
        var import = await Start(30);
        await InterruptAsync(import, attempts: 1, rows: 0, line: 0);
        var saves = await _host.Sql.During(() => _host.Send(new RunImports()));
        saves.Count(sql => sql.Contains("UPDATE \"Imports\"", StringComparison.Ordinal)).ShouldBeGreaterThanOrEqualTo(30);
        (await Get(import)).Imported.ShouldBe(30);
    }

    [DatabaseFact]
    public async Task A_dropped_import_is_shown_as_failed()
    {
        var import = await Start(5);
        var work = (await _host.Send(new ListDeferredWork(Kind: DeferredKind.Import))).Items.Single();
        await _host.Send(new DropDeferredWork(new DeferredWorkId(work.Id), "The wrong file."));
        (await Get(import)).State.ShouldBe(ImportState.Failed);
        (await _host.Send(new RunImports())).ShouldBe(0);
    }

    private async Task<ImportId> Start(int rows, string prefix = "Row")
    {
        var csv = "id,name,due\n" + string.Concat(Enumerable.Range(1, rows).Select(i => $"{prefix}-{i},{prefix} {i},2027-06-30\n"));
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(csv));
        return await _host.Send(new StartImport("rows.csv", content, Profile, DryRun: false));
    }

    private Task<ImportDetails> Get(ImportId id) => _host.Send(new GetImport(id));

    /// <summary>The state that a process leaves when it is killed during an import.</summary>
    private Task<int> InterruptAsync(ImportId id, int attempts, int rows, int line) =>
        _host.Db(async db =>
        {
            await db
                .Imports.Where(i => i.Id == id)
                .ExecuteUpdateAsync(set =>
                    set.SetProperty(i => i.State, ImportState.Running).SetProperty(i => i.Rows, rows).SetProperty(i => i.LastLine, line)
                );
            return await db
                .DeferredWork.Where(w => w.SubjectId == id.Value)
                .ExecuteUpdateAsync(set =>
                    set.SetProperty(w => w.Attempts, attempts)
                        .SetProperty(w => w.Owner, Guid.NewGuid())
                        .SetProperty(w => w.ClaimedUntil, _host.Clock.Now)
                );
        });

    private Task<int> RefuseAsync(string title) =>
        _host.Db(db =>
            db.Database.ExecuteSqlRawAsync(
                provider == DatabaseProvider.Sqlite
                    ? $"CREATE TRIGGER refused BEFORE INSERT ON \"Commitments\" WHEN NEW.\"Title\" = '{title}' BEGIN SELECT "
                        + $"RAISE(ABORT, 'refused'); END"
                    : $"ALTER TABLE \"Commitments\" ADD CONSTRAINT refused CHECK (\"Title\" <> '{title}')"
            )
        );
}
