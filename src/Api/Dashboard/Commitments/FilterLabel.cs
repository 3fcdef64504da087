using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;

namespace PartnershipTracker.Api.Dashboard.Commitments;

/// <summary>A filter in use, in words.</summary>
internal static class FilterLabel
{
    public static string Of(Search search, string filter, IReadOnlyList<CommitmentItem> found)
    {
        var query = search.Query;
        return filter switch
        {
            "q" => Texts.Page("chip.q", query.Q),
            "overdue" => Texts.Page(query.Overdue == true ? "filter.overdue.true" : "filter.overdue.false"),
            "claimed" => Texts.Page(query.Claimed == true ? "filter.claimed.true" : "filter.claimed.false"),
            "status" => Texts.Page($"status.{query.Status}"),
            "sector" => Texts.Word(query.Sector!),
            "countryCode" => Say.Country(query.CountryCode!),
            "sdgGoal" => Texts.Page("filter.goal", query.SdgGoal, Say.Goal(query.SdgGoal!.Value)),
            "sdgTarget" => Texts.Page("chip.target", query.SdgTarget),
            "pillar" => Texts.Word(query.Pillar!),
            "reportingFrequency" => Texts.Page("chip.reporting", query.ReportingFrequency),
            "organizationId" => found is [var first, ..] ? first.OrganizationName : Texts.Page("chip.organization"),
            "partnershipId" => found is [var first, ..] ? first.PartnershipName : Texts.Page("chip.partnership"),
            "dueFrom" => Texts.Page("chip.dueFrom", query.DueFrom),
            "dueTo" => Texts.Page("chip.dueTo", query.DueTo),
            _ => filter,
        };
    }
}
