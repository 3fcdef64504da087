using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Infrastructure.Persistence;

namespace PartnershipTracker.TestKit;

/// <summary>A database for one test class, copied from a template that is migrated once per run.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly Lazy<Task<string>> SqliteTemplate = new(MakeSqliteTemplateAsync);
    private static readonly Lazy<Task<string>> PostgreSqlTemplate = new(MakePostgreSqlTemplateAsync);
    private static readonly SemaphoreSlim OneCopyAtATime = new(1);
    private static int _count;

    private TestDatabase(DatabaseProvider provider, string connectionString) => (Provider, ConnectionString) = (provider, connectionString);

    public DatabaseProvider Provider { get; }

    public string ConnectionString { get; }

    public static async Task<TestDatabase> CreateAsync(DatabaseProvider provider)
    {
        var name = $"t{Environment.ProcessId}_{Interlocked.Increment(ref _count)}";
        if (provider == DatabaseProvider.Sqlite)
        {
            var file = Path.Combine(TestFolder.Path, name + ".db");
            File.Copy(await SqliteTemplate.Value, file);
            return new TestDatabase(provider, $"Data Source={file}");
        }

        // PostgreSQL copies a template only while no other connection uses it.
        var template = await PostgreSqlTemplate.Value;
        await OneCopyAtATime.WaitAsync();
        try
        {
            await OnServerAsync($"CREATE DATABASE {name} TEMPLATE {template}");
        }
        finally
        {
            OneCopyAtATime.Release();
        }

        return new TestDatabase(provider, Named(name));
    }

    /// <summary>A database without tables: on SQLite a file that does not exist yet.</summary>
    public static async Task<TestDatabase> CreateEmptyAsync(DatabaseProvider provider)
    {
        var name = $"t{Environment.ProcessId}_{Interlocked.Increment(ref _count)}";
        if (provider == DatabaseProvider.Sqlite)
            return new TestDatabase(provider, $"Data Source={Path.Combine(TestFolder.Path, name + ".db")}");
        await OnServerAsync($"CREATE DATABASE {name}");
        return new TestDatabase(provider, Named(name));
    }

    /// <summary>The database under this name, or in this file.</summary>
    public static TestDatabase At(DatabaseProvider provider, string nameOrPath) =>
        new(provider, provider == DatabaseProvider.Sqlite ? $"Data Source={nameOrPath}" : Named(nameOrPath));

    /// <summary>Opens this database without the rest of the program.</summary>
    public TrackerDb Open() => Open(Provider, ConnectionString);

    public async ValueTask DisposeAsync()
    {
        if (Provider == DatabaseProvider.Sqlite)
        {
            var file = new SqliteConnectionStringBuilder(ConnectionString).DataSource;
            SqliteConnection.ClearAllPools();
            foreach (var end in new[] { "", "-wal", "-shm" })
                File.Delete(file + end);
            return;
        }

        await using var connection = new NpgsqlConnection(ConnectionString);
        NpgsqlConnection.ClearPool(connection);
        await OnServerAsync($"DROP DATABASE IF EXISTS {new NpgsqlConnectionStringBuilder(ConnectionString).Database} WITH (FORCE)");
    }

    private static TrackerDb Open(DatabaseProvider provider, string connectionString)
    {
        if (provider == DatabaseProvider.Sqlite)
        {
            var sqlite = new DbContextOptionsBuilder<SqliteTrackerDb>();
            sqlite.UseTrackerSqlite(connectionString);
            return new SqliteTrackerDb(sqlite.Options, new CurrentUser(), TimeProvider.System);
        }

        var postgreSql = new DbContextOptionsBuilder<PostgreSqlTrackerDb>();
        postgreSql.UseTrackerPostgreSql(connectionString);
        return new PostgreSqlTrackerDb(postgreSql.Options, new CurrentUser(), TimeProvider.System);
    }

    private static async Task<string> MakeSqliteTemplateAsync()
    {
        var file = Path.Combine(TestFolder.Path, $"template{Environment.ProcessId}.db");
        await using (var db = Open(DatabaseProvider.Sqlite, $"Data Source={file};Pooling=False"))
        {
            await Database.MigrateAsync(db, default);
            await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        }

        return file;
    }

    private static async Task<string> MakePostgreSqlTemplateAsync()
    {
        var name = $"template{Environment.ProcessId}";
        await OnServerAsync($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
        await OnServerAsync($"CREATE DATABASE {name}");
        await using var db = Open(DatabaseProvider.PostgreSql, Named(name) + ";Pooling=False");
        await Database.MigrateAsync(db, default);
        return name;
    }

    private static string Named(string database) =>
        new NpgsqlConnectionStringBuilder(PostgreSql.Server) { Database = database, MaxPoolSize = 20 }.ConnectionString;

    private static async Task OnServerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(PostgreSql.Server + ";Pooling=False");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}

/// <summary>The server for the tests: the connection string of a superuser in <c>TRACKER_TEST_POSTGRES</c>.</summary>
public static class PostgreSql
{
    private const string Variable = "TRACKER_TEST_POSTGRES";

    public static bool IsThere => !string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable(Variable));

    public static string Server =>
        IsThere
            ? Environment.GetEnvironmentVariable(Variable)!
            : throw new InvalidOperationException($"{Variable} names no PostgreSQL server; ./test starts one.");

    /// <summary>Why a test on PostgreSQL is skipped; in CI it is not skipped but fails.</summary>
    public static string? SkipReason => IsThere || IsCi ? null : $"No PostgreSQL: {Variable} is not set (./test sets it).";

    public static bool IsCi => Environment.GetEnvironmentVariable("CI") is "true" or "1";
}

/// <summary>The folder for the files of this test run; deleted when the process ends.</summary>
public static class TestFolder
{
    public static string Path { get; } = Make();

    private static string Make()
    {
        var folder = Directory.CreateTempSubdirectory("tracker-tests-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            SqliteConnection.ClearAllPools();
            try
            {
                Directory.Delete(folder, recursive: true);
            }
            catch (IOException)
            {
                // The system cleans up its temporary folder, so the run need not fail.
            }
        };
        return folder;
    }
}
