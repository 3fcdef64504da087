namespace PartnershipTracker.Domain.Commitments;

/// <summary>What may be submitted and accepted only with a reason where readiness is low.</summary>
public enum SmartGate
{
    None,
    Trackable,
    High,
}
