using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Imports;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Domain.Partnerships;

public enum MemberRole
{
    Lead,
    Implementing,
    Funding,
    Knowledge,
    Community,
}

/// <summary>The membership of an organization in a partnership; a row of its own.</summary>
public sealed class Member : TrackedEntity, IImported
{
    internal Member(PartnershipId partnershipId, OrganizationId organizationId, MemberRole role, DateOnly joinedOn)
    {
        PartnershipId = partnershipId;
        OrganizationId = organizationId;
        Role = role;
        JoinedOn = joinedOn;
    }

    public PartnershipId PartnershipId { get; private set; }

    public OrganizationId OrganizationId { get; private set; }

    public MemberRole Role { get; private set; }

    public DateOnly JoinedOn { get; private set; }

    public ImportId? ImportId { get; private set; }

    internal void TakeRole(MemberRole role) => Role = role;

    public void MadeBy(ImportId import) => ImportId = import;
}
