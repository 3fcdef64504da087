namespace PartnershipTracker.Infrastructure.Mail;

public enum MailSecurity
{
    /// <summary>No encryption, not even for the password.</summary>
    None,

    /// <summary>STARTTLS: the connection begins without encryption and must change to TLS before anything is sent.</summary>
    StartTls,

    /// <summary>TLS from the first byte.</summary>
    Tls,

    /// <summary>TLS on port 465; on other ports STARTTLS if the server offers it. A password is never sent without encryption.</summary>
    Auto,
}
