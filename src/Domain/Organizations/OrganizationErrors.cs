using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Domain.Organizations;

/// <summary>All refusals about organizations; the sentences are text resources of the same name.</summary>
public static class OrganizationErrors
{
    public static DomainException ContactExists() => DomainException.Conflict("organization.contactExists", "email");

    public static DomainException SameContact() => DomainException.Refused("organization.sameContact", "email");

    public static DomainException TooManyContacts(int max) => DomainException.Refused("organization.tooManyContacts", null, max);

    public static DomainException SourceIdTaken(string sourceId) =>
        DomainException.Conflict("organization.sourceIdTaken", "sourceId", sourceId);
}
