namespace PartnershipTracker.Application.Commitments;

/// <param name="Extension">The extension with its dot.</param>
public sealed record FileType(string ContentType, string Extension);
