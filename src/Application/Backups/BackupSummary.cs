namespace PartnershipTracker.Application.Backups;

/// <summary>What a backup holds.</summary>
/// <param name="Folder">The absolute path of the backup.</param>
/// <param name="Program">The version of the program that made it.</param>
/// <param name="At">When it was begun. Every change that was acknowledged before is in it.</param>
/// <param name="Rows">The number of rows in all tables.</param>
/// <param name="Files">The number of files, with the database as one of them.</param>
/// <param name="Bytes">The size of all files.</param>
public sealed record BackupSummary(string Folder, string Program, DateTimeOffset At, long Rows, int Files, long Bytes);
