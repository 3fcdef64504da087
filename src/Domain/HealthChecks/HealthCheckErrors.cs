using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Domain.HealthChecks;

/// <summary>All refusals about health checks; the sentences are text resources of the same name.</summary>
public static class HealthCheckErrors
{
    public static DomainException NotActive(PartnershipStatus status) => DomainException.Refused("healthCheck.notActive", null, status);

    public static DomainException OpensInThePast(DateOnly today) => DomainException.Refused("healthCheck.opensInThePast", "opensOn", today);

    public static DomainException TooShort(int days) => DomainException.Refused("healthCheck.tooShort", "closesOn", days);

    public static DomainException TooLong(int days) => DomainException.Refused("healthCheck.tooLong", "closesOn", days);

    public static DomainException Overlaps(string period) => DomainException.Conflict("healthCheck.overlaps", "opensOn", period);

    public static DomainException PeriodExists(string period) => DomainException.Conflict("healthCheck.periodExists", "period", period);

    public static DomainException HasEnded(HealthCheckState state) => DomainException.Refused("healthCheck.hasEnded", null, state);

    public static DomainException NotOpen(HealthCheckState state) => DomainException.Refused("healthCheck.notOpen", null, state);

    public static DomainException Incomplete() => DomainException.Refused("healthCheck.incomplete", "ratings");

    public static DomainException AlreadyAnswered() => DomainException.Conflict("healthCheck.alreadyAnswered");
}
