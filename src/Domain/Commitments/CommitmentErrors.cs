using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Domain.Commitments;

/// <summary>All refusals about commitments; the sentences are text resources of the same name.</summary>
public static class CommitmentErrors
{
    public static DomainException NotAMember() => DomainException.Refused("commitment.notAMember", "organizationId");

    public static DomainException PartnershipEnded() => DomainException.Refused("commitment.partnershipEnded", "partnershipId");

    public static DomainException PartnershipNotActive() => DomainException.Refused("commitment.partnershipNotActive");

    public static DomainException NoContact() => DomainException.Refused("commitment.noContact");

    public static DomainException NoDueDate() => DomainException.Refused("commitment.noDueDate", "dueDate");

    public static DomainException NoSdgTarget() => DomainException.Refused("commitment.noSdgTarget", "sdgTargets");

    public static DomainException StartsAfterDueDate(string field = "startDate") =>
        DomainException.Refused("commitment.startsAfterDueDate", field);

    public static DomainException MilestoneAfterDueDate(string field, DateOnly milestone, DateOnly due) =>
        DomainException.Refused("commitment.milestoneAfterDueDate", field, milestone, due);

    public static DomainException NotADraft(CommitmentStatus status) => DomainException.Refused("commitment.notADraft", null, status);

    public static DomainException NotSubmitted(CommitmentStatus status) => DomainException.Refused("commitment.notSubmitted", null, status);

    public static DomainException NotActive(CommitmentStatus status) => DomainException.Refused("commitment.notActive", null, status);

    public static DomainException Closed(CommitmentStatus status) => DomainException.Refused("commitment.closed", null, status);

    public static DomainException InTheFuture(string field, DateOnly day) => DomainException.Refused("commitment.inTheFuture", field, day);

    public static DomainException MilestoneCompleted(DateOnly day) => DomainException.Refused("commitment.milestoneCompleted", null, day);

    public static DomainException NotYours() => DomainException.Forbidden("commitment.notYours");

    public static DomainException SourceIdTaken(string sourceId) =>
        DomainException.Conflict("commitment.sourceIdTaken", "sourceId", sourceId);

    public static DomainException NotReady(SmartGate gate) => DomainException.Refused("commitment.notReady", "reason", gate);

    public static DomainException NotAssessed() => DomainException.Refused("commitment.notAssessed", "outcome");

    public static DomainException AssessmentDisagrees(ClosingOutcome outcome, CompletionLevel level) =>
        DomainException.Refused("commitment.assessmentDisagrees", "outcome", outcome, level);

    public static DomainException NotClosed(CommitmentStatus status) => DomainException.Refused("commitment.notClosed", null, status);

    public static DomainException NoSuccessor() => DomainException.Refused("commitment.noSuccessor", "successorId");

    public static DomainException SameOrganization() => DomainException.Refused("commitment.sameOrganization", "organizationId");

    public static DomainException AlreadyAParty() => DomainException.Conflict("commitment.alreadyAParty", "organizationId");

    public static DomainException TooManySupporters(int max) => DomainException.Refused("commitment.tooManySupporters", null, max);

    public static DomainException SharesAboveWhole() => DomainException.Refused("commitment.sharesAboveWhole", "share");

    public static DomainException UnknownMilestone(string field) => DomainException.Refused("commitment.unknownMilestone", field);

    public static DomainException PaidTooMuch() => DomainException.Refused("commitment.paidTooMuch", "amount", Limits.NumberDigits);

    public static DomainException MilestoneNotCompleted() => DomainException.Refused("commitment.milestoneNotCompleted");

    public static DomainException NoOpenMilestone() => DomainException.Refused("commitment.noOpenMilestone");

    public static DomainException NoCompletedMilestone() => DomainException.Refused("commitment.noCompletedMilestone");

    public static DomainException NoReportAwaitsReview() => DomainException.Refused("commitment.noReportAwaitsReview");

    public static DomainException NoChangeRequestAwaitsReview() => DomainException.Refused("commitment.noChangeRequestAwaitsReview");

    public static DomainException ReportDecided(ProgressReportStatus status) =>
        DomainException.Refused("commitment.reportDecided", null, status);

    public static DomainException TooMuchEvidence(int max) => DomainException.Refused("commitment.tooMuchEvidence", "file", max);

    public static DomainException EvidenceTooLarge(int megabytes) =>
        new(RefusalKind.TooLarge, "commitment.evidenceTooLarge", "file", megabytes);

    public static DomainException EvidenceEmpty() => DomainException.Refused("commitment.evidenceEmpty", "file");

    public static DomainException EvidenceTypeRefused() => DomainException.Refused("commitment.evidenceTypeRefused", "file");

    public static DomainException ChangeRequestPending() => DomainException.Conflict("commitment.changeRequestPending");

    public static DomainException ChangeRequestDecided(ChangeRequestStatus status) =>
        DomainException.Refused("commitment.changeRequestDecided", null, status);

    public static DomainException ChangesNothing() => DomainException.Refused("commitment.changesNothing");

    public static DomainException MovesUnclear(string field) => DomainException.Refused("commitment.movesUnclear", field);

    public static DomainException EndingUnclear(CommitmentStatus status) =>
        DomainException.Refused("commitment.endingUnclear", "closedOn", status);

    public static DomainException ChangeNeedsMilestone() => DomainException.Refused("commitment.changeNeedsMilestone", "milestoneId");
}
