using PartnershipTracker.Domain.Commitments;

namespace PartnershipTracker.Api.Commitments;

/// <summary>A request to change dates, targets or milestones. A date that only moves earlier is changed at once; everything else needs approval.</summary>
/// <param name="MilestoneId">The milestone to change; left out to change the commitment itself.</param>
/// <param name="Evidence">A web address.</param>
/// <param name="DropMilestone">Whether the milestone is removed.</param>
internal sealed record ChangeRequestBody(
    ChangeReason Reason, string Explanation, DateOnly? NewDueDate = null, Guid? MilestoneId = null, string? Evidence = null, decimal? Target = null,
    decimal? Baseline = null, DateOnly? BaselineDate = null, string? Unit = null, decimal? Weight = null, bool DropMilestone = false,
    ReportingFrequency? ReportingFrequency = null)
{
    public ChangeTerms ToTerms() => new(
        NewDueDate, Reason, Explanation, MilestoneId is { } milestone ? new MilestoneId(milestone) : null, Evidence, Target, Baseline, BaselineDate, Unit, Weight,
        DropMilestone, ReportingFrequency);
}
