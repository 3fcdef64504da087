namespace PartnershipTracker.Application.Exports;

/// <summary>A row of a commitment.</summary>
internal sealed record ExportRow<T>(T Row, Subject Subject);
