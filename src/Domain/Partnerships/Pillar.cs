namespace PartnershipTracker.Domain.Partnerships;

/// <summary>The three pillars of the network's work.</summary>
public enum Pillar
{
    Advocacy,
    CapacityStrengthening,
    KnowledgeGenerationAndSharing,
}
