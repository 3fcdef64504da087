using PartnershipTracker.Domain.Voices;

namespace PartnershipTracker.Application.Voices;

public enum VoiceInvitationState
{
    /// <summary>The link was sent; whether a voice was given with it is not told.</summary>
    Sent,
    Expired,
    Revoked,
}

/// <summary>A link that was sent. It does not say to whom, nor whether it was used: together they would tell who spoke.</summary>
public sealed record VoiceInvitationDetails
{
    public Guid Id { get; init; }

    /// <summary>Null for an outcome of a dialogue.</summary>
    public Guid? CommitmentId { get; init; }

    /// <summary>The dialogue of the outcome; null for other claims.</summary>
    public Guid? DialogueId { get; init; }

    public VoiceClaimKind ClaimKind { get; init; }

    /// <summary>Of the progress report, the closing or the outcome.</summary>
    public Guid ClaimId { get; init; }

    public VoiceInvitationState State { get; init; }

    /// <summary>When the link was sent (UTC).</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Until when a voice can be given with it (UTC); a voice can be withdrawn at any time.</summary>
    public DateTimeOffset ExpiresAt { get; init; }

    internal static VoiceInvitationDetails Of(VoiceInvitation invitation, DateTimeOffset now) =>
        new()
        {
            Id = invitation.Id.Value,
            CommitmentId = invitation.CommitmentId?.Value,
            DialogueId = invitation.DialogueId?.Value,
            ClaimKind = invitation.ClaimKind,
            ClaimId = invitation.ClaimId,
            State =
                invitation.RevokedAt is not null ? VoiceInvitationState.Revoked
                : invitation.ExpiresAt <= now ? VoiceInvitationState.Expired
                : VoiceInvitationState.Sent,
            CreatedAt = invitation.CreatedAt,
            ExpiresAt = invitation.ExpiresAt,
        };
}
