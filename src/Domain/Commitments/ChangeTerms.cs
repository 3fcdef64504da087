namespace PartnershipTracker.Domain.Commitments;

/// <summary>What a change request asks for. Null leaves a value as it is.</summary>
/// <param name="NewDueDate">Of the commitment, or of the milestone where one is named.</param>
/// <param name="MilestoneId">The milestone to change; null for the commitment itself.</param>
/// <param name="Weight">Of the milestone.</param>
/// <param name="DropMilestone">Whether the milestone is dropped.</param>
/// <param name="Evidence">A URL that supports the request.</param>
public sealed record ChangeTerms(
    DateOnly? NewDueDate,
    ChangeReason Reason,
    string Explanation,
    MilestoneId? MilestoneId = null,
    string? Evidence = null,
    decimal? Target = null,
    decimal? Baseline = null,
    DateOnly? BaselineDate = null,
    string? Unit = null,
    decimal? Weight = null,
    bool DropMilestone = false,
    ReportingFrequency? ReportingFrequency = null
)
{
    public bool ChangesNothing =>
        NewDueDate is null
        && Target is null
        && Baseline is null
        && BaselineDate is null
        && string.IsNullOrWhiteSpace(Unit)
        && Weight is null
        && !DropMilestone
        && ReportingFrequency is null;
}
