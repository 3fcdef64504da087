using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Dialogues;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Domain.Voices;

/// <summary>Never holds who gave it or what was said; what the history holds can never be deleted.</summary>
/// <param name="CommitmentId">Null for an outcome of a dialogue.</param>
/// <param name="DialogueId">Null for a claim of a commitment.</param>
/// <param name="Stance">Only of a voice that is given under a name.</param>
public sealed record VoiceGiven(
    CommitmentId? CommitmentId,
    DialogueId? DialogueId,
    VoiceClaimKind ClaimKind,
    Guid ClaimId,
    VoiceStance? Stance = null
) : IDomainEvent;

public sealed record VoiceWithdrawn(CommitmentId? CommitmentId, DialogueId? DialogueId, VoiceClaimKind ClaimKind, Guid ClaimId)
    : IDomainEvent;

/// <param name="Replaces">Whether there was an answer before.</param>
public sealed record VoiceReplied(
    CommitmentId? CommitmentId,
    DialogueId? DialogueId,
    VoiceClaimKind ClaimKind,
    Guid ClaimId,
    bool Replaces = false
) : IDomainEvent;

public sealed record VoiceHidden(CommitmentId? CommitmentId, DialogueId? DialogueId, VoiceClaimKind ClaimKind, Guid ClaimId) : IDomainEvent;

public sealed record VoiceRestored(CommitmentId? CommitmentId, DialogueId? DialogueId, VoiceClaimKind ClaimKind, Guid ClaimId)
    : IDomainEvent;

/// <summary>Belongs to the community organization alone and does not name the claim, because both would tell who spoke.</summary>
public sealed record VoiceInvitationSent(OrganizationId OrganizationId) : IDomainEvent;

/// <inheritdoc cref="VoiceInvitationSent"/>
public sealed record VoiceInvitationRevoked(OrganizationId OrganizationId) : IDomainEvent;
