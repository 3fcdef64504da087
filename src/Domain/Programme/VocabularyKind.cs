namespace PartnershipTracker.Domain.Programme;

/// <summary>The lists of words that the secretariat can change. The first two are the programme: what the work is about.</summary>
public enum VocabularyKind
{
    Pillar,
    Theme,
    StakeholderGroup,
}
