using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Dialogues;

namespace PartnershipTracker.Domain.Accountability;

/// <summary>The sweep writes it for many flags at once, in SQL.</summary>
/// <param name="Title">Of the milestone or the outcome; looked up when the entry is read and not stored.</param>
/// <param name="Step">The title of the step of a pathway; looked up as <paramref name="Title"/>.</param>
public sealed record FlagRaised(
    FlagId FlagId,
    FlagKind Kind,
    MilestoneId? MilestoneId,
    DateOnly DueDate,
    string? Title = null,
    OutcomeId? OutcomeId = null,
    OutcomeStepId? OutcomeStepId = null,
    string? Step = null
) : IDomainEvent;

/// <summary>As <see cref="FlagRaised"/>.</summary>
public sealed record FlagCleared(
    FlagId FlagId,
    FlagKind Kind,
    MilestoneId? MilestoneId,
    DateOnly DueDate,
    ClearedBecause Because,
    string? Title = null,
    OutcomeId? OutcomeId = null,
    OutcomeStepId? OutcomeStepId = null,
    string? Step = null
) : IDomainEvent;

/// <summary>
/// Rows of a commitment changed without a decision about it: a reporting period began, or something that follows from its organization
/// changed. It does not move the commitment's version.
/// </summary>
public sealed record RecordUpdated : IDomainEvent;
