using System.Net;
using System.Net.Sockets;

namespace PartnershipTracker.Infrastructure.Http;

/// <summary>
/// Sends requests to addresses that users entered. Names are resolved here, and the connection goes to the IP address that was checked, so
/// that the name cannot resolve to another address in between. It uses no redirects, proxy, cookies or credentials, and reads at most a few
/// kilobytes of a body.
/// </summary>
internal static class PublicOnlyHttpHandler
{
    private const int BufferSize = 65536;

    /// <param name="mayVisit">Which IP addresses are allowed. All addresses of a name must be.</param>
    /// <param name="resolve">Returns the IP addresses of a host name; by default the system's resolver.</param>
    /// <param name="drain">How many bytes of a body are read and discarded so that the connection can be used again.</param>
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
