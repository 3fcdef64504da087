using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace PartnershipTracker.TestKit;

/// <summary>A web site on this machine that answers as a test says. Each connection serves one request.</summary>
public sealed partial class TestSite : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _running;

    public TestSite(Func<string, Stream, CancellationToken, Task> answer)
    {
        _listener.Start();
        _running = RunAsync(answer);
    }

    /// <summary>Each request as it was received.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>A site that answers every request with this status, and with a Location header where one is given.</summary>
    public static TestSite Answering(Func<string, int> status, Func<string, string?>? location = null) =>
        new(
            (request, stream, ct) =>
            {
                var path = request.Split(' ')[1];
                var next = location?.Invoke(path) is { } to ? $"Location: {to}\r\n" : "";
                return stream
                    .WriteAsync(
                        Encoding.ASCII.GetBytes(
                            $"HTTP/1.1 {status(request)} So\r\n{next}Set-Cookie: a=b\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                        ),
                        ct
                    )
                    .AsTask();
            }
        );

    public string Url(string path = "/", string host = "127.0.0.1") =>
        string.Create(CultureInfo.InvariantCulture, $"http://{host}:{Port}{path}");

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task RunAsync(Func<string, Stream, CancellationToken, Task> answer)
    {
        var open = new List<Task>();
        try
        {
            while (true)
                open.Add(AnswerAsync(await _listener.AcceptTcpClientAsync(_stop.Token), answer));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(open);
        }
    }

    private async Task AnswerAsync(TcpClient client, Func<string, Stream, CancellationToken, Task> answer)
    {
        using var ours = client;
        try
        {
            var stream = client.GetStream();
            var (buffer, request) = (new byte[4096], "");
            while (!IsWhole(request))
            {
                var read = await stream.ReadAsync(buffer, _stop.Token);
                if (read == 0)
                    return;
                request += Encoding.Latin1.GetString(buffer, 0, read);
                if (request[0] == 0x16)
                    return; // A TLS handshake, which this site does not support.
            }

            Requests.Enqueue(request);
            await answer(request, stream, _stop.Token);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // The client closed the connection.
        }
    }

    /// <summary>Whether the request is complete, with its body where it announces one. A character is a byte.</summary>
    private static bool IsWhole(string request)
    {
        var end = request.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (end < 0)
            return false;
        var length = Length().Match(request);
        return request.Length >= end + 4 + (length.Success ? int.Parse(length.Groups[1].Value, CultureInfo.InvariantCulture) : 0);
    }

    [GeneratedRegex(@"\r\nContent-Length: (\d+)\r\n", RegexOptions.IgnoreCase)]
    private static partial Regex Length();
}
