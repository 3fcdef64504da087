using MimeKit;

namespace PartnershipTracker.Infrastructure.Mail;

internal static class Mailbox
{
    private static readonly ParserOptions WithDomain = new() { AllowAddressesWithoutDomain = false };

    /// <returns>Null if the text is not an address with a domain, or contains a control character.</returns>
    public static MailboxAddress? Parse(string text) =>
        !text.Any(char.IsControl) && MailboxAddress.TryParse(WithDomain, text, out var mailbox) ? mailbox : null;
}
