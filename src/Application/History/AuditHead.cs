namespace PartnershipTracker.Application.History;

/// <summary>The last sealed entry. Keeping a copy makes it possible to prove later that no entry up to it was changed or removed.</summary>
/// <param name="Number">The number of sealed entries.</param>
/// <param name="Hash">SHA-256 in lower-case hex.</param>
public sealed record AuditHead(long Number, string Hash);
