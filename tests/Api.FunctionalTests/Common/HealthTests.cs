using System.Data.Common;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using PartnershipTracker.Infrastructure.Persistence;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.Common;

public sealed class HealthOnSqlite() : HealthTests(DatabaseProvider.Sqlite);

public sealed class HealthOnPostgreSql() : HealthTests(DatabaseProvider.PostgreSql);

public abstract class HealthTests(DatabaseProvider provider)
{
    [DatabaseFact]
    public async Task It_writes_a_row_at_most_every_ten_seconds()
    {
        await using var host = await TrackerHost.StartAsync(provider);
        var time = new Watch();
        var probe = Probe(host, time);
        (await WritesAsync(host, probe)).ShouldBe(1);
        time.Elapsed = TimeSpan.FromSeconds(9.9);
        (await WritesAsync(host, probe)).ShouldBe(0);
        time.Elapsed = TimeSpan.FromSeconds(10);
        (await WritesAsync(host, probe)).ShouldBe(1);
    }

    [DatabaseFact]
    public async Task A_database_in_which_another_writes_is_ready_after_at_most_a_second()
    {
        await using var host = await TrackerHost.StartAsync(provider);
        (await host.Client().Get("/api/v1/organizations")).MustBe(200); // the first request of a program takes long
        var connection =
            provider == DatabaseProvider.Sqlite
                ? (DbConnection)new SqliteConnection(host.ConnectionString)
                : new NpgsqlConnection(host.ConnectionString);
        await using var _ = connection;
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "UPDATE \"Heartbeats\" SET \"At\" = 0";
        (await command.ExecuteNonQueryAsync()).ShouldBe(1);

        var watch = Stopwatch.StartNew();
        (await host.Client(null).Get("/health/ready")).MustBe(200)["status"].GetString().ShouldBe("healthy");
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(4));
        await transaction.RollbackAsync();
    }

    [DatabaseFact]
    public async Task A_database_that_can_only_be_read_is_not_ready()
    {
        var sql = provider == DatabaseProvider.Sqlite ? "PRAGMA query_only=1" : "SET default_transaction_read_only = on";
        var isReadOnly = new OnOpening();
        await using var host = await StartAsync(isReadOnly);
        isReadOnly.Sql = sql;
        var health = (await host.Client(null).Get("/health/ready")).MustBe(503);
        health["status"].GetString().ShouldBe("unhealthy");
        health["checks"].GetProperty("database").GetProperty("data").GetProperty("failed").GetString().ShouldBe("write");
        (await host.Client(null).Get("/health/live")).MustBe(200);
    }

    [DatabaseFact]
    public async Task A_full_disk_is_not_ready_and_is_noticed_to_be_free_again()
    {
        var disk = new Disk();
        await using var host = await StartAsync(disk);
        var time = new Watch();
        var probe = Probe(host, time);
        foreach (var failure in Failures())
        {
            time.Elapsed += TimeSpan.FromSeconds(10);
            disk.Failure = failure;
            (await probe.FindFailureAsync(default)).ShouldBe("write", failure.Message);
            disk.Failure = null;
            (await probe.FindFailureAsync(default)).ShouldBe("write", "the last write counts for ten seconds");
            time.Elapsed += TimeSpan.FromSeconds(10);
            (await probe.FindFailureAsync(default)).ShouldBeNull();
        }
    }

    [DatabaseFact]
    public async Task A_database_that_cannot_be_read_is_not_ready()
    {
        await using var host = await TrackerHost.StartAsync(provider);
        await host.Db(db => db.Database.ExecuteSqlRawAsync("DROP TABLE \"Heartbeats\""));
        (await host.Client(null).Get("/health/ready"))
            .MustBe(503)["checks"]
            .GetProperty("database")
            .GetProperty("data")
            .GetProperty("failed")
            .GetString()
            .ShouldBe("read");
    }

    private static DatabaseProbe Probe(TrackerHost host, TimeProvider time) =>
        new(host.Services.GetRequiredService<IServiceScopeFactory>(), time, NullLogger<DatabaseProbe>.Instance);

    private static async Task<int> WritesAsync(TrackerHost host, DatabaseProbe probe)
    {
        var commands = await host.Sql.During(async () => (await probe.FindFailureAsync(default)).ShouldBeNull());
        return commands.Count(sql => sql.Contains("UPDATE", StringComparison.Ordinal));
    }

    private Task<TrackerHost> StartAsync(IInterceptor interceptor) =>
        TrackerHost.StartAsync(
            provider,
            new Dictionary<string, string>(),
            services =>
            {
                services.ConfigureDbContext<SqliteTrackerDb>(options => options.AddInterceptors(interceptor));
                services.ConfigureDbContext<PostgreSqlTrackerDb>(options => options.AddInterceptors(interceptor));
            }
        );

    private Exception[] Failures() =>
        provider == DatabaseProvider.Sqlite
            ? [new SqliteException("disk I/O error", 10), new SqliteException("database or disk is full", 13)]
            : [new PostgresException("could not extend file", "ERROR", "ERROR", PostgresErrorCodes.DiskFull)];

    /// <summary>A monotonic clock that a test sets.</summary>
    private sealed class Watch : TimeProvider
    {
        public TimeSpan Elapsed { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Elapsed.Ticks;
    }

    /// <summary>Changes a setting of every connection that is opened.</summary>
    private sealed class OnOpening : DbConnectionInterceptor
    {
        public string? Sql { get; set; }

        public override async Task ConnectionOpenedAsync(
            DbConnection connection,
            ConnectionEndEventData eventData,
            CancellationToken cancellationToken = default
        )
        {
            if (Sql is null)
                return;
            await using var command = connection.CreateCommand();
            command.CommandText = Sql;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    /// <summary>Fails when something is written.</summary>
    private sealed class Disk : DbCommandInterceptor
    {
        public Exception? Failure { get; set; }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<int> result,
            CancellationToken cancellationToken = default
        ) => Failure is null ? new(result) : throw Failure;
    }
}
