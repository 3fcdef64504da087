using PartnershipTracker.Domain.Commitments;

namespace PartnershipTracker.Api.Commitments;

/// <summary>A request to change dates, targets or milestones. A date that only moves earlier is changed at once; everything else needs approval.</summary>
/// <param name="MilestoneId">The milestone it is about; left out for the commitment itself.</param>
/// <param name="Evidence">An address.</param>
/// <param name="DropMilestone">The milestone is removed.</param>
internal sealed record ChangeRequestBody(
    ChangeReason Reason, string Explanation, DateOnly? NewDueDate = null, Guid? MilestoneId = null, string? Evidence = null, decimal? Target = null,
    decimal? Baseline = null, DateOnly? BaselineDate = null, string? Unit = null, decimal? Weight = null, bool DropMilestone = false,
    ReportingFrequency? ReportingFrequency = null)
{
    public ChangeTerms ToTerms() => new(
        NewDueDate, Reason, Explanation, MilestoneId is { } milestone ? new MilestoneId(milestone) : null, Evidence, Target, Baseline, BaselineDate, Unit, Weight,
        DropMilestone, ReportingFrequency);
}
