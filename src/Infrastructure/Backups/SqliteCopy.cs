using Microsoft.Data.Sqlite;
using PartnershipTracker.Application.Backups;
using PartnershipTracker.Infrastructure.Files;
using PartnershipTracker.Infrastructure.Persistence;

namespace PartnershipTracker.Infrastructure.Backups;

/// <summary>Copies by SQLite's backup API, which reads the state of one moment and does not stop writers.</summary>
internal sealed class SqliteCopy(string connectionString, TimeProvider time) : IDatabaseCopy
{
    private const string Tables = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'";

    /// <summary>A database in WAL mode can have these files beside it.</summary>
    private static readonly string[] Parts = ["", "-wal", "-shm"];

    private readonly string _path = Database.SqlitePath(connectionString);

    public string FileName => "tracker.db";

    public async Task<DatabaseContents> SaveAsync(string file, CancellationToken ct)
    {
        if (!File.Exists(_path))
            throw new BackupException($"there is no database {_path}.");
        await PrivateFiles.Create(file).DisposeAsync();
        await using var copy = await OpenAsync(file, ct);
        await using (var source = await OpenAsync(_path, ct))
            source.BackupDatabase(copy);

        // One file without a write-ahead log, which can be read from a disk that is read-only.
        await copy.ScalarAsync("PRAGMA journal_mode=DELETE", ct);
        return await CheckAsync(copy, ct);
    }

    public async Task CheckTargetAsync(bool replace, CancellationToken ct)
    {
        using var held = await HoldAsync(ct);
        await CheckEmptyAsync(replace, ct);
    }

    public async Task<string?> RestoreAsync(
        string file,
        IReadOnlyDictionary<string, long> expected,
        bool replace,
        string stamp,
        CancellationToken ct
    )
    {
        using var held = await HoldAsync(ct);
        await CheckEmptyAsync(replace, ct);
        var kept = $"{_path}.before-{stamp}";
        var restored = $"{_path}.restoring-{stamp}";
        try
        {
            await HashedFiles.CopyAsync(file, restored, ct);
            await using (var copy = await OpenAsync(restored, ct))
            {
                (await CheckAsync(copy, ct)).MustBe(expected);
                await copy.ScalarAsync("PRAGMA journal_mode=WAL", ct);
            }

            await CloseAsync(ct);
            var replaced = Parts.Where(part => File.Exists(_path + part)).ToList();
            foreach (var part in replaced)
                File.Move(_path + part, kept + part);
            File.Move(restored, _path);
            return replaced.Count > 0 ? kept : null;
        }
        finally
        {
            File.Delete(restored);
        }
    }

    private async Task<SqliteLock> HoldAsync(CancellationToken ct)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
        return await SqliteLock.TakeAsync(_path, TimeSpan.Zero, time, ct)
            ?? throw new BackupException($"the program is running with the database {_path}: stop it first.");
    }

    private async Task CheckEmptyAsync(bool replace, CancellationToken ct)
    {
        if (replace || !File.Exists(_path))
            return;
        await using var connection = await OpenAsync(_path, ct);
        if ((await TableRows.NamesAsync(connection, Tables, ct)).Count > 0)
            throw new BackupException($"the database {_path} is not empty: --replace keeps it under another name.");
    }

    /// <summary>
    /// Leaving WAL mode empties the log into the database and needs it alone, so that a connection of any other program is noticed here.
    /// A damaged database is kept as it is, with its log.
    /// </summary>
    private async Task CloseAsync(CancellationToken ct)
    {
        if (!File.Exists(_path))
            return;
        try
        {
            await using var old = await OpenAsync(_path, ct);
            await old.ScalarAsync("PRAGMA journal_mode=DELETE", ct);
        }
        catch (SqliteException e) when (DatabaseErrors.IsBusy(e))
        {
            throw new BackupException($"another process uses the database {_path}: stop it first.");
        }
        catch (SqliteException) { }
    }

    private static async Task<DatabaseContents> CheckAsync(SqliteConnection copy, CancellationToken ct) =>
        await copy.ScalarAsync("PRAGMA quick_check", ct) is "ok"
            ? await TableRows.ReadAsync(copy, Tables, ct)
            : throw new BackupException("the copy of the database is damaged.");

    /// <summary>Unpooled, because a connection that stays open would keep the file in use.</summary>
    private static async Task<SqliteConnection> OpenAsync(string path, CancellationToken ct)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = path,
                Mode = SqliteOpenMode.ReadWrite,
                Pooling = false,
                DefaultTimeout = 10,
            }.ConnectionString
        );
        await connection.OpenAsync(ct);
        return connection;
    }
}
