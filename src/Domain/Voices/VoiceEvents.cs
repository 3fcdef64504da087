using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Domain.Voices;

/// <summary>Never holds who gave it or what was said; what the history holds can never be deleted.</summary>
/// <param name="Stance">Only of a voice that is given under a name.</param>
public sealed record VoiceGiven(CommitmentId CommitmentId, VoiceClaimKind ClaimKind, Guid ClaimId, VoiceStance? Stance = null)
    : IDomainEvent;

public sealed record VoiceWithdrawn(CommitmentId CommitmentId, VoiceClaimKind ClaimKind, Guid ClaimId) : IDomainEvent;

public sealed record VoiceReplied(CommitmentId CommitmentId, VoiceClaimKind ClaimKind, Guid ClaimId) : IDomainEvent;

public sealed record VoiceHidden(CommitmentId CommitmentId, VoiceClaimKind ClaimKind, Guid ClaimId) : IDomainEvent;

public sealed record VoiceRestored(CommitmentId CommitmentId, VoiceClaimKind ClaimKind, Guid ClaimId) : IDomainEvent;

/// <summary>Belongs to the community organization alone and does not name the claim, because both would tell who spoke.</summary>
public sealed record VoiceInvitationSent(OrganizationId OrganizationId) : IDomainEvent;

/// <inheritdoc cref="VoiceInvitationSent"/>
public sealed record VoiceInvitationRevoked(OrganizationId OrganizationId) : IDomainEvent;
