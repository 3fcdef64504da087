namespace PartnershipTracker.Domain.Commitments;

/// <summary>The SMART readiness that a commitment needs to be accepted without a reason.</summary>
public enum SmartGate
{
    None,
    Trackable,
    High,
}
