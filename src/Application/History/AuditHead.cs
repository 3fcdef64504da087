using System.Text.RegularExpressions;

namespace PartnershipTracker.Application.History;

/// <summary>The last sealed entry. Keeping a copy makes it possible to prove later that no entry up to it was changed or removed.</summary>
/// <param name="Number">The number of sealed entries.</param>
/// <param name="Hash">SHA-256 in lower-case hex.</param>
public sealed partial record AuditHead(long Number, string Hash)
{
    public const int HashLength = 64;

    /// <returns>Whether the text can be the hash of an entry, in upper or lower case.</returns>
    public static bool IsHash(string text) => Hex().IsMatch(text);

    [GeneratedRegex("^[0-9a-fA-F]{64}$")]
    private static partial Regex Hex();
}
