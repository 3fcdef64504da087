using System.Net;
using System.Net.Sockets;

namespace PartnershipTracker.Domain.Common;

/// <summary>
/// The addresses of the public Internet. Source: IANA special-purpose address registries (RFC 6890 and its updates); of IPv6, only what
/// IANA allocates (2000::/3) without its special ranges.
/// </summary>
public static class PublicAddresses
{
    private static readonly IPNetwork[] Special =
    [
        .. new[]
        {
            "0.0.0.0/8", // this network
            "10.0.0.0/8",
            "172.16.0.0/12",
            "192.168.0.0/16", // private
            "100.64.0.0/10", // carrier-grade NAT; also the metadata of one cloud
            "127.0.0.0/8", // loopback
            "168.63.129.16/32", // metadata of another cloud, in a public range
            "169.254.0.0/16", // link-local; the metadata of most clouds
            "192.0.0.0/24", // protocol assignments
            "192.0.2.0/24",
            "198.51.100.0/24",
            "203.0.113.0/24", // documentation
            "192.88.99.0/24", // 6to4 relays
            "198.18.0.0/15", // benchmarks
            "224.0.0.0/3", // multicast, reserved, broadcast
            "2001::/23", // protocol assignments, Teredo among them
            "2001:db8::/32",
            "3fff::/20", // documentation
            "2002::/16", // 6to4: would lead to any IPv4 address
        }.Select(IPNetwork.Parse),
    ];

    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");

    public static bool Contains(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        // NAT64 leads from IPv6-only networks to an IPv4 address, which decides.
        else if (Nat64.Contains(address))
            address = new IPAddress(address.GetAddressBytes().AsSpan(12));
        return (address.AddressFamily == AddressFamily.InterNetwork || GlobalUnicast.Contains(address))
            && !Array.Exists(Special, network => network.Contains(address));
    }
}
