namespace PartnershipTracker.Infrastructure.Backups;

/// <summary>The programs of PostgreSQL that copy a database (<c>Backup:*</c>).</summary>
internal sealed class BackupOptions
{
    /// <summary>The path of <c>pg_dump</c>; by default it is looked for.</summary>
    public string? PgDump { get; init; }

    /// <summary>The path of <c>pg_restore</c>; by default it is looked for.</summary>
    public string? PgRestore { get; init; }
}
