using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PartnershipTracker.Domain.Webhooks;

/// <summary>
/// The secret that signs deliveries, so that receivers can check where they come from. Source: Standard Webhooks specification 1.0.0,
/// symmetric signatures.
/// </summary>
public static class WebhookSecret
{
    private const string Prefix = "whsec_";

    public static string New() => Prefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    /// <returns><c>v1,</c> and the base64 of HMAC-SHA-256 over "id.timestamp.body".</returns>
    public static string Sign(string secret, string id, DateTimeOffset timestamp, ReadOnlySpan<byte> body)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Convert.FromBase64String(secret[Prefix.Length..]));
        hmac.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{timestamp.ToUnixTimeSeconds()}.")));
        hmac.AppendData(body);
        return "v1," + Convert.ToBase64String(hmac.GetHashAndReset());
    }
}
