namespace PartnershipTracker.Application.History;

/// <summary>The last sealed entry. Whoever keeps it can tell later that nothing up to it was changed or taken away.</summary>
/// <param name="Number">How many entries are sealed.</param>
/// <param name="Hash">SHA-256 in lower-case hex.</param>
public sealed record AuditHead(long Number, string Hash);
