using PartnershipTracker.Domain.Mail;

namespace PartnershipTracker.Application.Mail;

/// <summary>A short mail to one person.</summary>
/// <param name="Subject">Its heading, too.</param>
/// <param name="Button">The words of the one link.</param>
/// <param name="Path">Where the link leads, below our public address.</param>
/// <param name="Small">What stands below: why one gets it, what to do if one did not ask.</param>
/// <param name="Code">To be typed elsewhere; with the sentence that says so.</param>
public sealed record Letter(string Subject, IReadOnlyList<string> Sentences, string Button, string Path, string Small, (string Sentence, string Text)? Code = null);

/// <summary>Lays letters out, as HTML and as text.</summary>
public interface ILetterRenderer
{
    Task<OutgoingMail> RenderAsync(string recipient, Letter letter);
}
