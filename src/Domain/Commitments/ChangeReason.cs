namespace PartnershipTracker.Domain.Commitments;

public enum ChangeReason
{
    Funding,
    Partner,
    Scope,
    ForceMajeure,
    Dependency,
    Data,
    Other,
}
