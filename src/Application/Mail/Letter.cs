namespace PartnershipTracker.Application.Mail;

/// <summary>A short mail to one person: its sentences, one button, and further information.</summary>
/// <param name="Small">The small print: why the person receives the mail, and what to do if they did not request it.</param>
/// <param name="Code">A code to enter elsewhere, with the sentence that explains it.</param>
/// <param name="Lines">A list whose lines lead to pages.</param>
/// <param name="HoldsKey">Whether the link in the mail grants access; such a mail is emptied after delivery.</param>
public sealed record Letter(
    string Subject,
    IReadOnlyList<string> Sentences,
    LetterLink? Button,
    IReadOnlyList<string> Small,
    (string Sentence, string Text)? Code = null,
    bool HoldsKey = false,
    IReadOnlyList<LetterLink>? Lines = null
);

/// <param name="Path">The path of the page, relative to the public address.</param>
public sealed record LetterLink(string Words, string Path);
