using System.Net;
using System.Net.Sockets;

namespace PartnershipTracker.Api.Common;

/// <summary>The network that a request comes from, wide enough to name nobody.</summary>
internal static class ClientNetwork
{
    private const int BytesOfV4 = 3,
        BytesOfV6 = 8;

    /// <returns>An IPv4 /24 or an IPv6 /64, e.g. <c>203.0.113.0/24</c>; null if the address is unknown.</returns>
    public static string? Of(IPAddress? address)
    {
        if (address is null)
            return null;
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        var kept = address.AddressFamily == AddressFamily.InterNetworkV6 ? BytesOfV6 : BytesOfV4;
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(kept).Clear();
        return $"{new IPAddress(bytes)}/{kept * 8}";
    }
}
