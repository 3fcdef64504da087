using System.Net;
using System.Net.Sockets;

namespace PartnershipTracker.Infrastructure.Http;

/// <summary>
/// The way to addresses that a stranger wrote. Names are looked up here and the connection goes to the address that was looked at, so that no name
/// can lead elsewhere in between. No redirects, no proxy, no cookies, no credentials; of a body at most a few kilobytes are read.
/// </summary>
internal static class PublicOnlyHttpHandler
{
    private const int BufferSize = 65536;

    /// <param name="mayVisit">Where we go: all addresses of a name must be allowed.</param>
    /// <param name="resolve">The addresses of a name; the system's resolver where nothing is said.</param>
    /// <param name="drain">Bytes of a body that are read away so that the connection can be used again.</param>
    public static HttpMessageInvoker Open(Func<IPAddress, bool> mayVisit, Func<string, CancellationToken, Task<IPAddress[]>>? resolve, int drain = 0) => new(new SocketsHttpHandler
    {
        ConnectCallback = (context, ct) => ConnectAsync(context.DnsEndPoint, mayVisit, resolve ?? Dns.GetHostAddressesAsync, ct),
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        ActivityHeadersPropagator = null,
        MaxResponseHeadersLength = BufferSize / 1024,
        MaxResponseDrainSize = drain,
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(5),
    });

    private static async ValueTask<Stream> ConnectAsync(
        DnsEndPoint to, Func<IPAddress, bool> mayVisit, Func<string, CancellationToken, Task<IPAddress[]>> resolve, CancellationToken ct)
    {
        var addresses = IPAddress.TryParse(to.Host, out var literal) ? [literal] : await resolve(to.Host, ct);
        if (addresses.Length == 0) throw new SocketException((int)SocketError.HostNotFound);
        if (!addresses.All(mayVisit)) throw new AddressRefusedException();

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, ReceiveBufferSize = BufferSize };
        try
        {
            await socket.ConnectAsync(addresses, to.Port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
