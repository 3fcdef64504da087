using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Backups;
using PartnershipTracker.Infrastructure.Files;
using PartnershipTracker.Infrastructure.Persistence;

namespace PartnershipTracker.Infrastructure.Backups;

/// <summary>
/// The database is copied first and the files afterwards: a file is stored before the row that names it and is never changed, so every file
/// that the copied database names is there. Restoring goes the other way round.
/// </summary>
internal sealed class Backups(TrackerDb db, IDatabaseCopy database, StorageOptions storage, TimeProvider time) : IBackups
{
    private static readonly string Version = typeof(Backups).Assembly.GetName().Version!.ToString(3);
    private readonly string _storage = Path.GetFullPath(storage.Folder);

    public Task<BackupSummary> MakeAsync(string folder, CancellationToken ct) =>
        InOneSentence(async () =>
        {
            var target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
            if (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any())
                throw new BackupException($"{target} is not empty.");
            if ((target + Path.DirectorySeparatorChar).StartsWith(_storage + Path.DirectorySeparatorChar, StringComparison.Ordinal))
                throw new BackupException($"{target} is inside the folder that is backed up.");
            var unfinished = target + ".unfinished";
            if (Path.Exists(unfinished))
                throw new BackupException($"{unfinished} exists: another backup is being made, or one was broken off and can be deleted.");

            PrivateFiles.CreateFolder(unfinished);
            try
            {
                var manifest = await WriteAsync(unfinished, ct);
                if (Directory.Exists(target))
                    Directory.Delete(target);
                Directory.Move(unfinished, target);
                return Summary(target, manifest);
            }
            catch
            {
                Directory.Delete(unfinished, recursive: true);
                throw;
            }
        });

    public Task<RestoreSummary> RestoreAsync(string folder, bool replace, CancellationToken ct) =>
        InOneSentence(async () =>
        {
            var source = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
            var manifest = await BackupManifest.ReadAsync(source, ct);
            CheckVersion(manifest);
            foreach (var file in manifest.Files)
                await CheckFileAsync(source, file, ct);
            await database.CheckTargetAsync(replace, ct);

            var stamp = time.GetUtcNow().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
            foreach (var file in manifest.Files.Where(f => f.Path.StartsWith(BackupFolders.Files + "/", StringComparison.Ordinal)))
                await AddFileAsync(source, file, stamp, ct);
            var copy = Path.Combine(source, BackupFolders.Database, database.FileName);
            var kept = await database.RestoreAsync(copy, manifest.Rows, replace, stamp, ct);
            var needsUpgrade = manifest.Migration != db.Database.GetMigrations().Last();
            return new RestoreSummary(Summary(source, manifest), DatabaseStart.NameOf(db), kept, needsUpgrade);
        });

    private async Task<BackupManifest> WriteAsync(string folder, CancellationToken ct)
    {
        var begun = time.GetUtcNow();
        PrivateFiles.CreateFolder(Path.Combine(folder, BackupFolders.Database));
        var path = $"{BackupFolders.Database}/{database.FileName}";
        var contents = await database.SaveAsync(Path.Combine(folder, path), ct);
        var (size, sha256) = await HashedFiles.HashAsync(Path.Combine(folder, path), ct);
        var files = new List<BackupFile> { new(path, size, sha256) };
        foreach (var file in FileStore.CompleteFiles(_storage))
        {
            var copy = $"{BackupFolders.Files}/{Path.GetRelativePath(_storage, file).Replace('\\', '/')}";
            (size, sha256) = await HashedFiles.CopyAsync(file, Path.Combine(folder, copy), ct);
            files.Add(new BackupFile(copy, size, sha256));
        }

        var manifest = new BackupManifest(
            BackupManifest.CurrentFormat,
            Version,
            db.Database.IsSqlite() ? DatabaseProvider.Sqlite : DatabaseProvider.PostgreSql,
            contents.Migration,
            begun,
            contents.Rows,
            files
        );
        await manifest.WriteAsync(folder, ct);
        return manifest;
    }

    private void CheckVersion(BackupManifest manifest)
    {
        var provider = db.Database.IsSqlite() ? DatabaseProvider.Sqlite : DatabaseProvider.PostgreSql;
        if (manifest.Provider != provider)
            throw new BackupException($"the backup is of {manifest.Provider}, but Database:Provider is {provider}.");
        if (!db.Database.GetMigrations().Contains(manifest.Migration))
            throw new BackupException(
                $"version {manifest.Program} made the backup (migration {manifest.Migration}), and this version {Version} cannot upgrade "
                    + "it: restore it with the version that made it."
            );
    }

    private static async Task CheckFileAsync(string folder, BackupFile file, CancellationToken ct)
    {
        var path = Path.Combine(folder, file.Path);
        if (!File.Exists(path))
            throw new BackupException($"{file.Path} is missing in the backup.");
        if (await HashedFiles.HashAsync(path, ct) != (file.Size, file.Sha256))
            throw new BackupException($"{file.Path} in the backup is damaged: its hash is not the one in {BackupManifest.FileName}.");
    }

    /// <summary>
    /// Files are only added in normal operation, so one that exists is either the same or damaged. A damaged one is kept.
    /// </summary>
    private async Task AddFileAsync(string folder, BackupFile file, string stamp, CancellationToken ct)
    {
        var path = Path.Combine(_storage, file.Path[(BackupFolders.Files.Length + 1)..]);
        var exists = File.Exists(path);
        if (exists && await HashedFiles.HashAsync(path, ct) == (file.Size, file.Sha256))
            return;
        var copy = $"{path}.restoring-{stamp}";
        try
        {
            await HashedFiles.CopyAsync(Path.Combine(folder, file.Path), copy, ct);
            if (exists)
                File.Move(path, $"{path}.before-{stamp}");
            File.Move(copy, path);
        }
        finally
        {
            File.Delete(copy);
        }
    }

    private static BackupSummary Summary(string folder, BackupManifest manifest) =>
        new(folder, manifest.Program, manifest.At, manifest.Rows.Values.Sum(), manifest.Files.Count, manifest.Files.Sum(file => file.Size));

    private static async Task<T> InOneSentence<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or DbException)
        {
            throw new BackupException(e.Message.ReplaceLineEndings(" "));
        }
    }
}
