namespace PartnershipTracker.Application.Mail;

/// <summary>The outside did not take a mail.</summary>
/// <param name="reason">Our own code, or the SMTP status; never the server's words, which may hold addresses.</param>
/// <param name="isPermanent">
/// Trying again will not help: the server answered 5xx to this mail, or the mail itself cannot be written.
/// </param>
public sealed class MailRefusedException(string reason, bool isPermanent) : Exception(reason)
{
    /// <summary>Such as <c>smtp.550</c>, <c>smtp.timeout</c> or <c>mail.folder</c>.</summary>
    public string Reason { get; } = reason;

    public bool IsPermanent { get; } = isPermanent;
}
