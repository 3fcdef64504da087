using PartnershipTracker.Application.Inclusion;

namespace PartnershipTracker.Application.Exports;

/// <summary>A group of the participants of a dialogue: how many are invited, in which role, and what they answered.</summary>
/// <param name="GroupedBy">The list of groups: <c>stakeholderGroup</c>, <c>sector</c>, <c>incomeGroup</c>, <c>community</c> or
/// <c>careerStage</c>.</param>
/// <param name="Code">As in the answer of the API; "unknown" is told apart from "none".</param>
/// <param name="Contributors">As the other roles: somebody with several is counted in each.</param>
public sealed record DialogueInclusionRow(
    string GroupedBy,
    string Code,
    string Name,
    int Participants,
    int Accepted,
    int Declined,
    int Unanswered,
    int Contributors,
    int Interviewers,
    int Rapporteurs,
    int Spokespeople
)
{
    public static IEnumerable<DialogueInclusionRow> Of(DialogueInclusion inclusion) =>
        RowsOf("stakeholderGroup", inclusion.Groups)
            .Concat(RowsOf("sector", inclusion.Sectors))
            .Concat(RowsOf("incomeGroup", inclusion.IncomeGroups))
            .Concat(RowsOf("community", inclusion.Communities))
            .Concat(RowsOf("careerStage", inclusion.CareerStages));

    private static IEnumerable<DialogueInclusionRow> RowsOf(string groupedBy, IEnumerable<DialogueGroup> groups) =>
        groups.Select(g => new DialogueInclusionRow(
            groupedBy,
            g.Code,
            g.Name,
            g.Participants,
            g.Accepted,
            g.Declined,
            g.Unanswered,
            g.Contributors,
            g.Interviewers,
            g.Rapporteurs,
            g.Spokespeople
        ));
}
