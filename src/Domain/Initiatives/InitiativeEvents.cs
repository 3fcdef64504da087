using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Domain.Initiatives;

public sealed record InitiativeProposed(InitiativeId InitiativeId, string Title, string Pillar, DateOnly DecisionDueOn) : IDomainEvent;

/// <summary>What is proposed changed; lists hold codes.</summary>
public sealed record InitiativeRevised(InitiativeId InitiativeId, IReadOnlyList<Change> Changes) : IDomainEvent;

public sealed record InitiativeWithdrawn(InitiativeId InitiativeId, string Reason) : IDomainEvent;

public sealed record InitiativeAccepted(InitiativeId InitiativeId, string Reason) : IDomainEvent;

public sealed record InitiativeDeclined(InitiativeId InitiativeId, string Reason) : IDomainEvent;

public sealed record InitiativeSupported(InitiativeId InitiativeId, InitiativeSupportId SupportId, OrganizationId? SupportingOrganizationId)
    : IDomainEvent;

public sealed record InitiativeSupportWithdrawn(
    InitiativeId InitiativeId,
    InitiativeSupportId SupportId,
    OrganizationId? SupportingOrganizationId
) : IDomainEvent;

/// <summary>What was written is not in the history, so that it can be erased.</summary>
public sealed record InitiativeCommented(InitiativeId InitiativeId, InitiativeCommentId CommentId) : IDomainEvent;

/// <inheritdoc cref="InitiativeCommented"/>
public sealed record InitiativeConcernRaised(InitiativeId InitiativeId, InitiativeConcernId ConcernId) : IDomainEvent;

/// <inheritdoc cref="InitiativeCommented"/>
public sealed record InitiativeConcernAnswered(InitiativeId InitiativeId, InitiativeConcernId ConcernId) : IDomainEvent;

public sealed record InitiativeConcernResolved(InitiativeId InitiativeId, InitiativeConcernId ConcernId) : IDomainEvent;

/// <summary>The initiative was taken up as a partnership.</summary>
public sealed record InitiativeBecamePartnership(InitiativeId InitiativeId, PartnershipId PartnershipId) : IDomainEvent;

/// <summary>The initiative was taken up as a commitment.</summary>
public sealed record InitiativeBecameCommitment(InitiativeId InitiativeId, CommitmentId CommitmentId) : IDomainEvent;
