using PartnershipTracker.Application.Mail;

namespace PartnershipTracker.Application.Voices;

/// <summary>Writes the mail with a link for a voice in the current language.</summary>
public interface IVoiceLetters
{
    Letter Of(VoiceLetter letter);
}

/// <param name="Name">Of the recipient; null where it is unknown.</param>
/// <param name="Organization">The community organization that invites.</param>
/// <param name="ExpiresOn">The last day (UTC) on which a voice can be given with the link.</param>
public sealed record VoiceLetter(VoiceClaimDetails Claim, string? Name, string Organization, string Token, DateOnly ExpiresOn);
