using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using Microsoft.Extensions.Configuration;
using PartnershipTracker.Application.Mail;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Mail;
using PartnershipTracker.Infrastructure.Persistence;

namespace PartnershipTracker.Infrastructure.Mail;

public enum MailMode
{
    /// <summary>Writes .eml files into a folder: the embedded default.</summary>
    Pickup,

    /// <summary>Sends to a server.</summary>
    Smtp,
}

/// <summary>How mail leaves us (<c>Mail:*</c>).</summary>
public sealed record MailOptions(
    MailMode Mode, string PickupFolder, MailAddress From, string Host, int Port, string? User, string? Password, bool StartTls)
{
    /// <exception cref="ConfigurationException">A value is missing or makes no sense.</exception>
    public static MailOptions Read(IConfiguration configuration)
    {
        var mail = configuration.GetSection("Mail");
        var mode = Blank.ToNull(mail["Mode"]) ?? nameof(MailMode.Pickup);
        if (!Enum.TryParse<MailMode>(mode, ignoreCase: true, out var parsed) || !Enum.IsDefined(parsed))
            throw new ConfigurationException($"Mail:Mode is '{mode}', but must be Pickup or Smtp.");
        var from = Blank.ToNull(mail["From"]) ?? "PartnershipTracker <tracker@localhost>";
        if (!MailAddress.TryCreate(from, out var sender)) throw new ConfigurationException($"Mail:From is '{from}', but must be an email address.");
        var port = Blank.ToNull(mail["Smtp:Port"]) ?? "587";
        if (!int.TryParse(port, out var portNumber) || portNumber is < 1 or > 65535) throw new ConfigurationException($"Mail:Smtp:Port is '{port}', but must be 1 to 65535.");
        var tls = Blank.ToNull(mail["Smtp:StartTls"]) ?? "true";
        if (!bool.TryParse(tls, out var startTls)) throw new ConfigurationException($"Mail:Smtp:StartTls is '{tls}', but must be true or false.");
        var host = Blank.ToNull(mail["Smtp:Host"]);
        if (parsed == MailMode.Smtp && host is null) throw new ConfigurationException("Mail:Smtp:Host is missing; Mail:Mode Smtp needs it.");

        return new MailOptions(
            parsed, Path.GetFullPath(Blank.ToNull(mail["PickupFolder"]) ?? Path.Combine("data", "mail")), sender, host ?? "", portNumber,
            Blank.ToNull(mail["Smtp:User"]), Blank.ToNull(mail["Smtp:Password"]), startTls);
    }
}

/// <summary>Delivers through <see cref="SmtpClient"/>, to a server or into a folder.</summary>
internal sealed class Mailer(MailOptions options) : IMailer
{
    public async Task SendAsync(OutgoingMail mail, CancellationToken ct)
    {
        try
        {
            using var message = MessageOf(mail);
            if (options.Mode == MailMode.Pickup) Pickup(mail, message);
            else await SendAsync(message, ct);
        }
        catch (Exception e) when (e is SmtpException or IOException or UnauthorizedAccessException)
        {
            // The server's own words may hold addresses; the kind of failure says enough.
            throw new MailRefusedException(e is SmtpException smtp ? smtp.StatusCode.ToString() : e.GetType().Name, isPermanent: false);
        }
    }

    private async Task SendAsync(MailMessage message, CancellationToken ct)
    {
        using var client = new SmtpClient(options.Host, options.Port) { EnableSsl = options.StartTls };
        if (options.User is { } user) client.Credentials = new NetworkCredential(user, options.Password);
        await client.SendMailAsync(message, ct);
    }

    /// <summary>The file is named after the mail and appears whole, so that a second delivery replaces the first.</summary>
    private void Pickup(OutgoingMail mail, MailMessage message)
    {
        Directory.CreateDirectory(options.PickupFolder);
        var writing = Directory.CreateDirectory(Path.Combine(options.PickupFolder, ".writing-" + mail.Id.Value.ToString("N")));
        try
        {
            using (var client = new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = writing.FullName })
                client.Send(message);
            File.Move(writing.GetFiles("*.eml").Single().FullName, Path.Combine(options.PickupFolder, mail.Id.Value + ".eml"), overwrite: true);
        }
        finally
        {
            writing.Delete(recursive: true);
        }
    }

    private MailMessage MessageOf(OutgoingMail mail)
    {
        var message = new MailMessage(options.From, new MailAddress(mail.Recipient))
        {
            Subject = mail.Subject,
            SubjectEncoding = Encoding.UTF8,
            Body = mail.Text,
            BodyEncoding = Encoding.UTF8,
        };
        message.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(mail.Html, Encoding.UTF8, MediaTypeNames.Text.Html));
        message.Headers.Add("Message-ID", $"<{mail.Id.Value}@{options.From.Host}>");
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;
    }
}
