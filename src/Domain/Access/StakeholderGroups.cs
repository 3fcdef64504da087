using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Domain.Access;

/// <summary>The groups that a person can belong to, as codes. The list is our own.</summary>
public static class StakeholderGroups
{
    public static readonly IReadOnlyList<string> All =
    [
        "research",
        "policy",
        "practice",
        "multilateral",
        "civilSociety",
        "communities",
        "earlyCareer",
    ];

    /// <returns>The code as it is stored; null for none.</returns>
    /// <exception cref="DomainException">There is no such group.</exception>
    public static string? Of(string? code) =>
        Blank.ToNull(code) is not { } given ? null
        : All.Contains(given) ? given
        : throw UserErrors.UnknownStakeholderGroup(given);
}
