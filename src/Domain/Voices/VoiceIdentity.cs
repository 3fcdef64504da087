using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Domain.Voices;

/// <summary>
/// Who gave a voice, encrypted. It is deleted when the voice is withdrawn, and read by the secretariat alone.
/// </summary>
public sealed class VoiceIdentity : Entity
{
    private VoiceIdentity() { }

    /// <param name="personKey">See <see cref="PersonKey"/>.</param>
    /// <param name="encrypted">Name and address, encrypted.</param>
    public VoiceIdentity(Voice voice, string personKey, string encrypted)
    {
        VoiceId = voice.Id;
        ClaimId = voice.ClaimId;
        PersonKey = personKey;
        Encrypted = encrypted;
    }

    public VoiceId VoiceId { get; private set; }

    /// <summary>The claim of the voice, on which a person has one voice.</summary>
    public Guid ClaimId { get; private set; }

    /// <summary>
    /// The same for the same person within a partnership, or within a dialogue outside of partnerships: HMAC-SHA256, in lower-case hex, of
    /// their address with the salt of that scope.
    /// </summary>
    public string PersonKey { get; private set; } = "";

    public string Encrypted { get; private set; } = "";
}

/// <summary>
/// The secret, encrypted, with which the people of one partnership, or of one dialogue outside of partnerships, are told apart; without it
/// no address can be tried out.
/// </summary>
public sealed class VoiceSalt : Entity
{
    private VoiceSalt() { }

    /// <param name="encrypted">The salt, encrypted.</param>
    public VoiceSalt(Guid scopeId, string encrypted)
    {
        ScopeId = scopeId;
        Encrypted = encrypted;
    }

    /// <inheritdoc cref="VoiceSubject.ScopeId"/>
    public Guid ScopeId { get; private set; }

    public string Encrypted { get; private set; } = "";
}
