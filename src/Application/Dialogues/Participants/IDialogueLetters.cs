using PartnershipTracker.Application.Mail;

namespace PartnershipTracker.Application.Dialogues;

/// <summary>Writes the text of an invitation in the current language.</summary>
public interface IDialogueLetters
{
    Letter Of(DialogueInvitation invitation);
}

/// <summary>The mail with the personal link of a participant.</summary>
/// <param name="StartsOn">The day in the time zone of the dialogue.</param>
/// <param name="StartTime">The time in the time zone of the dialogue, as HH:mm.</param>
/// <param name="ExpiresOn">The last day on which the link works.</param>
public sealed record DialogueInvitation(
    string Token,
    string Name,
    string Title,
    string Question,
    string Organization,
    DateOnly StartsOn,
    string StartTime,
    string TimeZone,
    string? Place,
    string? Link,
    DateOnly ExpiresOn
);
