using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Domain.Commitments;

/// <summary>What the partner reports and claims, and what somebody else says about it.</summary>
public sealed partial class Commitment
{
    /// <summary>The day for which completion was claimed and not refuted.</summary>
    public DateOnly? ReportedCompleteOn { get; private set; }

    /// <summary>The report that claims it.</summary>
    public ProgressReportId? CompletionReportId { get; private set; }

    /// <summary>The value of the last accepted report, in the unit of the measure.</summary>
    public decimal? LastAcceptedValue { get; private set; }

    public DateOnly? LastAcceptedOn { get; private set; }

    /// <summary>The level of the last assessment; null while nobody has looked.</summary>
    public CompletionLevel? AssessedLevel { get; private set; }

    public DateOnly? AssessedOn { get; private set; }

    /// <summary>Takes what the partner claims. A claim of completion hands the clock over to whoever reviews it.</summary>
    /// <param name="reporter">The accountable organization or a supporting one.</param>
    public ProgressReport ReportProgress(OrganizationId reporter, ProgressStatement said, DecisionContext context)
    {
        if (!IsParty(reporter)) throw CommitmentErrors.NotYours();
        if (Status != CommitmentStatus.Active) throw CommitmentErrors.NotActive(Status);
        if (said.AsOf > context.Today) throw CommitmentErrors.InTheFuture("asOf", said.AsOf);

        var report = new ProgressReport(Id, reporter, said, context.Now, context.ReviewDueAt);
        if (said.ReportsCompletion && ReportedCompleteOn is null) (ReportedCompleteOn, CompletionReportId) = (said.AsOf, report.Id);
        _periods.Where(p => p.Status == ReportingPeriodStatus.Open && p.From <= said.AsOf).MinBy(p => p.From)?.Close(report.Id);
        AwaitReview(report.ReviewDueAt);
        RecalculateDeadlines(context);
        Raise(new ProgressReported(Id, report.Id, said.AsOf, said.Value, Measure?.Unit, said.ReportsCompletion));
        return report;
    }

    /// <summary>Takes a file in support of a report that nobody has decided on yet; what was decided stays as it was seen.</summary>
    /// <param name="already">How much evidence the report has.</param>
    public Evidence AddEvidence(ProgressReport report, EvidenceFile file, int already, DecisionContext context)
    {
        if (report.Status != ProgressReportStatus.Submitted) throw CommitmentErrors.ReportDecided(report.Status);
        if (already >= ProgressReport.MaxEvidence) throw CommitmentErrors.TooMuchEvidence(ProgressReport.MaxEvidence);

        var evidence = new Evidence(report.Id, file, context.Now);
        Raise(new EvidenceAdded(Id, report.Id, evidence.Id, file.Sha256));
        return evidence;
    }

    /// <param name="nextReviewDueAt">By when the oldest of what still waits is due; null when nothing does.</param>
    public void AcceptProgressReport(ProgressReport report, string? note, DateTimeOffset? nextReviewDueAt, DecisionContext context)
    {
        if (report.Status != ProgressReportStatus.Submitted) throw CommitmentErrors.ReportDecided(report.Status);

        report.Decide(ProgressReportStatus.Accepted, note, context);
        if (report.Value is { } value && !(report.AsOf < LastAcceptedOn)) (LastAcceptedValue, LastAcceptedOn) = (value, report.AsOf);
        ReviewBy(nextReviewDueAt);
        RecalculateDeadlines(context);
        Raise(new ProgressReportAccepted(Id, report.Id, report.AsOf, Blank.ToNull(note)));
    }

    /// <summary>
    /// Sends a report back. What it was to settle is owed again by a new day, and if it claimed completion, the delivery clock goes on from the
    /// original date as if it had never stopped. Needs the period that it had closed loaded.
    /// </summary>
    /// <param name="nextReviewDueAt">By when the oldest of what still waits is due; null when nothing does.</param>
    public void ReturnProgressReport(ProgressReport report, string reason, DateTimeOffset? nextReviewDueAt, DecisionContext context)
    {
        if (report.Status != ProgressReportStatus.Submitted) throw CommitmentErrors.ReportDecided(report.Status);

        report.Decide(ProgressReportStatus.Returned, reason, context);
        if (report.Id == CompletionReportId) (ReportedCompleteOn, CompletionReportId) = (null, null);
        if (Status == CommitmentStatus.Active)
        {
            var dueOn = context.Today.AddDays(context.Rules.ReportDeadlineDays);
            if (_periods.Find(p => p.ReportId == report.Id) is { } period) period.Reopen(dueOn, context.EndOf(dueOn));
            else _periods.Add(new ReportingPeriod(Id, report.AsOf, report.AsOf, dueOn, context.EndOf(dueOn)));
        }

        ReviewBy(nextReviewDueAt);
        RecalculateDeadlines(context);
        Raise(new ProgressReportReturned(Id, report.Id, report.AsOf, reason.Trim()));
    }

    /// <summary>A reviewer's own judgement.</summary>
    public Assessment Assess(CompletionLevel level, string narrative, DateOnly asOf, DecisionContext context)
    {
        if (Status != CommitmentStatus.Active) throw CommitmentErrors.NotActive(Status);
        if (asOf > context.Today) throw CommitmentErrors.InTheFuture("asOf", asOf);

        var before = AssessedLevel;
        var assessment = new Assessment(Id, level, narrative, asOf, context.By, context.Now);
        (AssessedLevel, AssessedOn) = (level, asOf);
        Raise(new CommitmentAssessed(Id, assessment.Id, level, before, asOf));
        return assessment;
    }

    public void CompleteMilestone(MilestoneId milestoneId, DateOnly completedOn, DecisionContext context)
    {
        if (Status != CommitmentStatus.Active) throw CommitmentErrors.NotActive(Status);
        if (completedOn > context.Today) throw CommitmentErrors.InTheFuture("completedOn", completedOn);
        var milestone = MilestoneOf(milestoneId);
        if (milestone.CompletedOn is { } day) throw CommitmentErrors.MilestoneCompleted(day);

        milestone.Complete(completedOn, context.Now);
        RecalculateDeadlines(context);
        Raise(new MilestoneCompleted(Id, milestoneId, milestone.Title, milestone.DueDate, completedOn));
    }

    /// <summary>Takes a wrong completion back.</summary>
    public void ReopenMilestone(MilestoneId milestoneId, string reason, DecisionContext context)
    {
        if (Status != CommitmentStatus.Active) throw CommitmentErrors.NotActive(Status);
        var milestone = MilestoneOf(milestoneId);
        if (milestone.CompletedOn is not { } day) throw CommitmentErrors.MilestoneNotCompleted();

        milestone.Reopen();
        RecalculateDeadlines(context);
        Raise(new MilestoneReopened(Id, milestoneId, milestone.Title, day, reason.Trim()));
    }

    private Milestone MilestoneOf(MilestoneId id) => _milestones.Find(m => m.Id == id && !m.IsDropped) ?? throw DomainException.NotFound("milestone");

    private void AwaitReview(DateTimeOffset dueAt) => ReviewBy(ReviewDueAt is { } earlier && earlier < dueAt ? earlier : dueAt);
}
