using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace PartnershipTracker.Domain.Access;

/// <summary>Random secrets for signing in. Only their hashes are stored.</summary>
public static class Secret
{
    /// <summary>Crockford's Base32: without I, L and O, which look like digits, and without U, which would allow offensive words.</summary>
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private const int CodeLength = 8;

    /// <summary>192 random bits, which cannot be guessed, so that a plain hash is enough.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24));

    /// <summary>
    /// Eight characters (40 bits) to be read on one screen and typed on another. Safe only where few attempts are allowed.
    /// </summary>
    public static string NewCode() => RandomNumberGenerator.GetString(Alphabet, CodeLength);

    /// <returns>The code as it was created, however it was typed: "k7qm-3txo" is K7QM3TX0. Any other text matches no code.</returns>
    public static string ReadCode(string typed) =>
        new([
            .. typed
                .ToUpperInvariant()
                .Where(char.IsAsciiLetterOrDigit)
                .Take(CodeLength + 1)
                .Select(c =>
                    c switch
                    {
                        'O' => '0',
                        'I' or 'L' => '1',
                        _ => c,
                    }
                ),
        ]);

    /// <summary>The code for display, in two groups of four.</summary>
    public static string ShowCode(string code) => $"{code[..4]}-{code[4..]}";

    /// <summary>SHA-256 in lower-case hex.</summary>
    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
