using PartnershipTracker.Domain.Access;

namespace PartnershipTracker.Api.Access;

/// <param name="OrganizationId">Only needed if the organization changes, too.</param>
internal sealed record RoleBody(Role Role, Guid? OrganizationId = null);
