namespace PartnershipTracker.Infrastructure.Mail;

/// <summary>The mail server (<c>Mail:Smtp:*</c>).</summary>
public sealed record SmtpOptions
{
    private readonly MailSecurity? _security;
    private readonly int? _port;

    public string? Host { get; init; }

    public string? User { get; init; }

    public string? Password { get; init; }

    /// <summary>The older setting; it is used only if <see cref="Security"/> is not set.</summary>
    public bool? StartTls { get; init; }

    public MailSecurity Security
    {
        get => _security ?? (StartTls == false ? MailSecurity.None : MailSecurity.StartTls);
        init => _security = value;
    }

    public int Port
    {
        get => _port ?? (Security == MailSecurity.Tls ? 465 : 587);
        init => _port = value;
    }
}
