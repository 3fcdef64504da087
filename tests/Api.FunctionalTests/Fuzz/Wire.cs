using System.Globalization;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace PartnershipTracker.Api.FunctionalTests.Fuzz;

/// <summary>A request as it is sent. Unlike an HTTP client, it corrects nothing.</summary>
internal sealed class Request(string method, string target)
{
    public string Method { get; set; } = method;

    /// <summary>Path and query string in ASCII.</summary>
    public string Target { get; set; } = target;

    /// <summary>One character for each byte.</summary>
    public List<(string Name, string Value)> Headers { get; } = [];

    public byte[]? Body { get; set; }

    /// <summary>Whether it is not valid HTTP, so that the server may refuse it before it reaches the program.</summary>
    public bool IsNoHttp { get; set; }

    public byte[] Bytes()
    {
        var head = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{Method} {Target} HTTP/1.1\r\n");
        foreach (var (name, value) in Headers)
            head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        if (Body is not null)
            head.Append(CultureInfo.InvariantCulture, $"Content-Length: {Body.Length}\r\n");
        return [.. Encoding.Latin1.GetBytes(head.Append("Connection: close\r\n\r\n").ToString()), .. Body ?? []];
    }

    public override string ToString()
    {
        var text = Encoding.Latin1.GetString(Bytes());
        return text.Length > 4000 ? $"{text[..4000]}… ({text.Length} bytes)" : text;
    }
}

/// <summary>The answer to a <see cref="Request"/>.</summary>
/// <param name="Status">0 if the connection ended before the answer was complete.</param>
internal sealed record Reply(int Status, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);

    public string MediaType => Headers.GetValueOrDefault("Content-Type", "").Split(';')[0].Trim();

    public bool IsSuccess => Status is >= 200 and < 300;

    public string? Tag => Headers.GetValueOrDefault("ETag");

    /// <exception cref="JsonException">The body is not JSON.</exception>
    public JsonElement Json => JsonElement.Parse(Body);
}

internal static class Wire
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(60);

    public static async Task<Reply> SendAsync(Uri address, Request request)
    {
        using var timeout = new CancellationTokenSource(Timeout);
        using var tcp = new TcpClient { NoDelay = true };
        await tcp.ConnectAsync(address.Host, address.Port, timeout.Token);
        await using var stream = tcp.GetStream();
        var sending = SendAsync(stream, request.Bytes(), timeout.Token);
        using var all = new MemoryStream();
        try
        {
            await stream.CopyToAsync(all, timeout.Token);
        }
        catch (IOException) when (all.Length > 0 || request.IsNoHttp)
        {
            // The server has already answered and does not read the rest of a refused body.
        }

        await sending;
        return Read(all.ToArray());
    }

    private static async Task SendAsync(NetworkStream stream, byte[] bytes, CancellationToken ct)
    {
        try
        {
            await stream.WriteAsync(bytes, ct);
        }
        catch (IOException)
        {
            // The answer came before the whole request was read.
        }
    }

    private static Reply Read(byte[] bytes)
    {
        var end = bytes.AsSpan().IndexOf("\r\n\r\n"u8);
        if (end < 0)
            return new Reply(0, new Dictionary<string, string>(), bytes);
        var lines = Encoding.Latin1.GetString(bytes, 0, end).Split("\r\n");
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in lines.Skip(1))
            headers[line[..line.IndexOf(':', StringComparison.Ordinal)]] = line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
        var body = bytes[(end + 4)..];
        var whole = headers.GetValueOrDefault("Transfer-Encoding") == "chunked" ? Unchunk(body) : body;
        return new Reply(whole is null ? 0 : int.Parse(lines[0].Split(' ')[1], CultureInfo.InvariantCulture), headers, whole ?? body);
    }

    /// <returns>Null if the end is missing.</returns>
    private static byte[]? Unchunk(byte[] body)
    {
        using var whole = new MemoryStream();
        for (var at = 0; at < body.Length; )
        {
            var line = body.AsSpan(at).IndexOf("\r\n"u8);
            if (line < 0)
                return null;
            var size = int.Parse(Encoding.ASCII.GetString(body, at, line), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            if (size == 0)
                return whole.ToArray();
            whole.Write(body, at + line + 2, Math.Min(size, body.Length - at - line - 2));
            at += line + 2 + size + 2;
        }

        return null;
    }
}
