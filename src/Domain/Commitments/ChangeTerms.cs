namespace PartnershipTracker.Domain.Commitments;

/// <summary>What somebody asks to move: the date of a commitment or milestone, and with it or without, its target, baseline, unit or weight.</summary>
/// <param name="MilestoneId">The milestone it is about; null for the commitment itself.</param>
/// <param name="Weight">Of the milestone.</param>
/// <param name="DropMilestone">The milestone goes.</param>
/// <param name="Evidence">The address of something that supports the request.</param>
public sealed record ChangeTerms(
    DateOnly? NewDueDate, ChangeReason Reason, string Explanation, MilestoneId? MilestoneId = null, string? Evidence = null,
    decimal? Target = null, decimal? Baseline = null, DateOnly? BaselineDate = null, string? Unit = null, decimal? Weight = null, bool DropMilestone = false,
    ReportingFrequency? ReportingFrequency = null)
{
    public bool ChangesNothing =>
        NewDueDate is null && Target is null && Baseline is null && BaselineDate is null && string.IsNullOrWhiteSpace(Unit) && Weight is null && !DropMilestone && ReportingFrequency is null;
}
