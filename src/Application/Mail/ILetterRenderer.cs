using PartnershipTracker.Domain.Mail;

namespace PartnershipTracker.Application.Mail;

/// <summary>Renders a letter as HTML and as text in the current language.</summary>
public interface ILetterRenderer
{
    Task<OutgoingMail> RenderAsync(string recipient, Letter letter);
}
