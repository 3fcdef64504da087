using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Tests.Backups;
using PartnershipTracker.Infrastructure.Persistence;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Application.Tests.Common;

public sealed class DatabaseStartOnSqlite() : DatabaseStartTests(DatabaseProvider.Sqlite);

public sealed class DatabaseStartOnPostgreSql() : DatabaseStartTests(DatabaseProvider.PostgreSql);

public abstract class DatabaseStartTests(DatabaseProvider provider)
{
    [DatabaseFact]
    public async Task A_first_start_creates_the_database_and_a_second_one_finds_it()
    {
        await using var place = await Place.MakeEmptyAsync(provider);
        await place.StartAsync();
        place.Stop();
        place.Write("keys/key-1.xml", "key");
        await place.StartAsync();
    }

    [DatabaseFact]
    public async Task A_database_that_is_missing_although_there_are_files_stops_the_start()
    {
        await using var place = await Place.MakeEmptyAsync(provider);
        place.Write("keys/key-1.xml", "key");
        for (var i = 0; i < 2; i++)
            (await place.RefusalAsync()).ShouldSatisfyAllConditions(
                sentence => sentence.ShouldContain("is missing or empty"),
                sentence => sentence.ShouldContain(place.Files),
                sentence => sentence.ShouldContain("restore a backup")
            );
        Directory.Move(place.Files, place.Files + "-away");
        await place.StartAsync();
    }

    [DatabaseFact]
    public async Task A_folder_in_which_nothing_can_be_written_stops_the_start()
    {
        await using var place = await Place.MakeEmptyAsync(provider);
        place.Set(("Storage:Folder", "/proc/tracker"));
        (await place.RefusalAsync()).ShouldStartWith(
            "Storage:Folder needs the folder /proc/tracker, but this program cannot write there: "
        );
    }
}

/// <summary>What only a database in a file, or only one on a server, can suffer.</summary>
public sealed class UnusableDatabaseTests
{
    [Fact]
    public async Task An_SQLite_folder_in_which_nothing_can_be_written_stops_the_start()
    {
        await using var place = await Place.MakeEmptyAsync(DatabaseProvider.Sqlite);
        place.Set(("ConnectionStrings:Tracker", "Data Source=/proc/tracker/tracker.db"));
        (await place.RefusalAsync()).ShouldStartWith("ConnectionStrings:Tracker needs the folder /proc/tracker, ");
    }

    [Fact]
    public async Task A_file_that_is_no_SQLite_database_stops_the_start_and_stays_as_it_is()
    {
        await using var place = await Place.MakeEmptyAsync(DatabaseProvider.Sqlite);
        var file = Path.Combine(place.Folder, "tracker.db");
        var content = string.Concat(Enumerable.Repeat("This is a letter. ", 100));
        await File.WriteAllTextAsync(file, content);
        place.Set(("ConnectionStrings:Tracker", $"Data Source={file}"));
        (await place.RefusalAsync()).ShouldStartWith($"The database {file} cannot be used: ");
        (await File.ReadAllTextAsync(file)).ShouldBe(content);
    }

    [Fact]
    public async Task A_second_process_may_not_use_an_SQLite_database()
    {
        await using var place = await Place.MakeEmptyAsync(DatabaseProvider.Sqlite);
        await place.StartAsync();
        var path = Database.SqlitePath(place.Database.ConnectionString);
        (await SqliteLock.TakeAsync(path, TimeSpan.Zero, TimeProvider.System, default)).ShouldBeNull();

        // A process that is about to end is waited for.
        var waiting = SqliteLock.TakeAsync(path, TimeSpan.FromSeconds(30), TimeProvider.System, default);
        await Task.Delay(300);
        place.Stop();
        (await waiting).ShouldNotBeNull().Dispose();
    }

    [Fact]
    public async Task A_database_file_that_vanishes_does_not_come_back_empty()
    {
        await using var place = await Place.MakeEmptyAsync(DatabaseProvider.Sqlite);
        await place.StartAsync();
        SqliteConnection.ClearAllPools();
        var path = Database.SqlitePath(place.Database.ConnectionString);
        File.Delete(path);
        (await Should.ThrowAsync<SqliteException>(() => place.Db(db => db.Organizations.CountAsync()))).SqliteErrorCode.ShouldBe(14);
        File.Exists(path).ShouldBeFalse();
    }

    [Fact]
    public async Task A_PostgreSQL_server_that_does_not_answer_stops_the_start()
    {
        await using var place = await Place.MakeEmptyAsync(DatabaseProvider.Sqlite);
        place.Set(("Database:Provider", "PostgreSql"), ("ConnectionStrings:Tracker", "Host=127.0.0.1;Port=1;Database=tracker;Timeout=5"));
        (await place.RefusalAsync()).ShouldStartWith("The database tracker cannot be used: ");
    }
}

/// <summary>A node that hangs keeps its open transactions, and the locks in them.</summary>
public sealed class HangingNodeTests
{
    private const string Timeout = "SELECT setting::int AS \"Value\" FROM pg_settings WHERE name = 'idle_in_transaction_session_timeout'";

    [PostgreSqlFact]
    public async Task Others_wait_for_its_locks_for_a_limited_time_which_the_operator_can_set()
    {
        await using var place = await Place.MakeAsync(DatabaseProvider.PostgreSql);
        (await place.Db(db => db.Database.SqlQueryRaw<int>(Timeout).SingleAsync())).ShouldBe(20_000);
        place.Set(("ConnectionStrings:Tracker", place.Database.ConnectionString + ";Options=-c idle_in_transaction_session_timeout=1s"));

        await place.Db(async hanging =>
        {
            await using var transaction = await hanging.Database.BeginTransactionAsync();
            await WriteAsync(hanging);
            (await place.Db(WriteAsync)).ShouldBe(1, "the other waits, and goes on when the transaction has been ended");

            // When the node wakes up, it notices, and the same work can be tried again.
            var ended = await Should.ThrowAsync<Exception>(() => WriteAsync(hanging));
            DatabaseErrors.IsTransient(ended).ShouldBeTrue(ended.ToString());
            return true;
        });
    }

    private static Task<int> WriteAsync(TrackerDb db) => db.Database.ExecuteSqlAsync($"""UPDATE "Heartbeats" SET "At" = "At" + 1""");
}
