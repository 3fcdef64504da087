using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Mail;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Application.Voices;

/// <summary>That there are new voices on a commitment, or on the outcomes of a dialogue.</summary>
/// <param name="SubjectId">Of the commitment or the dialogue.</param>
/// <param name="Title">Of the commitment or the dialogue.</param>
/// <param name="OrganizationId">The organization that can answer them.</param>
/// <param name="Count">How many.</param>
internal sealed record VoiceNotice(Guid SubjectId, bool IsDialogue, string Title, OrganizationId OrganizationId, int Count);

/// <summary>The mail about new voices. It holds nothing of them, because nobody can call a mail back.</summary>
internal static class VoiceNoticeLetter
{
    /// <param name="name">Of the recipient; null where it is unknown.</param>
    public static Letter Of(VoiceNotice notice, string? name) =>
        new(
            Texts.Count("mail.voiceNotice.subject", notice.Count, notice.Title),
            [
                name is null ? Texts.Mail("voice.dear") : Texts.Mail("dear", name),
                notice.IsDialogue
                    ? Texts.Count("mail.voiceNotice.dialogue", notice.Count, notice.Title)
                    : Texts.Count("mail.voiceNotice.commitment", notice.Count, notice.Title),
                Texts.Mail("voiceNotice.read"),
                Texts.Mail("voiceNotice.answer"),
            ],
            new LetterLink(
                Texts.Mail("voiceNotice.open"),
                notice.IsDialogue ? $"dialogues/{notice.SubjectId}/voices" : $"commitments/{notice.SubjectId}/voices"
            ),
            [Texts.Mail("voiceNotice.why")]
        );
}
