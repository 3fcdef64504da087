using PartnershipTracker.Application.Access;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Api.Access;

/// <param name="OrganizationId">For an officer, their own organization by default.</param>
/// <param name="Language">The language of mails to the person: one of the six UN languages.</param>
/// <param name="TimeZone">IANA id; the time zone of the organization, or UTC, by default.</param>
/// <param name="StakeholderGroup">The code of a stakeholder group, e.g. <c>research</c>.</param>
/// <param name="IsEarlyCareer">Whether the person is at the beginning of their career.</param>
internal sealed record PersonBody(
    string Email,
    Role Role,
    string? Name = null,
    Guid? OrganizationId = null,
    string? Language = null,
    string? TimeZone = null,
    string? StakeholderGroup = null,
    bool? IsEarlyCareer = null
)
{
    public InvitePerson ToCommand() =>
        new(
            Email,
            Role,
            Name,
            OrganizationId is { } id ? new OrganizationId(id) : null,
            Language,
            TimeZone,
            Blank.ToNull(StakeholderGroup),
            IsEarlyCareer
        );
}
