using PartnershipTracker.Application.Inclusion;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Application.Exports;

/// <summary>A group of organizations or people: how many take part, in which role, and how many decisions they made.</summary>
/// <param name="GroupedBy">The list of groups: <c>sector</c>, <c>incomeGroup</c>, <c>community</c>, <c>stakeholderGroup</c> or
/// <c>careerStage</c>. The first three count organizations, the last two people.</param>
/// <param name="Code">As in the answer of the API; "unknown" is told apart from "none".</param>
/// <param name="Lead">As the other roles: one with several roles is counted in each.</param>
/// <param name="WithoutOrganization">Of people, those who belong to no organization, and so have no role.</param>
public sealed record InclusionRow(
    string GroupedBy,
    string Code,
    string Name,
    int Total,
    int Lead,
    int Implementing,
    int Funding,
    int Knowledge,
    int Community,
    int WithoutOrganization,
    int Decisions
)
{
    public static IEnumerable<InclusionRow> Of(InclusionSummary summary) =>
        RowsOf("sector", summary.Sectors)
            .Concat(RowsOf("incomeGroup", summary.IncomeGroups))
            .Concat(RowsOf("community", summary.Communities))
            .Concat(RowsOf("stakeholderGroup", summary.StakeholderGroups))
            .Concat(RowsOf("careerStage", summary.CareerStages));

    private static IEnumerable<InclusionRow> RowsOf(string groupedBy, IEnumerable<InclusionGroup> groups) =>
        groups.Select(g => new InclusionRow(
            groupedBy,
            g.Code,
            g.Name,
            g.Total,
            g.Of(MemberRole.Lead),
            g.Of(MemberRole.Implementing),
            g.Of(MemberRole.Funding),
            g.Of(MemberRole.Knowledge),
            g.Of(MemberRole.Community),
            g.WithoutOrganization,
            g.Decisions
        ));
}
