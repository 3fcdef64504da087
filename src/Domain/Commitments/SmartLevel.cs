namespace PartnershipTracker.Domain.Commitments;

public enum SmartLevel
{
    Low,
    LowerModerate,
    UpperModerate,
    High,
}
