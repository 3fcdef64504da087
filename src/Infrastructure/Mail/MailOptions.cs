using System.Net.Security;

namespace PartnershipTracker.Infrastructure.Mail;

/// <summary>How mail leaves us (<c>Mail:*</c>).</summary>
public sealed record MailOptions
{
    public MailMode Mode { get; init; } = MailMode.Pickup;

    /// <summary>Relative to the working directory.</summary>
    public string PickupFolder { get; init; } = Path.Combine("data", "mail");

    public string From { get; init; } = "PartnershipTracker <tracker@localhost>";

    public SmtpOptions Smtp { get; init; } = new();

    /// <summary>For opening a connection, and again for handing over a mail.</summary>
    internal TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How long a connection that nobody needs stays open for the next mail.</summary>
    internal TimeSpan KeepOpen { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Which certificates we take: those the system finds nothing wrong with.</summary>
    internal RemoteCertificateValidationCallback Trusts { get; init; } = (_, _, _, errors) => errors == SslPolicyErrors.None;
}
