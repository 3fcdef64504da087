using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Domain.Commitments;

/// <summary>What is reported complete, and how reviewers decide on progress reports and assess the commitment.</summary>
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

    /// <summary>
    /// Since when the commitment itself awaits a decision: since it was submitted, or since it was reported complete; null otherwise.
    /// </summary>
    public DateTimeOffset? AwaitsDecisionSince { get; private set; }

    /// <summary>When that decision is due.</summary>
    public DateTimeOffset? DecisionDueAt { get; private set; }

    /// <param name="nextReviewDueAt">When the next review is due, this one excluded; null when nothing else awaits review.</param>
    public void AcceptProgressReport(ProgressReport report, string? note, DateTimeOffset? nextReviewDueAt, DecisionContext context)
    {
        CommitmentState.WhyNotDecideReport(report.Status)?.Throw();

        report.Decide(ProgressReportStatus.Accepted, note, context);
        if (report.Value is { } value && !(report.AsOf < LastAcceptedOn))
            (LastAcceptedValue, LastAcceptedOn) = (value, report.AsOf);
        SetReviewDue(nextReviewDueAt);
        RecalculateDeadlines(context);
        Raise(new ProgressReportAccepted(Id, report.Id, report.AsOf, Blank.ToNull(note)));
    }

    /// <summary>
    /// Returns a progress report. Another one is due by a new day. Where it reported completion and no other report does, the delivery
    /// deadline applies again as if nothing had been reported. The reporting period that it closed must be loaded.
    /// </summary>
    /// <param name="nextReviewDueAt">When the next review is due, this one excluded; null when nothing else awaits review.</param>
    /// <param name="otherCompletion">The first other report that reports completion and was not returned; null when there is none.</param>
    public void ReturnProgressReport(
        ProgressReport report,
        string reason,
        DateTimeOffset? nextReviewDueAt,
        ProgressReport? otherCompletion,
        DecisionContext context
    )
    {
        CommitmentState.WhyNotDecideReport(report.Status)?.Throw();

        report.Decide(ProgressReportStatus.Returned, reason, context);
        if (report.Id == CompletionReportId)
            (ReportedCompleteOn, CompletionReportId) = (otherCompletion?.AsOf, otherCompletion?.Id);
        _schedule.Return(report, context);
        if (Status != CommitmentStatus.Active)
            _schedule.End();
        SetReviewDue(nextReviewDueAt);
        RecalculateDeadlines(context);
        Raise(new ProgressReportReturned(Id, report.Id, report.AsOf, reason.Trim()));
    }

    /// <summary>Records a reviewer's own judgement.</summary>
    public Assessment Assess(CompletionLevel level, string narrative, DateOnly asOf, DecisionContext context)
    {
        State().WhyNotActive()?.Throw();
        if (asOf > context.Today)
            throw CommitmentErrors.InTheFuture("asOf", asOf);

        var before = AssessedLevel;
        var assessment = new Assessment(Id, level, narrative, asOf, context.By, context.Now);
        (AssessedLevel, AssessedOn) = (level, asOf);
        Raise(new CommitmentAssessed(Id, assessment.Id, level, before, asOf));
        return assessment;
    }

    private void AwaitDecision(DecisionContext context)
    {
        var awaits = Status == CommitmentStatus.Submitted || (Status == CommitmentStatus.Active && ReportedCompleteOn is not null);
        if (awaits == AwaitsDecisionSince is not null)
            return;
        AwaitsDecisionSince = awaits ? context.Now : null;
        DecisionDueAt = awaits ? context.ReviewDueAt : null;
    }

    private void AwaitReview(DateTimeOffset dueAt) => SetReviewDue(ReviewDueAt is { } earlier && earlier < dueAt ? earlier : dueAt);
}
