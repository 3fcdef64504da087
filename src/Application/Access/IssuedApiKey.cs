using PartnershipTracker.Domain.Access;

namespace PartnershipTracker.Application.Access;

/// <summary>A new API key. Its secret is returned only in this answer.</summary>
public sealed record IssuedApiKey(Guid Id, string Key, string Prefix, Role Role, DateOnly? ExpiresOn);
