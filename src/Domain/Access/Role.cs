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

    /// <summary>A person of any organization, or of none, who proposes and supports initiatives.</summary>
    Member,
}
