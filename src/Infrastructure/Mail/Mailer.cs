using Microsoft.Extensions.Logging;
using MimeKit;
using PartnershipTracker.Application.Mail;
using PartnershipTracker.Domain.Mail;
using PartnershipTracker.Infrastructure.Files;

namespace PartnershipTracker.Infrastructure.Mail;

/// <summary>Composes mail with MimeKit and sends it to a server or writes it into a folder (docs/adr/0024).</summary>
public sealed class Mailer(MailOptions options, ILogger<Mailer> logger) : IMailer, IDisposable
{
    private static readonly FormatOptions WithCrLf = CrLf();

    private readonly SmtpConnections _connections = new(options, logger);

    public async Task SendAsync(OutgoingMail mail, CancellationToken ct)
    {
        using var message = MessageOf(mail);
        if (options.Mode == MailMode.Pickup)
            await PickupAsync(mail, message, ct);
        else
            await _connections.SendAsync(message, ct);
    }

    public void Dispose() => _connections.Dispose();

    /// <summary>
    /// The file is named after the mail and is moved into place when complete, so that a second delivery replaces the first. It may hold a
    /// sign-in link.
    /// </summary>
    private async Task PickupAsync(OutgoingMail mail, MimeMessage message, CancellationToken ct)
    {
        var writing = Path.Combine(options.PickupFolder, $".{mail.Id.Value}.{Guid.NewGuid():N}");
        try
        {
            PrivateFiles.CreateFolder(options.PickupFolder);
            await using (var file = PrivateFiles.Create(writing))
            {
                await message.WriteToAsync(WithCrLf, file, ct);
                file.Flush(flushToDisk: true);
            }

            File.Move(writing, Path.Combine(options.PickupFolder, mail.Id.Value + ".eml"), overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MailRefusedException("mail.folder", isPermanent: false);
        }
        finally
        {
            TryDelete(writing);
        }
    }

    private static void TryDelete(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The temporary file was moved, or the folder is not writable at all.
        }
    }

    /// <summary>The message is the same each time it is sent: id and date are taken from the row.</summary>
    private MimeMessage MessageOf(OutgoingMail mail)
    {
        var recipient = Mailbox.Parse(mail.Recipient) ?? throw new MailRefusedException("mail.address", isPermanent: true);
        var sender = Mailbox.Parse(options.From)!;
        var body = new BodyBuilder { TextBody = mail.Text, HtmlBody = mail.Html }.ToMessageBody();
        var message = new MimeMessage([sender], [recipient], OneLine(mail.Subject), body)
        {
            Date = mail.CreatedAt,
            MessageId = $"{mail.Id.Value}@{MailboxAddress.EncodeAddrspec(sender.Address).Split('@')[^1]}",
        };
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Prepare(EncodingConstraint.SevenBit);
        return message;
    }

    private static string OneLine(string subject) => string.Concat(subject.Select(c => char.IsControl(c) ? ' ' : c));

    private static FormatOptions CrLf()
    {
        var options = FormatOptions.Default.Clone();
        options.NewLineFormat = NewLineFormat.Dos;
        return options;
    }
}
