using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Domain.ReportLinks;

/// <summary>All refusals about report links; the sentences are text resources of the same name.</summary>
public static class ReportLinkErrors
{
    public static DomainException NotUsable(ReportLinkState state) => DomainException.Refused("reportLink.notUsable", null, state);

    public static DomainException TooManyColleagues(int max) => DomainException.Refused("reportLink.tooManyColleagues", null, max);

    public static DomainException SamePerson() => DomainException.Refused("reportLink.samePerson", "colleagueEmail");

    public static DomainException NotLater(DateOnly due) => DomainException.Refused("reportLink.notLater", "newDueDate", due);
}
