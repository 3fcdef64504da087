namespace PartnershipTracker.Infrastructure.Mail;

public enum MailMode
{
    /// <summary>Writes .eml files into a folder. This is the default.</summary>
    Pickup,

    /// <summary>Sends to an SMTP server.</summary>
    Smtp,
}
