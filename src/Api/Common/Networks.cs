using System.Net;
using System.Net.Sockets;

namespace PartnershipTracker.Api.Common;

internal static class Networks
{
    private const int SubscriberBytes = 8,
        NeighboursBytes = 3;

    /// <returns>The IPv4 address, or the /64 network that one IPv6 subscriber has; empty if the address is unknown.</returns>
    public static string Of(IPAddress? address)
    {
        if (address?.IsIPv4MappedToIPv6 == true)
            address = address.MapToIPv4();
        return address is { AddressFamily: AddressFamily.InterNetworkV6 }
            ? new IPAddress([.. address.GetAddressBytes()[..SubscriberBytes], .. new byte[SubscriberBytes]]) + "/64"
            : address?.ToString() ?? "";
    }

    /// <returns>A network wide enough to name nobody: an IPv4 /24 or an IPv6 /64; null if the address is unknown.</returns>
    public static string? WideOf(IPAddress? address)
    {
        if (address is null)
            return null;
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        var kept = address.AddressFamily == AddressFamily.InterNetworkV6 ? SubscriberBytes : NeighboursBytes;
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(kept).Clear();
        return $"{new IPAddress(bytes)}/{kept * 8}";
    }
}
