using PartnershipTracker.Domain.Access;

namespace PartnershipTracker.Application.Access;

/// <summary>A new key. This is the only answer that ever shows it.</summary>
public sealed record IssuedApiKey(Guid Id, string Key, string Prefix, Role Role, DateOnly? ExpiresOn);
