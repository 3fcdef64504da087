using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Dialogues;
using PartnershipTracker.Application.Mail;

namespace PartnershipTracker.Api.Dialogues;

/// <summary>Writes the mail with the personal link of a participant.</summary>
internal sealed class DialogueLetters : IDialogueLetters
{
    public Letter Of(DialogueInvitation invitation) =>
        new(
            Texts.Mail("dialogue.subject", invitation.Title),
            [
                Texts.Mail("dialogue.dear", invitation.Name),
                Texts.Mail("dialogue.invites", invitation.Organization, invitation.Title),
                Texts.Mail("dialogue.question", invitation.Question),
                Texts.Mail("dialogue.when", invitation.StartsOn, invitation.StartTime, invitation.TimeZone),
                .. invitation.Place is { } place ? [Texts.Mail("dialogue.place", place)] : Array.Empty<string>(),
                .. invitation.Link is { } link ? [Texts.Mail("dialogue.link", link)] : Array.Empty<string>(),
                Texts.Mail("dialogue.how"),
            ],
            new LetterLink(Texts.Mail("dialogue.button"), DialogueLinkPages.Path + invitation.Token),
            [
                Texts.Mail("dialogue.works", invitation.ExpiresOn),
                Texts.Mail("dialogue.secret"),
                Texts.Mail("dialogue.shown"),
                Texts.Mail("dialogue.notYou", invitation.Organization),
            ],
            HoldsKey: true,
            Lines: [new LetterLink(Texts.Mail("dialogue.calendar"), DialogueLinkPages.Path + invitation.Token + DialogueLinkPages.Calendar)]
        );
}
