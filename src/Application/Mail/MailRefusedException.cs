namespace PartnershipTracker.Application.Mail;

/// <summary>A mail could not be handed over.</summary>
/// <param name="reason">A code of the product or the SMTP status; never the server's message, which may contain addresses.</param>
/// <param name="isPermanent">
/// Another attempt would not help: the server answered 5xx to this mail, or the mail itself cannot be written.
/// </param>
public sealed class MailRefusedException(string reason, bool isPermanent) : Exception(reason)
{
    /// <summary>E.g. <c>smtp.550</c>, <c>smtp.timeout</c> or <c>mail.folder</c>.</summary>
    public string Reason { get; } = reason;

    public bool IsPermanent { get; } = isPermanent;
}
