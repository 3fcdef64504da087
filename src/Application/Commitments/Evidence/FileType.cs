namespace PartnershipTracker.Application.Commitments;

/// <param name="Extension">With its dot.</param>
public sealed record FileType(string ContentType, string Extension);
