using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Domain.Commitments;

public sealed record CommitmentDrafted(CommitmentId CommitmentId, string Title, DateOnly DueDate) : IDomainEvent;

public sealed record CommitmentImported(CommitmentId CommitmentId, string Title, DateOnly DueDate, string? SourceId) : IDomainEvent;

public sealed record CommitmentRevised(CommitmentId CommitmentId, IReadOnlyList<Change> Changes) : IDomainEvent;

public sealed record CommitmentSubmitted(CommitmentId CommitmentId, DateOnly DueDate) : IDomainEvent;

public sealed record CommitmentAccepted(CommitmentId CommitmentId) : IDomainEvent;

public sealed record CommitmentReturned(CommitmentId CommitmentId, string Reason) : IDomainEvent;

public sealed record CommitmentWithdrawn(CommitmentId CommitmentId, string Reason) : IDomainEvent;

public sealed record CommitmentClosed(CommitmentId CommitmentId, ClosingOutcome Outcome, DateOnly ClosedOn, string Narrative) : IDomainEvent;

public sealed record MilestoneCompleted(CommitmentId CommitmentId, MilestoneId MilestoneId, string Title, DateOnly DueDate, DateOnly CompletedOn) : IDomainEvent;

public sealed record ProgressReported(
    CommitmentId CommitmentId, ProgressReportId ReportId, DateOnly AsOf, decimal? Value, string? Unit, bool ClaimsCompletion) : IDomainEvent;
