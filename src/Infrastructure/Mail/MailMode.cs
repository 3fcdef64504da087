namespace PartnershipTracker.Infrastructure.Mail;

public enum MailMode
{
    /// <summary>Writes .eml files into a folder: the embedded default.</summary>
    Pickup,

    /// <summary>Sends to a server.</summary>
    Smtp,
}
