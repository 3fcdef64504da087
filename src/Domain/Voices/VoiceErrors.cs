using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Domain.Voices;

/// <summary>All refusals about voices; the sentences are text resources of the same name.</summary>
public static class VoiceErrors
{
    public static DomainException Empty() => DomainException.Refused("voice.empty", "text");

    public static DomainException LabelMissing() => DomainException.Refused("voice.labelMissing", "label");

    public static DomainException ConsentMissing() => DomainException.Refused("voice.consentMissing", "mayBeRecognized");

    public static DomainException Withdrawn() => DomainException.Refused("voice.withdrawn");

    public static DomainException Hidden() => DomainException.Refused("voice.hidden");

    public static DomainException NotHidden() => DomainException.Refused("voice.notHidden");

    /// <summary>The progress report was returned, or the commitment is open again.</summary>
    public static DomainException ClaimEnded() => DomainException.Refused("voice.claimEnded", "claimId");

    public static DomainException NotCommunity() => DomainException.Forbidden("voice.notCommunity");

    public static DomainException MediaTooLarge(int maxMegabytes) => DomainException.Refused("voice.mediaTooLarge", "media", maxMegabytes);

    /// <summary>It is no photo or voice note of a type that is accepted.</summary>
    public static DomainException MediaTypeRefused() => DomainException.Refused("voice.mediaTypeRefused", "media");

    /// <summary>Metadata cannot be removed from it safely.</summary>
    public static DomainException MediaM4aRefused() => DomainException.Refused("voice.mediaM4aRefused", "media");

    public static DomainException MediaMalformed() => DomainException.Refused("voice.mediaMalformed", "media");

    public static DomainException LinkNotUsable(VoiceLinkState state) => DomainException.Refused("voice.linkNotUsable", null, state);
}
