using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Domain.Engagement;

/// <summary>All refusals about community engagement; the sentences are text resources of the same name.</summary>
public static class EngagementErrors
{
    public static DomainException NobodyNamed() => DomainException.Refused("engagement.nobodyNamed", "community");

    public static DomainException TwoNamed() => DomainException.Refused("engagement.twoNamed", "community");

    public static DomainException EndsBeforeItStarts() => DomainException.Refused("engagement.endsBeforeItStarts", "until");

    public static DomainException ValueWithoutDay() => DomainException.Refused("engagement.valueWithoutDay", "asOf");

    public static DomainException InTheFuture(DateOnly today) => DomainException.Refused("engagement.inTheFuture", "asOf", today);
}
