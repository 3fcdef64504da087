using PartnershipTracker.Domain.Access;

namespace PartnershipTracker.Api.Organizations;

/// <param name="ExpiresOn">The last day on which the key works (UTC).</param>
internal sealed record ApiKeyBody(string Name, Role Role, DateOnly? ExpiresOn = null);
