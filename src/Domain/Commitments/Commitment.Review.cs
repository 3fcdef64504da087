using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Domain.Commitments;

/// <summary>Progress reports and milestones, and how reviewers decide on them and assess the commitment.</summary>
public sealed partial class Commitment
{
    /// <summary>The day on which the commitment was complete according to a progress report that was not returned.</summary>
    public DateOnly? ReportedCompleteOn { get; private set; }

    /// <summary>The progress report that says so.</summary>
    public ProgressReportId? CompletionReportId { get; private set; }

    /// <summary>The value of the last accepted progress report, in the unit of the measure.</summary>
    public decimal? LastAcceptedValue { get; private set; }

    public DateOnly? LastAcceptedOn { get; private set; }

    /// <summary>The level of the last assessment; null while there is none.</summary>
    public CompletionLevel? AssessedLevel { get; private set; }

    public DateOnly? AssessedOn { get; private set; }

    /// <summary>Records a progress report. While a commitment reported complete awaits review, it is not overdue.</summary>
    /// <param name="reporter">The accountable organization or a supporting one.</param>
    public ProgressReport ReportProgress(OrganizationId reporter, ProgressStatement statement, DecisionContext context)
    {
        if (!IsParty(reporter))
            throw CommitmentErrors.NotYours();
        if (Status != CommitmentStatus.Active)
            throw CommitmentErrors.NotActive(Status);
        if (statement.AsOf > context.Today)
            throw CommitmentErrors.InTheFuture("asOf", statement.AsOf);

        var report = new ProgressReport(Id, reporter, statement, context.Now, context.ReviewDueAt);
        if (statement.ReportsCompletion && ReportedCompleteOn is null)
            (ReportedCompleteOn, CompletionReportId) = (statement.AsOf, report.Id);
        _periods.Where(p => p.Status == ReportingPeriodStatus.Open && p.From <= statement.AsOf).MinBy(p => p.From)?.Close(report.Id);
        AwaitReview(report.ReviewDueAt);
        RecalculateDeadlines(context);
        Raise(new ProgressReported(Id, report.Id, statement.AsOf, statement.Value, Measure?.Unit, statement.ReportsCompletion));
        return report;
    }

    /// <summary>Adds a file to a progress report that is not reviewed yet; what was reviewed must not change afterwards.</summary>
    /// <param name="existing">How many pieces of evidence the progress report has.</param>
    public Evidence AddEvidence(ProgressReport report, EvidenceFile file, int existing, DecisionContext context)
    {
        if (report.Status != ProgressReportStatus.Submitted)
            throw CommitmentErrors.ReportDecided(report.Status);
        if (existing >= ProgressReport.MaxEvidence)
            throw CommitmentErrors.TooMuchEvidence(ProgressReport.MaxEvidence);

        var evidence = new Evidence(report.Id, file, context.Now);
        Raise(new EvidenceAdded(Id, report.Id, evidence.Id, file.Sha256));
        return evidence;
    }

    /// <param name="nextReviewDueAt">When the next review is due, this one excluded; null when nothing else awaits review.</param>
    public void AcceptProgressReport(ProgressReport report, string? note, DateTimeOffset? nextReviewDueAt, DecisionContext context)
    {
        if (report.Status != ProgressReportStatus.Submitted)
            throw CommitmentErrors.ReportDecided(report.Status);

        report.Decide(ProgressReportStatus.Accepted, note, context);
        if (report.Value is { } value && !(report.AsOf < LastAcceptedOn))
            (LastAcceptedValue, LastAcceptedOn) = (value, report.AsOf);
        SetReviewDue(nextReviewDueAt);
        RecalculateDeadlines(context);
        Raise(new ProgressReportAccepted(Id, report.Id, report.AsOf, Blank.ToNull(note)));
    }

    /// <summary>
    /// Returns a progress report. Another one is due by a new day, and where it reported completion, the delivery deadline applies again as
    /// if nothing had been reported. The reporting period that it closed must be loaded.
    /// </summary>
    /// <param name="nextReviewDueAt">When the next review is due, this one excluded; null when nothing else awaits review.</param>
    public void ReturnProgressReport(ProgressReport report, string reason, DateTimeOffset? nextReviewDueAt, DecisionContext context)
    {
        if (report.Status != ProgressReportStatus.Submitted)
            throw CommitmentErrors.ReportDecided(report.Status);

        report.Decide(ProgressReportStatus.Returned, reason, context);
        if (report.Id == CompletionReportId)
            (ReportedCompleteOn, CompletionReportId) = (null, null);
        if (Status == CommitmentStatus.Active)
        {
            var dueOn = context.Today.AddDays(context.Rules.ReportDeadlineDays);
            if (_periods.Find(p => p.ReportId == report.Id) is { } period)
                period.Reopen(dueOn, context.EndOf(dueOn));
            else
                _periods.Add(new ReportingPeriod(Id, report.AsOf, report.AsOf, dueOn, context.EndOf(dueOn)));
        }

        SetReviewDue(nextReviewDueAt);
        RecalculateDeadlines(context);
        Raise(new ProgressReportReturned(Id, report.Id, report.AsOf, reason.Trim()));
    }

    /// <summary>Records a reviewer's own judgement.</summary>
    public Assessment Assess(CompletionLevel level, string narrative, DateOnly asOf, DecisionContext context)
    {
        if (Status != CommitmentStatus.Active)
            throw CommitmentErrors.NotActive(Status);
        if (asOf > context.Today)
            throw CommitmentErrors.InTheFuture("asOf", asOf);

        var before = AssessedLevel;
        var assessment = new Assessment(Id, level, narrative, asOf, context.By, context.Now);
        (AssessedLevel, AssessedOn) = (level, asOf);
        Raise(new CommitmentAssessed(Id, assessment.Id, level, before, asOf));
        return assessment;
    }

    public void CompleteMilestone(MilestoneId milestoneId, DateOnly completedOn, DecisionContext context)
    {
        if (Status != CommitmentStatus.Active)
            throw CommitmentErrors.NotActive(Status);
        if (completedOn > context.Today)
            throw CommitmentErrors.InTheFuture("completedOn", completedOn);
        var milestone = MilestoneOf(milestoneId);
        if (milestone.CompletedOn is { } day)
            throw CommitmentErrors.MilestoneCompleted(day);

        milestone.Complete(completedOn, context.Now);
        RecalculateDeadlines(context);
        Raise(new MilestoneCompleted(Id, milestoneId, milestone.Title, milestone.DueDate, completedOn));
    }

    /// <summary>Undoes a wrong completion.</summary>
    public void ReopenMilestone(MilestoneId milestoneId, string reason, DecisionContext context)
    {
        if (Status != CommitmentStatus.Active)
            throw CommitmentErrors.NotActive(Status);
        var milestone = MilestoneOf(milestoneId);
        if (milestone.CompletedOn is not { } day)
            throw CommitmentErrors.MilestoneNotCompleted();

        milestone.Reopen();
        RecalculateDeadlines(context);
        Raise(new MilestoneReopened(Id, milestoneId, milestone.Title, day, reason.Trim()));
    }

    private Milestone MilestoneOf(MilestoneId id) =>
        _milestones.Find(m => m.Id == id && !m.IsDropped) ?? throw DomainException.NotFound("milestone");

    private void AwaitReview(DateTimeOffset dueAt) => SetReviewDue(ReviewDueAt is { } earlier && earlier < dueAt ? earlier : dueAt);
}
