using PartnershipTracker.Application.Access;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Api.Access;

/// <param name="OrganizationId">Only needed if the organization changes, too.</param>
internal sealed record RoleBody(Role Role, Guid? OrganizationId = null)
{
    public ChangeRole ToCommand(UserId person) => new(person, Role, OrganizationId is { } id ? new OrganizationId(id) : null);
}
