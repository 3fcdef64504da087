using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Domain.Calendars;

/// <summary>All refusals about calendar feeds; the sentences are text resources of the same name.</summary>
public static class CalendarErrors
{
    public static DomainException OneScope() => DomainException.Refused("calendar.oneScope", "partnershipId");

    public static DomainException NoOrganization() => DomainException.Refused("calendar.noOrganization", "organizationId");
}
