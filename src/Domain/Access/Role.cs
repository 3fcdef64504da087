namespace PartnershipTracker.Domain.Access;

/// <summary>What a key or a person may do; the table is in <c>RoleTable</c>.</summary>
public enum Role
{
    Reporter,
    Officer,
    Reviewer,
    Board,
    Secretariat,
    Community,
}
