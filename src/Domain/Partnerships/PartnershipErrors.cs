using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Domain.Partnerships;

/// <summary>All refusals about partnerships; the sentences are text resources of the same name.</summary>
public static class PartnershipErrors
{
    public static DomainException AlreadyAMember() => DomainException.Conflict("partnership.alreadyAMember", "organizationId");

    public static DomainException Ended(PartnershipStatus status) => DomainException.Refused("partnership.ended", null, status);

    public static DomainException NotProposed(PartnershipStatus status) => DomainException.Refused("partnership.notProposed", null, status);

    public static DomainException NotActive(PartnershipStatus status) => DomainException.Refused("partnership.notActive", null, status);

    public static DomainException TooFewMembers(int members, int min) =>
        DomainException.Refused("partnership.tooFewMembers", null, members, min);

    public static DomainException OpenCommitments(int open) => DomainException.Refused("partnership.openCommitments", null, open);

    public static DomainException MemberHasCommitments(int open) => DomainException.Refused("partnership.memberHasCommitments", null, open);

    public static DomainException EndsBeforeItStarts() => DomainException.Refused("partnership.endsBeforeItStarts", "endDate");
}
