using System.Net.Mail;

namespace PartnershipTracker.Domain.Common;

/// <summary>The rules for email addresses.</summary>
public static class Email
{
    /// <summary>RFC 5321, 4.5.3.1.3: a path is at most 256 octets, brackets included.</summary>
    public const int MaxLength = 254;

    /// <summary>A bare address with a domain; no display name, no line break that could start a header.</summary>
    public static bool IsValid(string? text) =>
        text is { Length: > 2 and <= MaxLength }
        && TextRules.IsLine(text)
        && !text.Any(c => c is ',' or '"')
        && MailAddress.TryCreate(text.Trim(), out var address)
        && address.Address == text.Trim()
        && !address.Host.Contains(' ', StringComparison.Ordinal);

    public static string Normalize(string address) => address.Trim().ToLowerInvariant();
}
