using PartnershipTracker.Domain.Access;

namespace PartnershipTracker.Api.Access;

/// <param name="OrganizationId">For an officer, their own organization by default.</param>
internal sealed record PersonBody(string Email, Role Role, string? Name = null, Guid? OrganizationId = null);
