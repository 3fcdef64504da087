namespace PartnershipTracker.Domain.Reference;

/// <summary>The part of society an organization comes from; derived from its type, never entered.</summary>
public enum Sector
{
    Public,
    Private,
    CivilSociety,
    Multilateral,
    Philanthropy,
    Academia,
    PublicPrivate,
    Other,
}
