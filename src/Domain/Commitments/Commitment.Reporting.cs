using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Domain.Commitments;

/// <summary>What the organizations of a commitment report: progress, evidence and completed milestones.</summary>
public sealed partial class Commitment
{
    /// <summary>Records a progress report. While a commitment reported complete awaits review, it is not overdue.</summary>
    /// <param name="reporter">The accountable organization or a supporting one.</param>
    public ProgressReport ReportProgress(OrganizationId reporter, ProgressStatement statement, DecisionContext context)
    {
        if (!IsParty(reporter))
            throw CommitmentErrors.NotYours();
        State().WhyNotActive()?.Throw();
        if (statement.AsOf > context.Today)
            throw CommitmentErrors.InTheFuture("asOf", statement.AsOf);

        var report = new ProgressReport(Id, reporter, statement, context);
        if (statement.ReportsCompletion && ReportedCompleteOn is null)
            (ReportedCompleteOn, CompletionReportId) = (statement.AsOf, report.Id);
        _schedule.Roll(Id, context);
        _schedule.Close(report);
        AwaitReview(report.ReviewDueAt);
        RecalculateDeadlines(context);
        Raise(new ProgressReported(Id, report.Id, reporter, report.AsOf, report.Value, Measure?.Unit, report.ReportsCompletion));
        return report;
    }

    /// <summary>Adds a file to a progress report that is not reviewed yet; what was reviewed must not change afterwards.</summary>
    /// <param name="existing">How many pieces of evidence the progress report has.</param>
    public Evidence AddEvidence(ProgressReport report, EvidenceFile file, int existing, DecisionContext context)
    {
        CommitmentState.WhyNotAddEvidence(report.Status, existing)?.Throw();

        var evidence = new Evidence(Id, report.Id, file, context.Now);
        Raise(new EvidenceAdded(Id, report.Id, evidence.Id, file.Sha256));
        return evidence;
    }

    public void CompleteMilestone(MilestoneId milestoneId, DateOnly completedOn, DecisionContext context)
    {
        State().WhyNotActive()?.Throw();
        var milestone = MilestoneOf(milestoneId);
        State().WhyNotCompleteMilestone(milestone.CompletedOn)?.Throw();
        if (completedOn > context.Today)
            throw CommitmentErrors.InTheFuture("completedOn", completedOn);

        milestone.Complete(completedOn, context);
        RecalculateDeadlines(context);
        Raise(new MilestoneCompleted(Id, milestoneId, milestone.Title, milestone.DueDate, completedOn));
    }

    /// <summary>Undoes a wrong completion.</summary>
    public void ReopenMilestone(MilestoneId milestoneId, string reason, DecisionContext context)
    {
        State().WhyNotActive()?.Throw();
        var milestone = MilestoneOf(milestoneId);
        State().WhyNotReopenMilestone(milestone.CompletedOn)?.Throw();
        var day = milestone.CompletedOn!.Value;

        milestone.Reopen();
        RecalculateDeadlines(context);
        Raise(new MilestoneReopened(Id, milestoneId, milestone.Title, day, reason.Trim()));
    }

    private Milestone MilestoneOf(MilestoneId id) =>
        _milestones.Find(m => m.Id == id && !m.IsDropped) ?? throw DomainException.NotFound("milestone");
}
