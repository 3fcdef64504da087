using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Mail;
using PartnershipTracker.Application.Voices;

namespace PartnershipTracker.Api.Voices;

/// <summary>Writes the mail with a link for a voice.</summary>
internal sealed class VoiceLetters : IVoiceLetters
{
    public Letter Of(VoiceLetter letter) =>
        new(
            Texts.Mail("voice.subject", letter.Claim.SubjectTitle),
            [
                letter.Name is { } name ? Texts.Mail("link.dear", name) : Texts.Mail("voice.dear"),
                Texts.Mail(
                    letter.Claim.DialogueId is null ? "voice.asks" : "voice.asks.outcome",
                    letter.Organization,
                    letter.Claim.OrganizationName,
                    letter.Claim.SubjectTitle
                ),
                Texts.Mail("voice.how"),
                Texts.Mail("voice.protected"),
            ],
            new LetterLink(Texts.Mail("voice.button"), VoiceLinkPages.Path + letter.Token),
            [Texts.Mail("voice.works", letter.ExpiresOn), Texts.Mail("link.secret"), Texts.Mail("voice.notYou")],
            HoldsKey: true
        );
}
