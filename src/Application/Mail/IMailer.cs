using PartnershipTracker.Domain.Mail;

namespace PartnershipTracker.Application.Mail;

/// <summary>Hands mail to the outside: a pickup folder, or a server.</summary>
public interface IMailer
{
    /// <exception cref="MailRefusedException">It was not taken.</exception>
    Task SendAsync(OutgoingMail mail, CancellationToken ct);
}
