namespace PartnershipTracker.Application.Backups;

/// <summary>What was restored.</summary>
/// <param name="Database">The name or the path of the restored database.</param>
/// <param name="Kept">The name or the path under which the database that was replaced is kept; null if there was none.</param>
/// <param name="NeedsUpgrade">Whether the next start upgrades the database, because an earlier version made the backup.</param>
public sealed record RestoreSummary(BackupSummary Backup, string Database, string? Kept, bool NeedsUpgrade);
