using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.Common;

public static class AccessErrors
{
    public static DomainException NotAllowed() => DomainException.Forbidden("access.notAllowed");

    public static DomainException NotYourOrganization() => DomainException.Forbidden("access.notYourOrganization");

    public static DomainException NotLead() => DomainException.Forbidden("access.notLead");

    public static DomainException OwnCase() => DomainException.Forbidden("access.ownCase");

    public static DomainException OwnFiling() => DomainException.Forbidden("access.ownFiling");

    public static DomainException KeyRole() => DomainException.Forbidden("access.keyRole");

    public static DomainException PersonRole() => DomainException.Forbidden("access.personRole");
}
