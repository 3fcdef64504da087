using System.Data;
using Npgsql;
using PartnershipTracker.Application.Backups;
using PartnershipTracker.Infrastructure.Files;

namespace PartnershipTracker.Infrastructure.Backups;

/// <summary>
/// Copies by <c>pg_dump</c> and <c>pg_restore</c>. The job queue is left out, because jobs find their work in the other tables.
/// </summary>
internal sealed class PostgreSqlCopy(string connectionString, BackupOptions options, TimeProvider time) : IDatabaseCopy
{
    private const string Queue = "hangfire";
    private const string Tables =
        $"SELECT tablename FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema', '{Queue}') ORDER BY 1";

    private const string OtherSessions =
        "SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() "
        + "AND COALESCE(backend_type, 'client backend') = 'client backend'";

    /// <summary>The sessions of a program that has just stopped end a moment later.</summary>
    private static readonly TimeSpan UntilSessionsEnd = TimeSpan.FromSeconds(3);

    private readonly NpgsqlConnectionStringBuilder _server = new(connectionString) { Pooling = false };

    public string FileName => "tracker.dump";

    private string Name => _server.Database ?? _server.Username ?? Environment.UserName;

    /// <summary>The rows are counted in the snapshot that is dumped.</summary>
    public async Task<DatabaseContents> SaveAsync(string file, CancellationToken ct)
    {
        await using var connection = await OpenAsync(Name, ct) ?? throw new BackupException($"there is no database {Name}.");
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);

        // This transaction only waits while pg_dump reads.
        await connection.ScalarAsync("SET LOCAL idle_in_transaction_session_timeout = 0", ct);
        var snapshot = (string)(await connection.ScalarAsync("SELECT pg_export_snapshot()", ct))!;
        var contents = await TableRows.ReadAsync(connection, Tables, ct);
        await PrivateFiles.Create(file).DisposeAsync();
        await PostgreSqlProgram
            .Find("pg_dump", "Backup:PgDump", options.PgDump)
            .RunAsync(
                _server,
                Name,
                [
                    "--format=custom",
                    "--no-owner",
                    "--no-privileges",
                    $"--exclude-schema={Queue}",
                    $"--snapshot={snapshot}",
                    $"--file={file}",
                ],
                ct
            );
        return contents;
    }

    public async Task CheckTargetAsync(bool replace, CancellationToken ct) => await IsReplacedAsync(replace, ct);

    public async Task<string?> RestoreAsync(
        string file,
        IReadOnlyDictionary<string, long> expected,
        bool replace,
        string stamp,
        CancellationToken ct
    )
    {
        var program = PostgreSqlProgram.Find("pg_restore", "Backup:PgRestore", options.PgRestore);
        var isReplaced = await IsReplacedAsync(replace, ct);
        if (isReplaced is false)
        {
            await RestoreIntoAsync(Name, file, expected, program, ct);
            return null;
        }

        // In lower case, so that the names need no quotes in psql.
        var suffix = stamp.ToLowerInvariant();
        var (restoring, kept) = ($"{Name}_restoring_{suffix}", $"{Name}_before_{suffix}");
        await using var server = await OpenServerAsync(ct);
        await server.ScalarAsync($"CREATE DATABASE {TableRows.Quoted(restoring)}", ct);
        try
        {
            await RestoreIntoAsync(restoring, file, expected, program, ct);
            if (isReplaced is true)
                await RenameAsync(server, Name, kept, ct);
        }
        catch
        {
            await server.ScalarAsync($"DROP DATABASE IF EXISTS {TableRows.Quoted(restoring)} WITH (FORCE)", CancellationToken.None);
            throw;
        }

        await RenameAsync(server, restoring, Name, ct);
        return isReplaced is true ? kept : null;
    }

    /// <returns>Whether a database with tables is replaced; null if there is no database of this name.</returns>
    private async Task<bool?> IsReplacedAsync(bool replace, CancellationToken ct)
    {
        await using var connection = await OpenAsync(Name, ct);
        if (connection is null)
            return null;
        await RefuseOtherSessionsAsync(connection, ct);
        if ((await TableRows.NamesAsync(connection, Tables, ct)).Count == 0)
            return false;
        return replace ? true : throw new BackupException($"the database {Name} is not empty: --replace keeps it under another name.");
    }

    private async Task RefuseOtherSessionsAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        var began = time.GetTimestamp();
        while (await connection.ScalarAsync(OtherSessions, ct) is not 0L)
        {
            if (time.GetElapsedTime(began) > UntilSessionsEnd)
                throw new BackupException($"other sessions use the database {Name}: stop every node of the program first.");
            await Task.Delay(100, ct);
        }
    }

    /// <summary>In one transaction, so that nothing is left of a restore that fails.</summary>
    private async Task RestoreIntoAsync(
        string database,
        string file,
        IReadOnlyDictionary<string, long> expected,
        PostgreSqlProgram program,
        CancellationToken ct
    )
    {
        await program.RunAsync(
            _server,
            database,
            ["--exit-on-error", "--single-transaction", "--no-owner", "--no-privileges", $"--dbname={database}", file],
            ct
        );
        await using var restored = (await OpenAsync(database, ct))!;
        (await TableRows.ReadAsync(restored, Tables, ct)).MustBe(expected);
        await restored.ScalarAsync("ANALYZE", ct);
    }

    private static Task<object?> RenameAsync(NpgsqlConnection server, string from, string to, CancellationToken ct) =>
        server.ScalarAsync($"ALTER DATABASE {TableRows.Quoted(from)} RENAME TO {TableRows.Quoted(to)}", ct);

    /// <summary>A database cannot be created or renamed over a connection to itself.</summary>
    private async Task<NpgsqlConnection> OpenServerAsync(CancellationToken ct) =>
        await OpenAsync("postgres", ct)
        ?? await OpenAsync("template1", ct)
        ?? throw new BackupException("the server has no database postgres.");

    /// <returns>Null if there is no such database.</returns>
    private async Task<NpgsqlConnection?> OpenAsync(string database, CancellationToken ct)
    {
        var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(_server.ConnectionString) { Database = database }.ConnectionString
        );
        try
        {
            await connection.OpenAsync(ct);
            return connection;
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InvalidCatalogName)
        {
            await connection.DisposeAsync();
            return null;
        }
    }
}
