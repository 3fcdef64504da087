using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Domain.Accountability;

/// <summary>The sweep writes it for many flags at once, in SQL.</summary>
/// <param name="Title">Of the milestone; looked up when the entry is read and not stored.</param>
public sealed record FlagRaised(FlagId FlagId, FlagKind Kind, MilestoneId? MilestoneId, DateOnly DueDate, string? Title = null)
    : IDomainEvent;

/// <summary>As <see cref="FlagRaised"/>.</summary>
public sealed record FlagCleared(
    FlagId FlagId,
    FlagKind Kind,
    MilestoneId? MilestoneId,
    DateOnly DueDate,
    ClearedBecause Because,
    string? Title = null
) : IDomainEvent;

/// <summary>
/// Rows of a commitment changed without a decision about it: a reporting period began, or something that follows from its organization
/// changed. It does not move the commitment's version.
/// </summary>
public sealed record RecordUpdated : IDomainEvent;
