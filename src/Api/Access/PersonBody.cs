using PartnershipTracker.Domain.Access;

namespace PartnershipTracker.Api.Access;

/// <param name="OrganizationId">Officers invite into their own, where nothing is said.</param>
internal sealed record PersonBody(string Email, Role Role, string? Name = null, Guid? OrganizationId = null);
