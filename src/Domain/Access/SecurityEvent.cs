using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Domain.Access;

public enum SecurityEventKind
{
    /// <summary>A sign-in link was requested.</summary>
    SignInAsked,

    /// <summary>A person signed in.</summary>
    SignedIn,

    /// <summary>A sign-in link was used up, expired or unknown, or opened in another browser; or too many links were requested.</summary>
    SignInRefused,

    /// <summary>A wrong code was typed.</summary>
    WrongCode,

    /// <summary>A caller was refused something that their role does not allow (403).</summary>
    Forbidden,

    /// <summary>A request that changes data came from a page of another site.</summary>
    OtherSite,

    /// <summary>An API key was issued, or made by a rotation.</summary>
    KeyMade,

    /// <summary>An API key was revoked.</summary>
    KeyRevoked,

    /// <summary>The secretariat read who gave a protected voice.</summary>
    VoiceIdentityRead,
}

/// <summary>
/// Something that matters to whoever watches over the installation. It holds ids and a network, never a secret, an address or a name, and
/// is kept for 90 days.
/// </summary>
public sealed class SecurityEvent : Entity
{
    public const int NetworkMaxLength = 50;

    private SecurityEvent() { }

    /// <param name="userId">Who did it, or who would have signed in; null where that is unknown.</param>
    /// <param name="apiKeyId">The key that was made or revoked, or with which it was done.</param>
    /// <param name="network">The network of the caller, e.g. 203.0.113.0/24; null outside of requests.</param>
    public SecurityEvent(SecurityEventKind kind, UserId? userId, ApiKeyId? apiKeyId, string? network, DateTimeOffset at)
    {
        Kind = kind;
        UserId = userId;
        ApiKeyId = apiKeyId;
        Network = network;
        At = at;
    }

    public SecurityEventKind Kind { get; private set; }

    public DateTimeOffset At { get; private set; }

    public UserId? UserId { get; private set; }

    public ApiKeyId? ApiKeyId { get; private set; }

    public string? Network { get; private set; }
}
