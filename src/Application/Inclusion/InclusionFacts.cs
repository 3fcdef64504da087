using PartnershipTracker.Domain.Dialogues;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.Domain.Reference;

namespace PartnershipTracker.Application.Inclusion;

/// <summary>An organization that takes part, and in which role; an organization with several roles has several rows.</summary>
internal sealed record Participation
{
    public required OrganizationId OrganizationId { get; init; }

    /// <summary>Null where there are no roles.</summary>
    public required MemberRole? Role { get; init; }
}

/// <summary>How many have each role; one with several roles is counted in each.</summary>
internal sealed record RoleCounts(int Lead, int Implementing, int Funding, int Knowledge, int Community)
{
    public static readonly RoleCounts None = new(0, 0, 0, 0, 0);

    public int Of(MemberRole role) =>
        role switch
        {
            MemberRole.Lead => Lead,
            MemberRole.Implementing => Implementing,
            MemberRole.Funding => Funding,
            MemberRole.Knowledge => Knowledge,
            MemberRole.Community => Community,
            _ => throw new ArgumentOutOfRangeException(nameof(role)),
        };
}

/// <param name="IsCommunity">It is registered as a community, or takes part in that role.</param>
internal sealed record OrganizationCount(Sector Sector, string? CountryCode, bool IsCommunity, int Total, RoleCounts Roles);

/// <param name="StakeholderGroup">The code of the group that they gave; null is unknown.</param>
/// <param name="IsEarlyCareer">Null is unknown: neither they nor whoever invited them said it.</param>
/// <param name="WithoutOrganization">Those of them who belong to no organization, and so have no role.</param>
internal sealed record PersonCount(string? StakeholderGroup, bool? IsEarlyCareer, int Total, RoleCounts Roles, int WithoutOrganization = 0);

/// <param name="IsCommunity">As in <see cref="OrganizationCount"/>.</param>
internal sealed record OrganizationFact(Sector Sector, string? CountryCode, bool IsCommunity);

/// <summary>Somebody who is invited to a dialogue.</summary>
/// <param name="Group">The code of the stakeholder group for which they were invited.</param>
/// <param name="Roles">In rooms, except that of a participant.</param>
/// <param name="Organization">Null where it is unknown, or where they belong to none.</param>
/// <param name="HasNoOrganization">It is known that they belong to none.</param>
/// <param name="IsEarlyCareer">As in <see cref="PersonCount"/>.</param>
internal sealed record ParticipantFact(
    string Group,
    InvitationAnswer Answer,
    IReadOnlyCollection<RoomRole> Roles,
    bool IsSpokesperson,
    OrganizationFact? Organization,
    bool HasNoOrganization,
    bool? IsEarlyCareer
);

/// <summary>Who made decisions, as far as it is known.</summary>
/// <param name="IsKnown">False where a key that no person issued decided, or the person does not exist any more.</param>
/// <param name="Sector">Null for who belongs to no organization.</param>
/// <param name="StakeholderGroup">As in <see cref="PersonCount"/>.</param>
/// <param name="IsEarlyCareer">As in <see cref="PersonCount"/>.</param>
internal sealed record DeciderCount(
    bool IsKnown,
    Sector? Sector,
    string? CountryCode,
    bool IsCommunity,
    string? StakeholderGroup,
    bool? IsEarlyCareer,
    int Total
);
