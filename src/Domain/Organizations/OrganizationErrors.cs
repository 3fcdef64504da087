using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Domain.Organizations;

/// <summary>Every refusal an organization can utter; the sentences are text resources of the same name.</summary>
public static class OrganizationErrors
{
    public static DomainException ContactExists() => DomainException.Conflict("organization.contactExists", "email");

    public static DomainException TooManyContacts(int most) => DomainException.Refused("organization.tooManyContacts", null, most);

    public static DomainException SourceIdTaken(string sourceId) => DomainException.Conflict("organization.sourceIdTaken", "sourceId", sourceId);
}
