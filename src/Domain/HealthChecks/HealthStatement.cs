namespace PartnershipTracker.Domain.HealthChecks;

/// <summary>What the ten statements of the health check are about. Their wording belongs to a version of the instrument.</summary>
public enum HealthStatement
{
    TrustAndTransparency,
    PowerBalanceAndEquity,
    MutualBenefit,
    Accountability,
    SharedPurpose,
    CommunityVoice,
    Capability,
    SystemsChange,
    LongTerm,
    ChallengesTheStatusQuo,
}
