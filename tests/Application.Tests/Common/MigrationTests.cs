using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.Extensions.Logging;
using Npgsql;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Infrastructure.Configuration;
using PartnershipTracker.Infrastructure.Persistence;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Application.Tests.Common;

public sealed class MigrationOnSqlite
{
    private readonly string _file = Path.Combine(TestFolder.Path, Guid.NewGuid().ToString("n") + ".db");

    [Fact]
    public async Task A_first_start_that_is_interrupted_is_completed_at_the_next_start()
    {
        await using (var killed = Open(new Interruption("CREATE INDEX")))
            await Should.ThrowAsync<OperationCanceledException>(() => Database.MigrateAsync(killed, default));
        await using var db = Open();
        await Database.MigrateAsync(db, default);
        (await db.Database.GetPendingMigrationsAsync()).ShouldBeEmpty();
        (await db.Database.SqlQuery<int>($"SELECT foreign_keys AS Value FROM pragma_foreign_keys").SingleAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Only_the_owner_can_read_a_new_database_and_the_files_beside_it()
    {
        await using var db = Open();
        await Database.MigrateAsync(db, default);
        await db.Database.OpenConnectionAsync();
        var files = Directory.GetFiles(TestFolder.Path, Path.GetFileName(_file) + "*");
        files.Length.ShouldBe(3, "the database, its log and the index of the log");
        if (OperatingSystem.IsWindows())
            return;
        foreach (var file in files)
            File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite, file);
    }

    [Fact]
    public async Task A_migration_that_rebuilds_a_table_is_one_transaction()
    {
        await using var db = Open();
        var model = db.GetService<IDesignTimeModel>().Model;
        var commands = db.GetService<IMigrationsSqlGenerator>()
            .Generate(
                [
                    new AlterColumnOperation
                    {
                        Table = "Evidence",
                        Name = "Title",
                        ClrType = typeof(string),
                        ColumnType = "TEXT",
                        IsNullable = true,
                        OldColumn = new AddColumnOperation { ClrType = typeof(string), ColumnType = "TEXT" },
                    },
                ],
                model
            );
        commands.ShouldContain(c => c.CommandText.Contains("ef_temp_Evidence", StringComparison.Ordinal), "the table is rebuilt");
        commands.ShouldAllBe(c => !c.TransactionSuppressed);
    }

    [Fact]
    public async Task A_database_of_another_version_is_refused_with_one_sentence()
    {
        await using var db = Open();
        await Database.MigrateAsync(db, default);
        await AnotherVersion.MadeAsync(db);
        await AnotherVersion.MustBeRefusedAsync(db);
    }

    [Fact]
    public async Task A_new_database_is_created_without_a_warning()
    {
        using var warnings = new Warnings();
        await using var db = Open(log: warnings);
        await Database.MigrateAsync(db, default);
        warnings.Lines.ShouldBeEmpty();
    }

    private SqliteTrackerDb Open(IInterceptor? interceptor = null, Warnings? log = null)
    {
        var options = new DbContextOptionsBuilder<SqliteTrackerDb>();
        options.UseTrackerSqlite($"Data Source={_file};Pooling=False;Foreign Keys=True");
        if (interceptor is not null)
            options.AddInterceptors(interceptor);
        if (log is not null)
            options.UseLoggerFactory(new LoggerFactory([log]));
        return new SqliteTrackerDb(options.Options, new CurrentUser(), TimeProvider.System);
    }

    /// <summary>Fails in the middle, like a process that is killed.</summary>
    private sealed class Interruption(string at) : DbCommandInterceptor
    {
        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<int> result,
            CancellationToken cancellationToken = default
        ) => command.CommandText.Contains(at, StringComparison.Ordinal) ? throw new OperationCanceledException() : new(result);
    }
}

public sealed class MigrationOnPostgreSql
{
    [DatabaseFact]
    public async Task A_new_database_is_created_without_a_warning()
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
    public async Task A_database_of_another_version_is_refused_with_one_sentence()
    {
        var name = $"old{Environment.ProcessId}";
        await OnServerAsync($"CREATE DATABASE {name}");
        try
        {
            var options = new DbContextOptionsBuilder<PostgreSqlTrackerDb>();
            options.UseTrackerPostgreSql(PostgreSql.Server + $";Database={name};Pooling=False");
            await using var db = new PostgreSqlTrackerDb(options.Options, new CurrentUser(), TimeProvider.System);
            await Database.MigrateAsync(db, default);
            await AnotherVersion.MadeAsync(db);
            await AnotherVersion.MustBeRefusedAsync(db);
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

/// <summary>Collects what is logged as a warning or worse.</summary>
internal sealed class Warnings : ILoggerProvider, ILogger
{
    public List<string> Lines { get; } = [];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    )
    {
        if (IsEnabled(logLevel))
            Lines.Add(formatter(state, exception));
    }

    public void Dispose() { }
}

/// <summary>Makes a database look like one of a version with other migrations.</summary>
internal static class AnotherVersion
{
    public static Task MadeAsync(TrackerDb db) =>
        db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('20260101000000_Other', '10.0.0')
            """
        );

    public static async Task MustBeRefusedAsync(TrackerDb db) =>
        (await Should.ThrowAsync<ConfigurationException>(() => Database.MigrateAsync(db, default))).Message.ShouldBe(
            "Another version of PartnershipTracker made this database (migration 20260101000000_Other), and this version "
                + "cannot upgrade it: "
                + "start with an empty database, or with the version that made it."
        );
}
