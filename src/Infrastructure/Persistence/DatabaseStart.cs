using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using PartnershipTracker.Infrastructure.Configuration;
using PartnershipTracker.Infrastructure.Files;

namespace PartnershipTracker.Infrastructure.Persistence;

/// <summary>
/// Prepares the database when the program starts. Where it cannot be used, or where the one that was there is missing, the start ends with
/// one sentence, because an installation that starts empty looks as if everything had been lost.
/// </summary>
public sealed class DatabaseStart : IDisposable
{
    /// <summary>A process that was asked to stop ends within this time.</summary>
    private static readonly TimeSpan UntilTheOtherEnds = TimeSpan.FromSeconds(10);

    private readonly StorageOptions _storage;
    private readonly TimeProvider _time;
    private SqliteLock? _lock;

    internal DatabaseStart(StorageOptions storage, TimeProvider time) => (_storage, _time) = (storage, time);

    /// <summary>Creates the schema or upgrades it. An SQLite database is then held until this object is disposed.</summary>
    /// <exception cref="ConfigurationException">The database or a folder cannot be used, another process uses it, the database that was
    /// there is missing, or another version of the program made it.</exception>
    public async Task PrepareAsync(TrackerDb db, CancellationToken ct)
    {
        var files = Path.GetFullPath(_storage.Folder);
        MustBeWritable("Storage:Folder", files);
        try
        {
            if (db.Database.IsSqlite())
                _lock ??= await HoldAsync(Database.SqlitePath(db.Database.GetConnectionString()!), ct);

            // The files are looked for first: another node that starts at the same time writes its keys after it has created the tables.
            if (HoldsFiles(files) && !await HasTablesAsync(db, ct))
                throw new ConfigurationException(
                    $"The database {NameOf(db)} is missing or empty, but {files} holds files of an installation: restore a backup, or move "
                        + "that folder away to start with an empty database."
                );
            await Database.MigrateAsync(db, ct);
        }
        catch (Exception e) when (DatabaseErrors.WhyUnusable(e) is not null)
        {
            throw new ConfigurationException($"The database {NameOf(db)} cannot be used: {DatabaseErrors.WhyUnusable(e)}");
        }
    }

    public void Dispose() => _lock?.Dispose();

    /// <returns>The file, or the name in PostgreSQL.</returns>
    internal static string NameOf(TrackerDb db) =>
        db.Database.IsSqlite() ? Database.SqlitePath(db.Database.GetConnectionString()!) : db.Database.GetDbConnection().Database;

    private async Task<SqliteLock> HoldAsync(string path, CancellationToken ct)
    {
        var folder = Path.GetDirectoryName(path)!;
        MustBeWritable("ConnectionStrings:Tracker", folder);
        try
        {
            return await SqliteLock.TakeAsync(path, UntilTheOtherEnds, _time, ct)
                ?? throw new ConfigurationException($"Another process uses the database {path}; several nodes need PostgreSQL.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw NotWritable("ConnectionStrings:Tracker", folder, e);
        }
    }

    /// <summary>Keys of data protection are written at the first start, so every installation that ran has files.</summary>
    private static bool HoldsFiles(string folder) =>
        Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true }).Any();

    private static async Task<bool> HasTablesAsync(TrackerDb db, CancellationToken ct)
    {
        // EF looks for an SQLite database with a read-only connection, on which ours cannot make its settings.
        var creator = db.GetService<IRelationalDatabaseCreator>();
        return (db.Database.IsSqlite() ? File.Exists(NameOf(db)) : await creator.ExistsAsync(ct)) && await creator.HasTablesAsync(ct);
    }

    /// <summary>Creates a folder and tries whether a file can be written there.</summary>
    private static void MustBeWritable(string setting, string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var trial = Path.Combine(folder, $".{Guid.NewGuid():N}");
            File.Create(trial).Dispose();
            File.Delete(trial);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw NotWritable(setting, folder, e);
        }
    }

    private static ConfigurationException NotWritable(string setting, string folder, Exception e) =>
        new($"{setting} needs the folder {folder}, but this program cannot write there: {e.Message}");
}
