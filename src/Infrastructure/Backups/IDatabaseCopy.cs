using PartnershipTracker.Application.Backups;

namespace PartnershipTracker.Infrastructure.Backups;

/// <summary>Copies a database into a file and back; one implementation for each database.</summary>
internal interface IDatabaseCopy
{
    /// <summary>The name of the file in a backup.</summary>
    string FileName { get; }

    /// <summary>Writes the state of one moment into a new file, while others go on reading and writing.</summary>
    /// <exception cref="BackupException">The database is missing, or the copy failed.</exception>
    Task<DatabaseContents> SaveAsync(string file, CancellationToken ct);

    /// <exception cref="BackupException">A process uses the database, or the database is not empty and may not be replaced.</exception>
    Task CheckTargetAsync(bool replace, CancellationToken ct);

    /// <summary>Makes the database anew from a file. One that is not empty is renamed and kept.</summary>
    /// <param name="expected">The number of rows of each table, which is compared with those restored before anything is renamed.</param>
    /// <param name="stamp">The time of the restore, which becomes part of the name of the database that is kept.</param>
    /// <returns>The name or path under which the replaced database is kept; null if there was none.</returns>
    /// <exception cref="BackupException">As for <see cref="CheckTargetAsync"/>, or the file cannot be restored. A database that was not
    /// empty is unchanged.</exception>
    Task<string?> RestoreAsync(string file, IReadOnlyDictionary<string, long> expected, bool replace, string stamp, CancellationToken ct);
}

/// <param name="Migration">The last migration.</param>
/// <param name="Rows">The number of rows of each table.</param>
internal sealed record DatabaseContents(string Migration, IReadOnlyDictionary<string, long> Rows);
