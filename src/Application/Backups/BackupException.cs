namespace PartnershipTracker.Application.Backups;

/// <summary>A backup was not made or not restored. The message is one sentence for the operator.</summary>
public sealed class BackupException(string message) : Exception(message);
