namespace PartnershipTracker.Infrastructure.Mail;

public enum MailSecurity
{
    /// <summary>Everything goes in clear, the password too.</summary>
    None,

    /// <summary>Begins in clear and must become TLS before anything is said.</summary>
    StartTls,

    /// <summary>TLS from the first byte.</summary>
    Tls,

    /// <summary>TLS on port 465, elsewhere where the server offers it; a password never goes in clear.</summary>
    Auto,
}
