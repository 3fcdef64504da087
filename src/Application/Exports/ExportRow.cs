namespace PartnershipTracker.Application.Exports;

/// <summary>A row that belongs to a commitment.</summary>
internal sealed record ExportRow<T>(T Row, ExportedCommitment Subject);
