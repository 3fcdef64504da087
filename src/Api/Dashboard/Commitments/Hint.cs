namespace PartnershipTracker.Api.Dashboard.Commitments;

/// <summary>A filter in use that may be dropped, and how many commitments there would be without it.</summary>
public sealed record Hint(string Filter, int Count);
