using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.Domain.Voices;

namespace PartnershipTracker.Application.Exports;

/// <summary>A commitment with everything that a row of the product's own file contains.</summary>
/// <param name="CompletionReport">The progress report that reports the commitment complete; null where none does.</param>
/// <param name="Successor">The source id of the commitment that superseded this one.</param>
/// <param name="Voices">How many voices of communities say what; nothing about who gave them.</param>
/// <param name="VoicesDiffering">How many of them differ from what was reported.</param>
internal sealed record CommitmentRow(
    Commitment Commitment,
    Organization Organization,
    Partnership Partnership,
    MemberRole? MemberRole,
    ProgressReport? CompletionReport,
    string? Successor,
    IReadOnlyDictionary<VoiceStance, int> Voices,
    int VoicesDiffering,
    DateTimeOffset Now
);

/// <summary>
/// The product's own file format for commitments. Exports write it, and the import reads it without a profile (docs/adr/0015).
/// </summary>
internal static class CommitmentTable
{
    /// <summary>Columns that the import requires.</summary>
    public static readonly IReadOnlyList<string> Required =
    [
        "sourceId",
        "title",
        "dueDate",
        "sdgTargets",
        "organizationSourceId",
        "organization",
        "organizationType",
        "organizationCountryCode",
        "organizationTimeZone",
        "partnership",
        "partnershipStartDate",
    ];

    /// <summary>Columns that the import reads.</summary>
    public static readonly IReadOnlyList<Column<CommitmentRow>> Columns =
    [
        new("sourceId", r => KeyOf(r.Commitment.SourceId, r.Commitment.Id.Value)),
        new("title", r => r.Commitment.Title),
        new("status", r => r.Commitment.Status),
        new("dueDate", r => r.Commitment.DueDate),
        new("sdgTargets", r => new SdgTargetList([.. r.Commitment.Targets.OrderBy(t => t.Seq).Select(t => t.Code)])),
        new("description", r => r.Commitment.Description),
        new("pillar", r => r.Commitment.Pillar),
        new("themes", r => r.Commitment.Themes),
        new("countryCodes", r => r.Commitment.Countries.Where(c => c.IsStated).OrderBy(c => c.Seq).Select(c => c.Code)),
        new("startDate", r => r.Commitment.StartDate),
        new("reportingFrequency", r => r.Commitment.ReportingFrequency),
        new("indicator", r => r.Commitment.Measure?.Indicator),
        new("unit", r => r.Commitment.Measure?.Unit),
        new("baseline", r => r.Commitment.Measure?.Baseline),
        new("baselineDate", r => r.Commitment.Measure?.BaselineDate),
        new("target", r => r.Commitment.Measure?.Target),
        new("meansOfVerification", r => r.Commitment.Measure?.MeansOfVerification),
        new("milestones", r => MilestoneLines.Write(r.Commitment.Milestones.OrderBy(m => m.Seq))),
        new("fundingAmount", r => r.Commitment.Funding?.Amount),
        new("fundingCurrency", r => r.Commitment.Funding?.Currency),
        new("targetGroup", r => r.Commitment.Context.TargetGroup),
        new("place", r => r.Commitment.Context.Place),
        new("resources", r => r.Commitment.Context.Resources),
        new("fundingStatus", r => r.Commitment.Context.FundingStatus),
        new("risks", r => r.Commitment.Context.Risks),
        new("statedNeed", r => r.Commitment.Context.StatedNeed),
        new("originalDueDate", r => r.Commitment.OriginalDueDate),
        new("timesMoved", r => r.Commitment.TimesMoved),
        new("wasAccepted", r => r.Commitment.WasAccepted),
        new("closedOn", r => r.Commitment.ClosedOn),
        new("closingNarrative", r => r.Commitment.ClosingNarrative),
        new("successorSourceId", r => r.Successor),
        new("returnReason", r => r.Commitment.ReturnReason),
        new("reportedCompleteOn", r => r.CompletionReport?.AsOf),
        new("reportedCompleteValue", r => r.CompletionReport?.Value),
        new("reportedCompleteNarrative", r => r.CompletionReport?.Narrative),
        new("reportedCompleteBarriers", r => r.CompletionReport?.Barriers),
        new("organizationSourceId", r => KeyOf(r.Organization.SourceId, r.Organization.Id.Value)),
        new("organization", r => r.Organization.Name),
        new("organizationType", r => r.Organization.Type),
        new("organizationCountryCode", r => r.Organization.CountryCode),
        new("organizationTimeZone", r => r.Organization.TimeZone),
        new("organizationIdentifier", r => r.Organization.Identifier),
        new("organizationWebsite", r => r.Organization.Website),
        new("organizationIsCommunity", r => r.Organization.IsCommunity),
        new("memberRole", r => r.MemberRole),
        new("partnership", r => r.Partnership.Name),
        new("partnershipStartDate", r => r.Partnership.StartDate),
        new("partnershipEndDate", r => r.Partnership.EndDate),
        new("partnershipSummary", r => r.Partnership.Summary),
        new("partnershipPillars", r => r.Partnership.Pillars),
        new("partnershipThemes", r => r.Partnership.Themes),
        new("partnershipCountryCodes", r => r.Partnership.CountryCodes),
        new("partnershipSdgTargets", r => new SdgTargetList(r.Partnership.SdgTargets)),
    ];

    /// <summary>Columns that belong to this installation or are computed at export time; the import ignores them.</summary>
    public static readonly IReadOnlyList<Column<CommitmentRow>> InstallationColumns =
    [
        new("id", r => r.Commitment.Id.Value),
        new("organizationId", r => r.Organization.Id.Value),
        new("partnershipId", r => r.Partnership.Id.Value),
        new("initiativeId", r => r.Commitment.InitiativeId?.Value),
        new("dialogueId", r => r.Commitment.DialogueId?.Value),
        new("outcomeId", r => r.Commitment.OutcomeId?.Value),
        new("outcomeStepId", r => r.Commitment.OutcomeStepId?.Value),
        new("endedOverdueOn", r => r.Commitment.EndedOverdueOn),
        new("isOverdue", r => r.Commitment.IsOverdue(r.Now)),
        new("daysSlipped", r => r.Commitment.DaysSlipped),
        new("assessedLevel", r => r.Commitment.AssessedLevel),
        new("smartLevel", r => r.Commitment.SmartLevel),
        new("voicesConfirming", r => r.Voices.GetValueOrDefault(VoiceStance.Confirms)),
        new("voicesPartly", r => r.Voices.GetValueOrDefault(VoiceStance.Partly)),
        new("voicesDisputing", r => r.Voices.GetValueOrDefault(VoiceStance.Disputes)),
        new("voicesCannotSay", r => r.Voices.GetValueOrDefault(VoiceStance.CannotSay)),
        new("voicesDiffering", r => r.VoicesDiffering),
    ];

    /// <summary>The key of a row in a file: its source id, or its own id if it was created in this installation.</summary>
    public static string KeyOf(string? sourceId, Guid id) => sourceId ?? id.ToString();
}
