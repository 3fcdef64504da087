using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Initiatives;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Domain.Commitments;

/// <param name="InitiativeId">The initiative that it takes up; null for none.</param>
public sealed record CommitmentDrafted(CommitmentId CommitmentId, string Title, DateOnly? DueDate, InitiativeId? InitiativeId = null)
    : IDomainEvent;

/// <param name="Status">Its status in the other system; null is active.</param>
/// <param name="OriginalDueDate">Set where the due date had already moved in the other system.</param>
public sealed record CommitmentImported(
    CommitmentId CommitmentId,
    string Title,
    DateOnly? DueDate,
    string? SourceId,
    CommitmentStatus? Status = null,
    DateOnly? OriginalDueDate = null
) : IDomainEvent;

public sealed record CommitmentRevised(CommitmentId CommitmentId, IReadOnlyList<Change> Changes) : IDomainEvent;

public sealed record CommitmentSubmitted(CommitmentId CommitmentId, DateOnly DueDate) : IDomainEvent;

/// <param name="Reason">Why it was accepted although its SMART readiness was too low.</param>
public sealed record CommitmentAccepted(CommitmentId CommitmentId, string? Reason) : IDomainEvent;

public sealed record CommitmentReturned(CommitmentId CommitmentId, string Reason) : IDomainEvent;

public sealed record CommitmentWithdrawn(CommitmentId CommitmentId, string Reason) : IDomainEvent;

public sealed record CommitmentClosed(CommitmentId CommitmentId, ClosingOutcome Outcome, DateOnly ClosedOn, string Narrative)
    : IDomainEvent;

public sealed record MilestoneCompleted(
    CommitmentId CommitmentId,
    MilestoneId MilestoneId,
    string Title,
    DateOnly DueDate,
    DateOnly CompletedOn
) : IDomainEvent;

/// <param name="OrganizationId">The organization that reports: the accountable one or a supporting one.</param>
public sealed record ProgressReported(
    CommitmentId CommitmentId,
    ProgressReportId ReportId,
    OrganizationId OrganizationId,
    DateOnly AsOf,
    decimal? Value,
    string? Unit,
    bool ReportsCompletion
) : IDomainEvent;

public sealed record CommitmentSuperseded(CommitmentId CommitmentId, CommitmentId SuccessorId, string Reason) : IDomainEvent;

/// <summary>The successor of a commitment that was imported as superseded was found.</summary>
public sealed record CommitmentSuccessorNamed(CommitmentId CommitmentId, CommitmentId SuccessorId) : IDomainEvent;

public sealed record CommitmentReopened(CommitmentId CommitmentId, CommitmentStatus From, string Reason) : IDomainEvent;

public sealed record CommitmentHandedOver(CommitmentId CommitmentId, OrganizationId From, OrganizationId To, string Reason) : IDomainEvent;

public sealed record SupporterAdded(CommitmentId CommitmentId, OrganizationId OrganizationId, decimal? Share) : IDomainEvent;

public sealed record SupporterRemoved(CommitmentId CommitmentId, OrganizationId OrganizationId) : IDomainEvent;

public sealed record PaymentRecorded(CommitmentId CommitmentId, PaymentId PaymentId, decimal Amount, string Currency, DateOnly PaidOn)
    : IDomainEvent;

public sealed record MilestoneReopened(
    CommitmentId CommitmentId,
    MilestoneId MilestoneId,
    string Title,
    DateOnly CompletedOn,
    string Reason
) : IDomainEvent;

/// <param name="Sha256">Of the file.</param>
public sealed record EvidenceAdded(CommitmentId CommitmentId, ProgressReportId ReportId, EvidenceId EvidenceId, string Sha256)
    : IDomainEvent;

public sealed record ProgressReportAccepted(CommitmentId CommitmentId, ProgressReportId ReportId, DateOnly AsOf, string? Note)
    : IDomainEvent;

public sealed record ProgressReportReturned(CommitmentId CommitmentId, ProgressReportId ReportId, DateOnly AsOf, string Reason)
    : IDomainEvent;

/// <param name="Before">The level of the previous assessment; null for the first.</param>
public sealed record CommitmentAssessed(
    CommitmentId CommitmentId,
    AssessmentId AssessmentId,
    CompletionLevel Level,
    CompletionLevel? Before,
    DateOnly AsOf
) : IDomainEvent;

/// <param name="MilestoneId">Null where the request is about the commitment itself.</param>
/// <param name="Reason">Null where it is not a change.</param>
/// <param name="SuccessorId">Only for a supersession.</param>
public sealed record ChangeRequestSubmitted(
    CommitmentId CommitmentId,
    ChangeRequestId ChangeRequestId,
    MilestoneId? MilestoneId,
    string? MilestoneTitle,
    DateOnly? From,
    DateOnly? To,
    ChangeReason? Reason,
    string Explanation,
    ChangeRequestKind Kind,
    CommitmentId? SuccessorId
) : IDomainEvent;

/// <param name="MilestoneId">Null where the request is about the commitment itself.</param>
/// <param name="Changes">What changed besides the due date.</param>
public sealed record ChangeRequestApproved(
    CommitmentId CommitmentId,
    ChangeRequestId ChangeRequestId,
    MilestoneId? MilestoneId,
    string? MilestoneTitle,
    DateOnly? From,
    DateOnly? To,
    ChangeReason? Reason,
    string? Note,
    IReadOnlyList<Change> Changes,
    ChangeRequestKind Kind
) : IDomainEvent;

/// <param name="MilestoneId">Null where the request is about the commitment itself.</param>
public sealed record ChangeRequestRejected(
    CommitmentId CommitmentId,
    ChangeRequestId ChangeRequestId,
    MilestoneId? MilestoneId,
    string? MilestoneTitle,
    DateOnly? From,
    DateOnly? To,
    string? Note,
    ChangeRequestKind Kind
) : IDomainEvent;
