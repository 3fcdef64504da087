using System.Net.Security;
using Microsoft.Extensions.Configuration;
using MimeKit;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Infrastructure.Persistence;

namespace PartnershipTracker.Infrastructure.Mail;

public enum MailMode
{
    /// <summary>Writes .eml files into a folder: the embedded default.</summary>
    Pickup,

    /// <summary>Sends to a server.</summary>
    Smtp,
}

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

/// <summary>How mail leaves us (<c>Mail:*</c>).</summary>
public sealed record MailOptions(
    MailMode Mode, string PickupFolder, MailboxAddress From, string Host, int Port, string? User, string? Password, MailSecurity Security)
{
    private static readonly ParserOptions WithDomain = new() { AllowAddressesWithoutDomain = false };

    /// <summary>For opening a connection, and again for handing over a mail.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How long a connection that nobody needs stays open for the next mail.</summary>
    public TimeSpan KeepOpen { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Which certificates we take: those the system finds nothing wrong with.</summary>
    public RemoteCertificateValidationCallback Trusts { get; init; } = (_, _, _, errors) => errors == SslPolicyErrors.None;

    /// <summary>Whether the configuration still says <c>Mail:Smtp:StartTls</c>, the name before <c>Mail:Smtp:Security</c>.</summary>
    public bool SaysStartTls { get; init; }

    /// <exception cref="ConfigurationException">A value is missing or makes no sense.</exception>
    public static MailOptions Read(IConfiguration configuration)
    {
        var mail = configuration.GetSection("Mail");
        var mode = Choice(mail, "Mode", MailMode.Pickup, "Pickup or Smtp");
        var host = Blank.ToNull(mail["Smtp:Host"]);
        if (mode == MailMode.Smtp && host is null) throw new ConfigurationException("Mail:Smtp:Host is missing; Mail:Mode Smtp needs it.");
        var startTls = Rules.YesOrNo(configuration, "Mail:Smtp:StartTls", otherwise: true);
        var security = Choice(mail, "Smtp:Security", startTls ? MailSecurity.StartTls : MailSecurity.None, "None, StartTls, Tls or Auto");

        return new MailOptions(
            mode, Path.GetFullPath(Blank.ToNull(mail["PickupFolder"]) ?? Path.Combine("data", "mail")), SenderOf(mail), host ?? "",
            PortOf(mail, security), Blank.ToNull(mail["Smtp:User"]), Blank.ToNull(mail["Smtp:Password"]), security)
        {
            SaysStartTls = Blank.ToNull(mail["Smtp:StartTls"]) is not null,
        };
    }

    /// <returns>Null where the text is no address with a domain, or holds a control character.</returns>
    internal static MailboxAddress? Mailbox(string text) =>
        !text.Any(char.IsControl) && MailboxAddress.TryParse(WithDomain, text, out var mailbox) ? mailbox : null;

    /// <summary>MimeKit takes anything behind the @; our Message-ID ends with it, and servers look it up.</summary>
    private static MailboxAddress SenderOf(IConfigurationSection mail)
    {
        var from = Blank.ToNull(mail["From"]) ?? "PartnershipTracker <tracker@localhost>";
        return Mailbox(from) is { } sender && Uri.CheckHostName(sender.Domain) == UriHostNameType.Dns
            ? sender
            : throw new ConfigurationException($"Mail:From is '{from}', but must be an email address.");
    }

    private static int PortOf(IConfigurationSection mail, MailSecurity security)
    {
        var port = Blank.ToNull(mail["Smtp:Port"]) ?? (security == MailSecurity.Tls ? "465" : "587");
        return int.TryParse(port, out var number) && number is >= 1 and <= 65535
            ? number
            : throw new ConfigurationException($"Mail:Smtp:Port is '{port}', but must be 1 to 65535.");
    }

    private static T Choice<T>(IConfigurationSection mail, string key, T otherwise, string choices)
        where T : struct, Enum
    {
        if (Blank.ToNull(mail[key]) is not { } text) return otherwise;
        return Array.Find(Enum.GetNames<T>(), name => name.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } name
            ? Enum.Parse<T>(name)
            : throw new ConfigurationException($"Mail:{key} is '{text}', but must be {choices}.");
    }
}
