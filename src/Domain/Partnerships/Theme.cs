namespace PartnershipTracker.Domain.Partnerships;

public enum Theme
{
    HealthSystemsStrengthening,
    LeadershipAndGovernance,
    NonCommunicableDiseases,
    ClimateAndPlanetaryHealth,
}
