namespace PartnershipTracker.Application.Mail;

/// <summary>A short mail to one person: what it says, the one thing to do, and what else is worth knowing.</summary>
/// <param name="Small">What stands below: why one gets it, what to do if one did not ask.</param>
/// <param name="Code">To be typed elsewhere; with the sentence that says so.</param>
/// <param name="HoldsKey">Its link opens something: the mail is emptied once it is delivered.</param>
public sealed record Letter(
    string Subject, IReadOnlyList<string> Sentences, LetterButton? Button, IReadOnlyList<string> Small, (string Sentence, string Text)? Code = null, bool HoldsKey = false);

/// <param name="Path">Where it leads, below our public address.</param>
public sealed record LetterButton(string Words, string Path);
