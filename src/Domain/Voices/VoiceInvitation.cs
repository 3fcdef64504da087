using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Dialogues;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Domain.Voices;

/// <summary>Its value is random and tells no time.</summary>
public readonly record struct VoiceInvitationId(Guid Value)
{
    public static VoiceInvitationId New() => new(Guid.NewGuid());
}

/// <summary>What can be done with a link for a voice now; computed, never stored.</summary>
public enum VoiceLinkState
{
    /// <summary>Its holder can give a voice.</summary>
    Open,

    /// <summary>A voice was given with it, which its holder can withdraw.</summary>
    Given,

    /// <summary>The voice was withdrawn.</summary>
    Withdrawn,

    Revoked,

    Expired,
}

/// <summary>
/// A personal link with which somebody without an account gives a voice on one claim, and withdraws it at any time. Only the mail contains
/// its token; what is stored is the SHA-256.
/// </summary>
public sealed class VoiceInvitation : AggregateRoot, IHasHistory
{
    /// <summary>How long a voice can be given with it.</summary>
    public static readonly TimeSpan Duration = TimeSpan.FromDays(30);

    private VoiceInvitation() { }

    public VoiceInvitationId Id { get; private set; }

    /// <summary>Null for an outcome of a dialogue.</summary>
    public CommitmentId? CommitmentId { get; private set; }

    /// <summary>The dialogue of the outcome; null for a claim of a commitment.</summary>
    public DialogueId? DialogueId { get; private set; }

    /// <inheritdoc cref="VoiceSubject.ScopeId"/>
    public Guid ScopeId { get; private set; }

    public VoiceClaimKind ClaimKind { get; private set; }

    public Guid ClaimId { get; private set; }

    /// <summary>The community organization that invites.</summary>
    public OrganizationId OrganizationId { get; private set; }

    /// <summary>One of the six UN languages; null where it is unknown.</summary>
    public string? Language { get; private set; }

    public string Hash { get; private set; } = "";

    /// <summary>As in <see cref="VoiceIdentity"/>; null once the person withdrew, or the link is revoked.</summary>
    public string? PersonKey { get; private set; }

    /// <summary>Name and address, encrypted; null as for the key.</summary>
    public string? Encrypted { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>The voice that was given with it last.</summary>
    public VoiceId? VoiceId { get; private set; }

    public DateTimeOffset? WithdrawnAt { get; private set; }

    public HistorySubject HistorySubject => new(null, OrganizationId.Value, null);

    public VoiceClaim Claim => new(ClaimKind, ClaimId);

    /// <returns>The invitation to store and the token to mail.</returns>
    public static (VoiceInvitation Invitation, string Token) Make(
        VoiceSubject subject,
        VoiceClaim claim,
        OrganizationId organization,
        VoicePerson person,
        string? language,
        DateTimeOffset now
    )
    {
        var token = Secret.New();
        var invitation = new VoiceInvitation
        {
            Id = VoiceInvitationId.New(),
            CommitmentId = subject.CommitmentId,
            DialogueId = subject.DialogueId,
            ScopeId = subject.ScopeId,
            ClaimKind = claim.Kind,
            ClaimId = claim.Id,
            OrganizationId = organization,
            Language = language,
            Hash = Secret.HashOf(token),
            PersonKey = person.Key,
            Encrypted = person.Encrypted,
            CreatedAt = now,
            ExpiresAt = now + Duration,
        };
        invitation.Raise(new VoiceInvitationSent(organization));
        return (invitation, token);
    }

    /// <summary>Its voice can be withdrawn after the link expired or was revoked.</summary>
    public VoiceLinkState StateAt(DateTimeOffset now) =>
        this switch
        {
            { WithdrawnAt: not null } => VoiceLinkState.Withdrawn,
            { VoiceId: not null } => VoiceLinkState.Given,
            { RevokedAt: not null } => VoiceLinkState.Revoked,
            _ when ExpiresAt <= now => VoiceLinkState.Expired,
            _ => VoiceLinkState.Open,
        };

    /// <summary>Whether a voice can be given, or given anew instead of the former.</summary>
    public bool CanGiveAt(DateTimeOffset now) =>
        RevokedAt is null && ExpiresAt > now && StateAt(now) is VoiceLinkState.Open or VoiceLinkState.Given;

    /// <summary>No event: it would tell when a protected person spoke, and the voice has its own.</summary>
    /// <exception cref="DomainException">No voice can be given with it any more.</exception>
    public void Use(VoiceId voice, DateTimeOffset now)
    {
        if (!CanGiveAt(now))
            throw VoiceErrors.LinkNotUsable(RevokedAt is not null ? VoiceLinkState.Revoked : StateAt(now));
        VoiceId = voice;
    }

    /// <summary>
    /// Forgets the person with their voice, or a link that they never used with their last voice on other claims. The link only says that
    /// they withdrew.
    /// </summary>
    public void Forget(DateTimeOffset now)
    {
        WithdrawnAt = now;
        PersonKey = null;
        Encrypted = null;
    }

    /// <summary>No voice can be given with it any more. A voice that was given stays. Revoking it again does nothing.</summary>
    public void Revoke(DateTimeOffset now)
    {
        if (RevokedAt is not null)
            return;
        RevokedAt = now;
        if (VoiceId is null)
        {
            PersonKey = null;
            Encrypted = null;
        }

        Raise(new VoiceInvitationRevoked(OrganizationId));
    }
}

/// <summary>A person as they are stored: told apart by the key, and readable only with the keys of the installation.</summary>
public sealed record VoicePerson(string Key, string Encrypted);
