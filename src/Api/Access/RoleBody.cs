using PartnershipTracker.Domain.Access;

namespace PartnershipTracker.Api.Access;

/// <param name="OrganizationId">Only where it changes, too.</param>
internal sealed record RoleBody(Role Role, Guid? OrganizationId = null);
