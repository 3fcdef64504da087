namespace PartnershipTracker.Domain.Commitments;

public enum EvidenceKind
{
    Link,
    File,
}
