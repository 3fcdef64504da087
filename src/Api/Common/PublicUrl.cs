using PartnershipTracker.Infrastructure.Persistence;

namespace PartnershipTracker.Api.Common;

/// <summary>Where people reach us, for links in mail (<c>Tracker:PublicUrl</c>).</summary>
public sealed record PublicUrl(Uri Address)
{
    /// <exception cref="ConfigurationException">It is not an absolute http(s) address.</exception>
    public static PublicUrl From(IConfiguration configuration)
    {
        var text = configuration["Tracker:PublicUrl"];
        if (string.IsNullOrWhiteSpace(text)) text = "http://localhost:5080";
        return Uri.TryCreate(text.TrimEnd('/') + "/", UriKind.Absolute, out var address) && address is { Scheme: "http" or "https" }
            ? new PublicUrl(address)
            : throw new ConfigurationException($"Tracker:PublicUrl is '{text}', but must be an absolute http or https address.");
    }

    public string To(string path) => new Uri(Address, path.TrimStart('/')).ToString();
}
