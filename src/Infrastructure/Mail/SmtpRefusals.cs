using System.Globalization;
using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using PartnershipTracker.Application.Mail;

namespace PartnershipTracker.Infrastructure.Mail;

/// <summary>Translates exceptions of MailKit into refusals of a mail.</summary>
internal static class SmtpRefusals
{
    /// <returns>Null for an unexpected exception, which is an error of the program.</returns>
    public static MailRefusedException? WhileOpening(Exception failure, SmtpConnection connection) => failure switch
    {
        MailRefusedException refused => refused,
        SslHandshakeException => new MailRefusedException(
            connection.CertificateProblem is null ? "smtp.protocol" : "smtp.certificate", isPermanent: false),
        SmtpCommandException answer => new MailRefusedException(CodeOf(answer), isPermanent: false),
        _ => OfConnection(failure),
    };

    /// <returns>Null for an unexpected exception, which is an error of the program.</returns>
    public static MailRefusedException? WhileHandingOver(Exception failure) => failure switch
    {
        MailRefusedException refused => refused,
        SmtpCommandException answer => new MailRefusedException(CodeOf(answer), IsAboutTheMail(answer)),

        // The address is not ASCII, and the server does not support other addresses.
        NotSupportedException => new MailRefusedException("mail.address", isPermanent: true),
        _ => OfConnection(failure),
    };

    /// <summary>Whether the server closes the connection with this answer, whatever the command was.</summary>
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
    /// A recipient or a content that is refused permanently stays refused. A refused sender is an error of our configuration and affects
    /// every mail, so mails wait until the operator corrects it; only 552 (too large) at that point concerns the mail itself. 5xx codes
    /// below 540 are about commands, login and encryption, except 501, which a malformed address gets.
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
