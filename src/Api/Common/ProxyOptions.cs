using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace PartnershipTracker.Api.Common;

/// <summary>The reverse proxies in front of the program (<c>Proxy:*</c>).</summary>
internal sealed class ProxyOptions
{
    /// <summary>
    /// Addresses and networks, separated by commas: <c>127.0.0.1, 10.1.0.0/16</c>. What others write into <c>X-Forwarded-For</c> and
    /// <c>X-Forwarded-Proto</c> is ignored, because anybody can send these headers.
    /// </summary>
    public string? Trusted { get; init; }

    /// <summary>Null if one of them is neither an address nor a network.</summary>
    public IReadOnlyList<System.Net.IPNetwork>? Networks
    {
        get
        {
            var parts = (Trusted ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            var networks = parts.Select(NetworkOf).OfType<System.Net.IPNetwork>().ToList();
            return networks.Count == parts.Length ? networks : null;
        }
    }

    /// <summary>Without a trusted proxy both headers are ignored: an empty list would make the framework believe everybody.</summary>
    public void Apply(ForwardedHeadersOptions options)
    {
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in Networks ?? [])
            options.KnownIPNetworks.Add(network);
        options.ForwardedHeaders =
            options.KnownIPNetworks.Count > 0 ? ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto : ForwardedHeaders.None;

        // As many proxies in a row as are trusted; the first address that is not trusted is the caller.
        options.ForwardLimit = null;
    }

    private static System.Net.IPNetwork? NetworkOf(string text) =>
        System.Net.IPNetwork.TryParse(text, out var network) ? network
        : IPAddress.TryParse(text, out var address) ? new System.Net.IPNetwork(address, address.GetAddressBytes().Length * 8)
        : null;
}
