using PartnershipTracker.Domain.Mail;

namespace PartnershipTracker.Application.Mail;

/// <summary>Renders a letter as HTML and as text in the language of its recipient.</summary>
public interface ILetterRenderer
{
    /// <param name="language">One of the six UN languages; English if null, and if there are no texts, which the letter then says.</param>
    /// <param name="write">Writes the letter; runs in the language in which it is rendered.</param>
    Task<OutgoingMail> RenderAsync(string recipient, string? language, Func<Letter> write);
}
