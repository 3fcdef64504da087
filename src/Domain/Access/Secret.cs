using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace PartnershipTracker.Domain.Access;

/// <summary>Random texts that let somebody in. What we keep is only what they hash to.</summary>
public static class Secret
{
    /// <summary>Crockford's Base32: no letter that is taken for a digit, none that makes words.</summary>
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private const int CodeLength = 8;

    /// <summary>192 bits: there is nothing to guess, so a plain hash is enough.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24));

    /// <summary>Eight characters (40 bits) to be read from one screen and typed on another; good for a few attempts only.</summary>
    public static string NewCode() => RandomNumberGenerator.GetString(Alphabet, CodeLength);

    /// <returns>The code as it was made, however it was typed: "k7qm-3txo" is K7QM3TX0. Text that is no code stays wrong.</returns>
    public static string ReadCode(string typed) => new([.. typed.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit).Take(CodeLength + 1).Select(c => c switch
    {
        'O' => '0',
        'I' or 'L' => '1',
        _ => c,
    })]);

    /// <summary>As it is shown: two groups of four.</summary>
    public static string ShowCode(string code) => $"{code[..4]}-{code[4..]}";

    /// <summary>SHA-256 in lower-case hex.</summary>
    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
