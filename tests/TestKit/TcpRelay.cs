using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace PartnershipTracker.TestKit;

/// <summary>A port of this machine that leads to a server and can be cut off from it, as if the server were away.</summary>
public sealed class TcpRelay : IAsyncDisposable
{
    private readonly string _host;
    private readonly int _serverPort;
    private readonly ConcurrentBag<TcpClient> _open = [];
    private TcpListener _listener = new(IPAddress.Loopback, 0);

    public TcpRelay(string host, int port)
    {
        (_host, _serverPort) = (host, port);
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _ = RunAsync(_listener);
    }

    public int Port { get; }

    /// <summary>Ends all connections and refuses new ones.</summary>
    public void Cut()
    {
        _listener.Stop();
        while (_open.TryTake(out var client))
            client.Dispose();
    }

    public void Restore()
    {
        _listener = new TcpListener(IPAddress.Loopback, Port);
        _listener.Start();
        _ = RunAsync(_listener);
    }

    public ValueTask DisposeAsync()
    {
        Cut();
        return ValueTask.CompletedTask;
    }

    private async Task RunAsync(TcpListener listener)
    {
        try
        {
            while (true)
                _ = PassAsync(await listener.AcceptTcpClientAsync());
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // It was cut.
        }
    }

    private async Task PassAsync(TcpClient caller)
    {
        var server = new TcpClient();
        _open.Add(caller);
        _open.Add(server);
        try
        {
            await server.ConnectAsync(_host, _serverPort);
            await Task.WhenAny(caller.GetStream().CopyToAsync(server.GetStream()), server.GetStream().CopyToAsync(caller.GetStream()));
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // One of the two sides is away.
        }
        finally
        {
            caller.Dispose();
            server.Dispose();
        }
    }
}
