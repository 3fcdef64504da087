using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Application.Inclusion;

/// <summary>Who takes part and who decides, and who is missing. Unknown is told apart from none.</summary>
/// <param name="Sentences">What stands out, the most important first.</param>
/// <param name="Organizations">Those that are members.</param>
/// <param name="People">Those with an account who belong to a member; in the whole also those who belong to no organization, except the
/// secretariat.</param>
/// <param name="PeopleWithoutOrganization">Those of them who belong to no organization.</param>
/// <param name="Decisions">On commitments, progress reports, change requests and initiatives.</param>
/// <param name="Sectors">Each sector, also those without a member.</param>
/// <param name="IncomeGroups">The World Bank's income groups of the members' countries; "unknown" where the country is unknown, "none"
/// where the World Bank gives none.</param>
/// <param name="Communities">Community organizations and all others.</param>
/// <param name="StakeholderGroups">Each stakeholder group, also those to which nobody is known to belong; "unknown" for people without one.
/// </param>
/// <param name="CareerStages">People early in their career and all others; "unknown" for people of whom neither they nor whoever invited
/// them said it.</param>
public sealed record InclusionSummary(
    IReadOnlyList<string> Sentences,
    int Organizations,
    int People,
    int PeopleWithoutOrganization,
    int Decisions,
    IReadOnlyList<InclusionGroup> Sectors,
    IReadOnlyList<InclusionGroup> IncomeGroups,
    IReadOnlyList<InclusionGroup> Communities,
    IReadOnlyList<InclusionGroup> StakeholderGroups,
    IReadOnlyList<InclusionGroup> CareerStages
);

/// <summary>A group of organizations or people.</summary>
/// <param name="Code">A value of its list in camelCase; "unknown" where it was not given, "none" for who belongs to no organization or
/// whose country is in no group.</param>
/// <param name="Name">In the reader's language.</param>
/// <param name="Total">How many organizations or people.</param>
/// <param name="Roles">The same by the role of the organization; one with several roles is counted in each.</param>
/// <param name="WithoutOrganization">Of people, how many belong to no organization, and so have no role.</param>
/// <param name="Decisions">How many decisions were made by them.</param>
public sealed record InclusionGroup(
    string Code,
    string Name,
    int Total,
    IReadOnlyList<InclusionRole> Roles,
    int WithoutOrganization,
    int Decisions
)
{
    public const string Unknown = "unknown",
        None = "none";

    /// <summary>How many have this role.</summary>
    public int Of(MemberRole role) => Roles.FirstOrDefault(r => r.Role == role)?.Total ?? 0;
}

/// <param name="Total">How many organizations of the group, or people of such organizations, have the role.</param>
public sealed record InclusionRole(MemberRole Role, int Total);
