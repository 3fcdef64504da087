using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Programme;
using PartnershipTracker.Domain.Programme;

namespace PartnershipTracker.Api.Dashboard.Commitments;

/// <summary>The name of a filter in use.</summary>
internal static class FilterLabel
{
    public static string Of(IVocabulary vocabulary, Search search, string filter, IReadOnlyList<CommitmentItem> found)
    {
        var query = search.Query;
        return filter switch
        {
            "q" => Texts.Page("chip.q", query.Q),
            "overdue" => YesOrNo(filter, query.Overdue),
            "endedOverdue" => YesOrNo(filter, query.EndedOverdue),
            "accepted" => YesOrNo(filter, query.Accepted),
            "reportedComplete" => YesOrNo(filter, query.ReportedComplete),
            "status" => Texts.Page($"status.{query.Status}"),
            "sector" => Texts.Word(query.Sector!),
            "countryCode" => Format.Country(query.CountryCode!),
            "sdgGoal" => Texts.Page("filter.goal", query.SdgGoal, Format.Goal(query.SdgGoal!.Value)),
            "sdgTarget" => Texts.Page("goal.target", query.SdgTarget),
            "pillar" => vocabulary.LabelOf(VocabularyKind.Pillar, query.Pillar!),
            "theme" => vocabulary.LabelOf(VocabularyKind.Theme, query.Theme!),
            "reportingFrequency" => Texts.Page("chip.reporting", query.ReportingFrequency),
            "organizationId" => found is [var first, ..] ? first.OrganizationName : Texts.Page("chip.organization"),
            "partnershipId" => found is [var first, ..] ? first.PartnershipName : Texts.Page("chip.partnership"),
            "initiativeId" => Texts.Page("chip.initiative"),
            "dialogueId" => Texts.Page("chip.dialogue"),
            "outcomeId" => Texts.Page("chip.outcome"),
            "outcomeStepId" => Texts.Page("chip.outcomeStep"),
            "dueFrom" => Texts.Page("chip.dueFrom", query.DueFrom),
            "dueTo" => Texts.Page("chip.dueTo", query.DueTo),
            "moved" => YesOrNo(filter, query.Moved),
            "offTrack" => YesOrNo(filter, query.OffTrack),
            "reportOverdue" => YesOrNo(filter, query.ReportOverdue),
            "reportDueTo" => Texts.Page("chip.reportDueTo", query.ReportDueTo),
            "reportReturnedTo" => Texts.Page("chip.reportReturnedTo"),
            "returned" => YesOrNo(filter, query.Returned),
            "orphaned" => YesOrNo(filter, query.Orphaned),
            "reviewOverdue" => YesOrNo(filter, query.ReviewOverdue),
            "reportedCompleteWithoutEvidence" => YesOrNo(filter, query.ReportedCompleteWithoutEvidence),
            "timesMovedFrom" => Texts.Count("chip.timesMovedFrom", query.TimesMovedFrom!.Value),
            "daysSlippedFrom" => Texts.Count("chip.daysSlippedFrom", query.DaysSlippedFrom!.Value),
            "smartLevel" => Texts.Page("chip.smartLevel", query.SmartLevel),
            "voices" => Texts.Page($"chip.voices.{Links.Word(query.Voices!.Value)}"),
            _ => filter,
        };
    }

    private static string YesOrNo(string filter, bool? given) =>
        Texts.Page(given == true ? $"filter.{filter}.true" : $"filter.{filter}.false");
}
