namespace PartnershipTracker.Domain.Initiatives;

/// <summary>The codes of pillars and themes that an initiative can have: those of the network, as the API writes them.</summary>
public static class InitiativeTermCodes
{
    public static readonly IReadOnlyList<string> Pillars = ["advocacy", "capacityStrengthening", "knowledgeGenerationAndSharing"];

    public static readonly IReadOnlyList<string> Themes =
    [
        "healthSystemsStrengthening",
        "leadershipAndGovernance",
        "nonCommunicableDiseases",
        "climateAndPlanetaryHealth",
    ];
}
