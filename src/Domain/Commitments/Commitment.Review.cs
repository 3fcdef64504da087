using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Domain.Commitments;

/// <summary>What the partner reports and claims, and what somebody else says about it.</summary>
public sealed partial class Commitment
{
    /// <summary>The day for which completion was claimed and not refuted.</summary>
    public DateOnly? CompletionClaimedOn { get; private set; }

    /// <summary>The report that claims it.</summary>
    public ProgressReportId? ClaimReportId { get; private set; }

    /// <summary>The value of the last accepted report, in the unit of the measure.</summary>
    public decimal? LastAcceptedValue { get; private set; }

    public DateOnly? LastAcceptedOn { get; private set; }

    /// <summary>The level of the last assessment; null while nobody has looked.</summary>
    public CompletionLevel? AssessedLevel { get; private set; }

    public DateOnly? AssessedOn { get; private set; }

    /// <summary>Takes what the partner claims. A claim of completion hands the clock over to whoever reviews it.</summary>
    /// <param name="reporter">The accountable organization or a supporting one.</param>
    public ProgressReport ReportProgress(OrganizationId reporter, ProgressStatement said, Moment at)
    {
        if (!IsParty(reporter)) throw CommitmentErrors.NotYours();
        if (Status != CommitmentStatus.Active) throw CommitmentErrors.NotActive(Status);
        if (said.AsOf > at.Today) throw CommitmentErrors.InTheFuture("asOf", said.AsOf);

        var report = new ProgressReport(Id, reporter, said, at.Now, at.ReviewDueAt);
        if (said.ClaimsCompletion && CompletionClaimedOn is null) (CompletionClaimedOn, ClaimReportId) = (said.AsOf, report.Id);
        _periods.Where(p => p.Status == ReportingPeriodStatus.Open && p.From <= said.AsOf).MinBy(p => p.From)?.Close(report.Id);
        AwaitReview(report.ReviewDueAt);
        Settle(at);
        Raise(new ProgressReported(Id, report.Id, said.AsOf, said.Value, Measure?.Unit, said.ClaimsCompletion));
        return report;
    }

    /// <summary>Takes a file in support of a report that nobody has decided on yet; what was decided stays as it was seen.</summary>
    /// <param name="already">How much evidence the report has.</param>
    public Evidence AddEvidence(ProgressReport report, EvidenceFile file, int already, Moment at)
    {
        if (report.Status != ProgressReportStatus.Submitted) throw CommitmentErrors.ReportDecided(report.Status);
        if (already >= ProgressReport.MostEvidence) throw CommitmentErrors.TooMuchEvidence(ProgressReport.MostEvidence);

        var evidence = new Evidence(report.Id, file, at.Now);
        Raise(new EvidenceAdded(Id, report.Id, evidence.Id, file.Sha256));
        return evidence;
    }

    /// <param name="nextReviewDueAt">By when the oldest of what still waits is due; null when nothing does.</param>
    public void AcceptReport(ProgressReport report, string? note, DateTimeOffset? nextReviewDueAt, Moment at)
    {
        if (report.Status != ProgressReportStatus.Submitted) throw CommitmentErrors.ReportDecided(report.Status);

        report.Decide(ProgressReportStatus.Accepted, note, at);
        if (report.Value is { } value && !(report.AsOf < LastAcceptedOn)) (LastAcceptedValue, LastAcceptedOn) = (value, report.AsOf);
        ReviewBy(nextReviewDueAt);
        Settle(at);
        Raise(new ReportAccepted(Id, report.Id, report.AsOf, Blank.ToNull(note)));
    }

    /// <summary>
    /// Sends a report back. What it was to settle is owed again by a new day, and if it claimed completion, the delivery clock goes on from the
    /// original date as if it had never stopped. Needs the period that it had closed loaded.
    /// </summary>
    /// <param name="nextReviewDueAt">By when the oldest of what still waits is due; null when nothing does.</param>
    public void ReturnReport(ProgressReport report, string reason, DateTimeOffset? nextReviewDueAt, Moment at)
    {
        if (report.Status != ProgressReportStatus.Submitted) throw CommitmentErrors.ReportDecided(report.Status);

        report.Decide(ProgressReportStatus.Returned, reason, at);
        if (report.Id == ClaimReportId) (CompletionClaimedOn, ClaimReportId) = (null, null);
        if (Status == CommitmentStatus.Active)
        {
            var dueOn = at.Today.AddDays(at.Rules.ReportDeadlineDays);
            if (_periods.Find(p => p.ReportId == report.Id) is { } period) period.Reopen(dueOn, at.EndOf(dueOn));
            else _periods.Add(new ReportingPeriod(Id, report.AsOf, report.AsOf, dueOn, at.EndOf(dueOn)));
        }

        ReviewBy(nextReviewDueAt);
        Settle(at);
        Raise(new ReportReturned(Id, report.Id, report.AsOf, reason.Trim()));
    }

    /// <summary>A reviewer's own judgement.</summary>
    public Assessment Assess(CompletionLevel level, string narrative, DateOnly asOf, Moment at)
    {
        if (Status != CommitmentStatus.Active) throw CommitmentErrors.NotActive(Status);
        if (asOf > at.Today) throw CommitmentErrors.InTheFuture("asOf", asOf);

        var before = AssessedLevel;
        var assessment = new Assessment(Id, level, narrative, asOf, at.By, at.Now);
        (AssessedLevel, AssessedOn) = (level, asOf);
        Raise(new CommitmentAssessed(Id, assessment.Id, level, before, asOf));
        return assessment;
    }

    public void CompleteMilestone(MilestoneId milestoneId, DateOnly completedOn, Moment at)
    {
        if (Status != CommitmentStatus.Active) throw CommitmentErrors.NotActive(Status);
        if (completedOn > at.Today) throw CommitmentErrors.InTheFuture("completedOn", completedOn);
        var milestone = MilestoneOf(milestoneId);
        if (milestone.CompletedOn is { } day) throw CommitmentErrors.MilestoneCompleted(day);

        milestone.Complete(completedOn, at.Now);
        Settle(at);
        Raise(new MilestoneCompleted(Id, milestoneId, milestone.Title, milestone.DueDate, completedOn));
    }

    /// <summary>Takes a wrong completion back.</summary>
    public void ReopenMilestone(MilestoneId milestoneId, string reason, Moment at)
    {
        if (Status != CommitmentStatus.Active) throw CommitmentErrors.NotActive(Status);
        var milestone = MilestoneOf(milestoneId);
        if (milestone.CompletedOn is not { } day) throw CommitmentErrors.MilestoneNotCompleted();

        milestone.Reopen();
        Settle(at);
        Raise(new MilestoneReopened(Id, milestoneId, milestone.Title, day, reason.Trim()));
    }

    private Milestone MilestoneOf(MilestoneId id) => _milestones.Find(m => m.Id == id && !m.IsDropped) ?? throw DomainException.NotFound("milestone");

    private void AwaitReview(DateTimeOffset dueAt) => ReviewBy(ReviewDueAt is { } earlier && earlier < dueAt ? earlier : dueAt);
}
