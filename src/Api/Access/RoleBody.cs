using PartnershipTracker.Application.Access;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Api.Access;

/// <param name="OrganizationId">Only needed if the organization changes, too.</param>
/// <param name="StakeholderGroup">As it is if left out.</param>
/// <param name="IsEarlyCareer">As it is if left out.</param>
internal sealed record RoleBody(Role Role, Guid? OrganizationId = null, string? StakeholderGroup = null, bool? IsEarlyCareer = null)
{
    public ChangeRole ToCommand(UserId person) =>
        new(person, Role, OrganizationId is { } id ? new OrganizationId(id) : null, Blank.ToNull(StakeholderGroup), IsEarlyCareer);
}
