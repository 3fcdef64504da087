namespace PartnershipTracker.Application.Imports;

/// <param name="SourceId">If left out, it is made from the organization and the title.</param>
/// <param name="Incomplete">What happens to rows without a due date or SDG target.</param>
/// <param name="Status">Active where it is not mapped.</param>
/// <param name="ClosingNarrative">Why it ended; without it, the status as it is written.</param>
/// <param name="SuccessorSourceId">The source id of the commitment that superseded it.</param>
public sealed record CommitmentMapping(
    MappedValue Title,
    MappedValue? SourceId = null,
    MappedValue? DueDate = null,
    IReadOnlyList<MappedValue>? SdgTargets = null,
    MappedValue? Description = null,
    MappedValue? Pillar = null,
    IReadOnlyList<MappedValue>? Themes = null,
    IReadOnlyList<MappedValue>? CountryCodes = null,
    MappedValue? StartDate = null,
    MeasureMapping? Measure = null,
    MappedValue? ReportingFrequency = null,
    FundingMapping? Funding = null,
    IReadOnlyList<MilestoneMapping>? Milestones = null,
    ProgressMapping? Progress = null,
    MappedValue? TargetGroup = null,
    MappedValue? Place = null,
    MappedValue? Resources = null,
    MappedValue? FundingStatus = null,
    MappedValue? Risks = null,
    MappedValue? StatedNeed = null,
    IncompleteRows Incomplete = IncompleteRows.Refuse,
    MappedValue? Status = null,
    MappedValue? ClosedOn = null,
    MappedValue? ClosingNarrative = null,
    MappedValue? SuccessorSourceId = null
);
