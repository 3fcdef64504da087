using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Domain.Commitments;

/// <summary>
/// What the state of a commitment permits, whatever is given with an action. Each method returns the refusal of an action, or null if the
/// action is possible. The aggregate asks here before it changes, and so does whoever only wants to know what can be done now.
/// </summary>
public sealed record CommitmentState
{
    public required CommitmentStatus Status { get; init; }

    /// <summary>When the delivery deadline passes; null if none applies.</summary>
    public required DateTimeOffset? OverdueAt { get; init; }

    /// <summary>The day on which it was complete according to a report that was not returned.</summary>
    public required DateOnly? ReportedCompleteOn { get; init; }

    /// <summary>The level of the last assessment; null while there is none.</summary>
    public required CompletionLevel? AssessedLevel { get; init; }

    public required bool HasDueDate { get; init; }

    public required bool HasSdgTarget { get; init; }

    /// <summary>The number of organizations that support it.</summary>
    public required int SupporterCount { get; init; }

    /// <summary>A draft, of which only matters what it must have to be submitted.</summary>
    public static CommitmentState OfDraft(bool hasDueDate, bool hasSdgTarget) =>
        new()
        {
            Status = CommitmentStatus.Draft,
            OverdueAt = null,
            ReportedCompleteOn = null,
            AssessedLevel = null,
            HasDueDate = hasDueDate,
            HasSdgTarget = hasSdgTarget,
            SupporterCount = 0,
        };

    public bool IsOpen => Status is CommitmentStatus.Draft or CommitmentStatus.Submitted or CommitmentStatus.Active;

    public DomainException? WhyNotRevise() => Status == CommitmentStatus.Draft ? null : CommitmentErrors.NotADraft(Status);

    /// <param name="hasContact">Whether the organization has a contact.</param>
    public DomainException? WhyNotSubmit(bool partnershipIsActive, bool hasContact) =>
        Status != CommitmentStatus.Draft ? CommitmentErrors.NotADraft(Status)
        : !partnershipIsActive ? CommitmentErrors.PartnershipNotActive()
        : !hasContact ? CommitmentErrors.NoContact()
        : WhyIncomplete();

    /// <summary>What is submitted or active has a due date and an SDG target; a draft may lack them.</summary>
    public DomainException? WhyIncomplete() =>
        !HasDueDate ? CommitmentErrors.NoDueDate()
        : !HasSdgTarget ? CommitmentErrors.NoSdgTarget()
        : null;

    /// <summary>For accepting and for returning a commitment.</summary>
    public DomainException? WhyNotDecide() => Status == CommitmentStatus.Submitted ? null : CommitmentErrors.NotSubmitted(Status);

    /// <summary>For progress reports, changes, assessments, and all else that only an active commitment has.</summary>
    public DomainException? WhyNotActive() => Status == CommitmentStatus.Active ? null : CommitmentErrors.NotActive(Status);

    /// <summary>For supporters and for handing over, which an ended commitment no longer has.</summary>
    public DomainException? WhyNotOpen() => IsOpen ? null : CommitmentErrors.Closed(Status);

    /// <param name="isPending">Whether a change request about the commitment itself awaits review.</param>
    public DomainException? WhyNotWithdraw(bool isPending, DateTimeOffset now) => WhyNotOpen() ?? WhyNotRequestEnd(isPending, now);

    /// <inheritdoc cref="WhyNotWithdraw"/>
    public DomainException? WhyNotSupersede(bool isPending, DateTimeOffset now) =>
        Status is CommitmentStatus.Submitted or CommitmentStatus.Active
            ? WhyNotRequestEnd(isPending, now)
            : CommitmentErrors.NotActive(Status);

    /// <summary>
    /// Whether withdrawing or superseding it needs the decision of a reviewer, because it is overdue or reported complete.
    /// </summary>
    public bool EndNeedsDecision(DateTimeOffset now) =>
        OverdueAt <= now || (Status == CommitmentStatus.Active && ReportedCompleteOn is not null);

    /// <param name="isPending">Whether another change request about the same commitment or milestone awaits review.</param>
    public DomainException? WhyNotRequestChange(bool isPending) =>
        WhyNotActive() ?? (isPending ? CommitmentErrors.ChangeRequestPending() : null);

    public DomainException? WhyNotAddSupporter() =>
        WhyNotOpen()
        ?? (SupporterCount >= Supporter.MaxPerCommitment ? CommitmentErrors.TooManySupporters(Supporter.MaxPerCommitment) : null);

    public DomainException? WhyNotRecordPayment() =>
        Status is CommitmentStatus.Draft or CommitmentStatus.Submitted ? CommitmentErrors.NotActive(Status) : null;

    /// <param name="completedOn">The day on which the milestone was completed; null if it was not.</param>
    public DomainException? WhyNotCompleteMilestone(DateOnly? completedOn) =>
        WhyNotActive() ?? (completedOn is { } day ? CommitmentErrors.MilestoneCompleted(day) : null);

    /// <inheritdoc cref="WhyNotCompleteMilestone"/>
    public DomainException? WhyNotReopenMilestone(DateOnly? completedOn) =>
        WhyNotActive() ?? (completedOn is null ? CommitmentErrors.MilestoneNotCompleted() : null);

    /// <summary>A progress report is decided once, also after its commitment has ended.</summary>
    public static DomainException? WhyNotDecideReport(ProgressReportStatus report) =>
        report == ProgressReportStatus.Submitted ? null : CommitmentErrors.ReportDecided(report);

    /// <summary>What was reviewed must not change afterwards.</summary>
    /// <param name="existing">How many pieces of evidence the progress report has.</param>
    public static DomainException? WhyNotAddEvidence(ProgressReportStatus report, int existing) =>
        WhyNotDecideReport(report)
        ?? (existing >= ProgressReport.MaxEvidence ? CommitmentErrors.TooMuchEvidence(ProgressReport.MaxEvidence) : null);

    /// <summary>A change request is decided once; one that its commitment has outlived can still be rejected.</summary>
    public static DomainException? WhyNotRejectChangeRequest(ChangeRequestStatus request) =>
        request == ChangeRequestStatus.Requested ? null : CommitmentErrors.ChangeRequestDecided(request);

    public DomainException? WhyNotApproveChangeRequest(ChangeRequestStatus request) => WhyNotActive() ?? WhyNotRejectChangeRequest(request);

    public DomainException? WhyNotClose() => WhyNotActive() ?? (AssessedLevel is null ? CommitmentErrors.NotAssessed() : null);

    public DomainException? WhyNotReopen() =>
        Status is CommitmentStatus.Completed or CommitmentStatus.PartlyCompleted or CommitmentStatus.NotCompleted
            ? null
            : CommitmentErrors.NotClosed(Status);

    private DomainException? WhyNotRequestEnd(bool isPending, DateTimeOffset now) =>
        isPending && EndNeedsDecision(now) ? CommitmentErrors.ChangeRequestPending() : null;
}
