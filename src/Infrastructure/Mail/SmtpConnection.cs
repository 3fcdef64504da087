using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using PartnershipTracker.Application.Mail;

namespace PartnershipTracker.Infrastructure.Mail;

/// <summary>One connection to the mail server. MailKit's protocol log is off, because mails contain sign-in links.</summary>
internal sealed class SmtpConnection : SmtpClient
{
    private readonly MailOptions _options;
    private bool _hasAccepted;

    public SmtpConnection(MailOptions options)
    {
        _options = options;

        // Revocation lists are fetched from other servers, which an installation in a closed network cannot reach.
        CheckCertificateRevocation = false;

        // MailKit's own rule also accepts a few well-known servers whose root certificate the system does not trust.
        ServerCertificateValidationCallback = (sender, certificate, chain, errors) =>
        {
            if (options.Trusts(sender, certificate, chain, errors)) return true;
            CertificateProblem = ProblemOf(chain, errors);
            return false;
        };
    }

    /// <summary>Why the server's certificate was refused, in the framework's words; null if it was not.</summary>
    public string? CertificateProblem { get; private set; }

    /// <summary>Connects and logs in.</summary>
    public async Task OpenAsync(CancellationToken ct)
    {
        await ConnectAsync(ct);
        if (_options.Smtp.User is not { } user) return;
        if (_options.Smtp.Security == MailSecurity.Auto && !IsSecure) throw new MailRefusedException("smtp.noTls", isPermanent: false);
        try
        {
            await AuthenticateAsync(user, _options.Smtp.Password ?? "", ct);
        }
        catch (NotSupportedException)
        {
            // The server offers no authentication, or no method that MailKit supports.
            throw new MailRefusedException("smtp.authentication", isPermanent: false);
        }
    }

    /// <summary>Sends one mail.</summary>
    public Task HandOverAsync(MimeMessage message, CancellationToken ct)
    {
        _hasAccepted = false;
        return SendAsync(message, ct);
    }

    /// <summary>
    /// Whether the server closed the connection before it accepted anything, so that the mail can be sent over another connection without
    /// being sent twice.
    /// </summary>
    public bool WasStale(Exception failure) => !_hasAccepted
        && (failure is IOException or SocketException or SmtpProtocolException or ServiceNotConnectedException
            || SmtpRefusals.IsGoodbye(failure));

    protected override void OnSenderAccepted(MimeMessage message, MailboxAddress mailbox, SmtpResponse response)
    {
        _hasAccepted = true;
        base.OnSenderAccepted(message, mailbox, response);
    }

    private async Task ConnectAsync(CancellationToken ct)
    {
        try
        {
            await ConnectAsync(_options.Smtp.Host!, _options.Smtp.Port, SocketOptions(_options.Smtp.Security), ct);
        }
        catch (NotSupportedException)
        {
            throw new MailRefusedException("smtp.noTls", isPermanent: false);
        }
    }

    private static SecureSocketOptions SocketOptions(MailSecurity security) => security switch
    {
        MailSecurity.None => SecureSocketOptions.None,
        MailSecurity.StartTls => SecureSocketOptions.StartTls,
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        _ => SecureSocketOptions.Auto,
    };

    private static string ProblemOf(X509Chain? chain, SslPolicyErrors errors) =>
        string.Join(", ", (chain?.ChainStatus ?? []).Select(s => s.Status.ToString()).Prepend(errors.ToString()).Distinct());
}
