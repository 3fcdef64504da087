using System.Globalization;
using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using PartnershipTracker.Application.Mail;

namespace PartnershipTracker.Infrastructure.Mail;

/// <summary>What a failure of MailKit means to us.</summary>
internal static class SmtpRefusals
{
    /// <returns>Null for what nobody expects: it is a mistake of ours.</returns>
    public static MailRefusedException? WhileOpening(Exception failure, SmtpConnection connection) => failure switch
    {
        MailRefusedException refused => refused,
        SslHandshakeException => new MailRefusedException(
            connection.CertificateProblem is null ? "smtp.protocol" : "smtp.certificate", isPermanent: false),
        SmtpCommandException answer => new MailRefusedException(CodeOf(answer), isPermanent: false),
        _ => OfConnection(failure),
    };

    /// <returns>Null for what nobody expects: it is a mistake of ours.</returns>
    public static MailRefusedException? WhileHandingOver(Exception failure) => failure switch
    {
        MailRefusedException refused => refused,
        SmtpCommandException answer => new MailRefusedException(CodeOf(answer), IsAboutTheMail(answer)),

        // The address is not ASCII, and the server knows no others.
        NotSupportedException => new MailRefusedException("mail.address", isPermanent: true),
        _ => OfConnection(failure),
    };

    /// <summary>Whether the server closes the connection with this answer, whatever it was asked.</summary>
    public static bool IsGoodbye(Exception failure) =>
        failure is SmtpCommandException { StatusCode: SmtpStatusCode.ServiceNotAvailable or (SmtpStatusCode)221 };

    private static MailRefusedException? OfConnection(Exception failure) => failure switch
    {
        AuthenticationException or ServiceNotAuthenticatedException => new MailRefusedException("smtp.authentication", isPermanent: false),
        SmtpProtocolException or ServiceNotConnectedException => new MailRefusedException("smtp.protocol", isPermanent: false),
        TimeoutException => new MailRefusedException("smtp.timeout", isPermanent: false),
        SocketException or IOException => new MailRefusedException("smtp.notReached", isPermanent: false),
        _ => null,
    };

    /// <summary>
    /// A recipient or a content that is refused for good stays refused. A refused sender is our configuration and hits every mail alike:
    /// they wait until the operator mends it; only 552, too large, is about the mail at that point already. 5xx below 540 are about
    /// commands, login and encryption, but for 501, which a malformed address gets.
    /// </summary>
    private static bool IsAboutTheMail(SmtpCommandException answer) => answer.ErrorCode switch
    {
        SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted => (int)answer.StatusCode is 501 or >= 540,
        SmtpErrorCode.SenderNotAccepted => answer.StatusCode == SmtpStatusCode.ExceededStorageAllocation,
        _ => false,
    };

    private static string CodeOf(SmtpCommandException answer) =>
        string.Create(CultureInfo.InvariantCulture, $"smtp.{(int)answer.StatusCode}");
}
