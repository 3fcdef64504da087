using System.Net;
using System.Net.Sockets;

namespace PartnershipTracker.Api.Common;

internal static class Networks
{
    private const int SubscriberBytes = 8,
        NeighboursBytes = 3;

    /// <returns>The IPv4 address, or the /64 network that one IPv6 subscriber has; empty if the address is unknown.</returns>
    public static string Of(IPAddress? address) =>
        Plain(address) is { AddressFamily: AddressFamily.InterNetwork } single ? single.ToString() : WideOf(address) ?? "";

    /// <returns>A network so wide that it identifies no person: an IPv4 /24 or an IPv6 /64; null if the address is unknown.</returns>
    public static string? WideOf(IPAddress? address)
    {
        if (Plain(address) is not { } known)
            return null;
        var kept = known.AddressFamily == AddressFamily.InterNetworkV6 ? SubscriberBytes : NeighboursBytes;
        var bytes = known.GetAddressBytes();
        bytes.AsSpan(kept).Clear();
        return $"{new IPAddress(bytes)}/{kept * 8}";
    }

    /// <summary>A socket for both versions gives IPv4 addresses as IPv6.</summary>
    private static IPAddress? Plain(IPAddress? address) => address?.IsIPv4MappedToIPv6 == true ? address.MapToIPv4() : address;
}
