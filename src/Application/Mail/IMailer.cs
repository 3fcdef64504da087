using PartnershipTracker.Domain.Mail;

namespace PartnershipTracker.Application.Mail;

/// <summary>Hands mails over to a pickup folder or an SMTP server.</summary>
public interface IMailer
{
    /// <exception cref="MailRefusedException">The mail was not accepted.</exception>
    Task SendAsync(OutgoingMail mail, CancellationToken ct);
}
