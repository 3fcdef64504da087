using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Logging;
using Npgsql;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Infrastructure.Persistence;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Application.Tests.Common;

public sealed class MigrationOnSqlite
{
    private readonly string _file = Path.Combine(TestFolder.Path, Guid.NewGuid().ToString("n") + ".db");

    [Fact]
    public async Task An_upgrade_that_is_cut_off_is_done_at_the_next_start()
    {
        await using (var old = Open()) await old.GetService<IMigrator>().MigrateAsync("OverviewIndexes");
        await using (var killed = Open(new CutOff("""ALTER TABLE "ef_temp_Evidence" RENAME""")))
            await Should.ThrowAsync<OperationCanceledException>(() => Database.MigrateAsync(killed, default));
        await using var db = Open();
        await Database.MigrateAsync(db, default);
        (await db.Database.GetPendingMigrationsAsync()).ShouldBeEmpty();
        (await db.Database.SqlQuery<int>($"SELECT foreign_keys AS Value FROM pragma_foreign_keys").SingleAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task A_new_database_is_made_without_a_warning()
    {
        using var warnings = new Warnings();
        await using var db = Open(log: warnings);
        await Database.MigrateAsync(db, default);
        warnings.Lines.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_mail_that_waited_before_the_upgrade_is_sent_after_it()
    {
        await using (var old = Open())
        {
            await old.GetService<IMigrator>().MigrateAsync("PartnerApi");
            await WaitingMail.InsertAsync(old);
        }

        await using var db = Open();
        await Database.MigrateAsync(db, default);
        await WaitingMail.MustBeOwedAsync(db);
    }

    private SqliteTrackerDb Open(IInterceptor? interceptor = null, Warnings? log = null)
    {
        var options = new DbContextOptionsBuilder<SqliteTrackerDb>();
        options.UseTrackerSqlite($"Data Source={_file};Pooling=False;Foreign Keys=True");
        if (interceptor is not null) options.AddInterceptors(interceptor);
        if (log is not null) options.UseLoggerFactory(new LoggerFactory([log]));
        return new SqliteTrackerDb(options.Options, new CurrentUser(), TimeProvider.System);
    }

    /// <summary>Ends in the middle, as a process that is killed.</summary>
    private sealed class CutOff(string at) : DbCommandInterceptor
    {
        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
            command.CommandText.Contains(at, StringComparison.Ordinal) ? throw new OperationCanceledException() : new(result);
    }
}

public sealed class MigrationOnPostgreSql
{
    [DatabaseFact]
    public async Task A_new_database_is_made_without_a_warning()
    {
        var name = $"new{Environment.ProcessId}";
        await OnServerAsync($"CREATE DATABASE {name}");
        try
        {
            using var warnings = new Warnings();
            var options = new DbContextOptionsBuilder<PostgreSqlTrackerDb>();
            options.UseTrackerPostgreSql(PostgreSql.Server + $";Database={name};Pooling=False");
            options.UseLoggerFactory(new LoggerFactory([warnings]));
            await using var db = new PostgreSqlTrackerDb(options.Options, new CurrentUser(), TimeProvider.System);
            await Database.MigrateAsync(db, default);
            warnings.Lines.ShouldBeEmpty();
        }
        finally
        {
            await OnServerAsync($"DROP DATABASE {name} WITH (FORCE)");
        }
    }

    [DatabaseFact]
    public async Task A_mail_that_waited_before_the_upgrade_is_sent_after_it()
    {
        var name = $"old{Environment.ProcessId}";
        await OnServerAsync($"CREATE DATABASE {name}");
        try
        {
            var options = new DbContextOptionsBuilder<PostgreSqlTrackerDb>();
            options.UseTrackerPostgreSql(PostgreSql.Server + $";Database={name};Pooling=False");
            await using var db = new PostgreSqlTrackerDb(options.Options, new CurrentUser(), TimeProvider.System);
            await db.GetService<IMigrator>().MigrateAsync("PartnerApi");
            await WaitingMail.InsertAsync(db);
            await Database.MigrateAsync(db, default);
            await WaitingMail.MustBeOwedAsync(db);
        }
        finally
        {
            await OnServerAsync($"DROP DATABASE {name} WITH (FORCE)");
        }
    }

    private static async Task OnServerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(PostgreSql.Server + ";Pooling=False");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}

/// <summary>What is logged as a warning or worse.</summary>
internal sealed class Warnings : ILoggerProvider, ILogger
{
    public List<string> Lines { get; } = [];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel)) Lines.Add(formatter(state, exception));
    }

    public void Dispose()
    {
    }
}

/// <summary>A mail as it waited before deferred work had a table of its own.</summary>
internal static class WaitingMail
{
    private static readonly Guid Id = Guid.CreateVersion7();

    public static Task InsertAsync(TrackerDb db) => db.Database.ExecuteSqlAsync($"""
        INSERT INTO "Mails" ("Id", "Recipient", "Subject", "Html", "Text", "HoldsKey", "CreatedAt", "NextAttemptAt", "Attempts")
        VALUES ({Id}, 'ana@example.org', 'Report', '', '', {false}, 7, 9, 3)
        """);

    public static async Task MustBeOwedAsync(TrackerDb db)
    {
        var work = await db.DeferredWork.SingleAsync();
        (work.Kind, work.SubjectId, work.Attempts, work.NextTryAt.UtcTicks).ShouldBe((Domain.Deferred.DeferredKind.Mail, Id, 3, 9));
    }
}
