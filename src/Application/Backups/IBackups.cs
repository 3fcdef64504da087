namespace PartnershipTracker.Application.Backups;

/// <summary>
/// Copies a whole installation into a folder, and brings it back: the database, the files, and the keys that protect secrets. For the
/// operator, on the command line.
/// </summary>
public interface IBackups
{
    /// <summary>Makes a backup, also while the program runs. The folder appears only when the backup is complete.</summary>
    /// <param name="folder">A new folder, or an empty one.</param>
    /// <exception cref="BackupException">The backup was not made.</exception>
    Task<BackupSummary> MakeAsync(string folder, CancellationToken ct);

    /// <summary>Restores a backup while the program is stopped. Nothing that exists is deleted.</summary>
    /// <param name="replace">Whether a database that is not empty may be replaced; it is kept under another name.</param>
    /// <exception cref="BackupException">The backup was not restored. A database that was not empty is unchanged; files may have
    /// been added.</exception>
    Task<RestoreSummary> RestoreAsync(string folder, bool replace, CancellationToken ct);
}
