namespace PartnershipTracker.Domain.Programme;

/// <summary>
/// The terms that every installation begins with. Pillars and themes are those of the network that the product was made for; their names
/// are text resources.
/// </summary>
public static class VocabularySeeds
{
    public static readonly IReadOnlyDictionary<VocabularyKind, IReadOnlyList<string>> Codes = new Dictionary<
        VocabularyKind,
        IReadOnlyList<string>
    >
    {
        [VocabularyKind.Pillar] = [PillarCodes.Advocacy, PillarCodes.CapacityStrengthening, PillarCodes.KnowledgeGenerationAndSharing],
        [VocabularyKind.Theme] =
        [
            ThemeCodes.HealthSystemsStrengthening,
            ThemeCodes.LeadershipAndGovernance,
            ThemeCodes.NonCommunicableDiseases,
            ThemeCodes.ClimateAndPlanetaryHealth,
        ],
        [VocabularyKind.StakeholderGroup] =
        [
            "research",
            "policy",
            "practice",
            "multilateral",
            "civilSociety",
            StakeholderGroupCodes.Communities,
            StakeholderGroupCodes.EarlyCareer,
        ],
    };
}

/// <summary>The codes of the pillars that every installation begins with; others can be added.</summary>
public static class PillarCodes
{
    public const string Advocacy = "advocacy";
    public const string CapacityStrengthening = "capacityStrengthening";
    public const string KnowledgeGenerationAndSharing = "knowledgeGenerationAndSharing";
}

/// <summary>The codes of the themes that every installation begins with; others can be added.</summary>
public static class ThemeCodes
{
    public const string HealthSystemsStrengthening = "healthSystemsStrengthening";
    public const string LeadershipAndGovernance = "leadershipAndGovernance";
    public const string NonCommunicableDiseases = "nonCommunicableDiseases";
    public const string ClimateAndPlanetaryHealth = "climateAndPlanetaryHealth";
}

/// <summary>The codes of the stakeholder groups that say something about a person by themselves; there are others.</summary>
public static class StakeholderGroupCodes
{
    public const string Communities = "communities";
    public const string EarlyCareer = "earlyCareer";
}
