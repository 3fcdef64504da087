using System.Net.Security;

namespace PartnershipTracker.Infrastructure.Mail;

/// <summary>How mail is sent (<c>Mail:*</c>).</summary>
public sealed record MailOptions
{
    public MailMode Mode { get; init; } = MailMode.Pickup;

    /// <summary>Relative to the working directory.</summary>
    public string PickupFolder { get; init; } = Path.Combine("data", "mail");

    public string From { get; init; } = "PartnershipTracker <tracker@localhost>";

    public SmtpOptions Smtp { get; init; } = new();

    /// <summary>The time limit for opening a connection, and again for sending one mail.</summary>
    internal TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How long an idle connection stays open for the next mail.</summary>
    internal TimeSpan KeepOpen { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Which certificates are accepted: those for which the system finds no error.</summary>
    internal RemoteCertificateValidationCallback Trusts { get; init; } = (_, _, _, errors) => errors == SslPolicyErrors.None;
}
