namespace PartnershipTracker.Domain.Access;

/// <summary>What an API key or a person may do; <c>RoleTable</c> lists the rights of each role.</summary>
public enum Role
{
    Reporter,
    Officer,
    Reviewer,
    Board,
    Secretariat,
    Community,
}
