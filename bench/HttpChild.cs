using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace PartnershipTracker.Bench;

/// <param name="Body">To be posted; null for a GET.</param>
/// <param name="Connections">How many ask, each one request after the other.</param>
internal sealed record LoadOrder(string Url, string Key, string? Body, int Connections, double Seconds)
{
    public HttpRequestMessage Message()
    {
        var message = new HttpRequestMessage(Body is null ? HttpMethod.Get : HttpMethod.Post, Url);
        message.Headers.Add("X-Api-Key", Key);
        if (Body is not null) message.Content = new StringContent(Body, Encoding.UTF8, MediaTypeHeaderValue.Parse("application/json"));
        return message;
    }
}

/// <summary>What a server process has used up so far.</summary>
/// <param name="Bytes">Allocated.</param>
/// <param name="Milliseconds">Processor time.</param>
internal sealed record Used(long Bytes, double Milliseconds);

/// <param name="Milliseconds">Of every request.</param>
internal sealed record LoadAnswer(double Seconds, IReadOnlyList<double> Milliseconds);

/// <summary>What the child processes of <see cref="HttpBench"/> do: one of the two servers, or the load. All end with their input.</summary>
internal static class HttpChild
{
    public static Task RunAsync(Arguments arguments) => arguments.Child switch
    {
        HttpBench.Load => LoadAsync(),
        HttpBench.Ours => OursAsync(new Store(arguments, HttpBench.StoreOf(HttpBench.Ours))),
        _ => PlainAsync(new Store(arguments, HttpBench.StoreOf(HttpBench.Plain))),
    };

    private static async Task OursAsync(Store store)
    {
        await using var server = new Server(store);
        server.UseKestrel(0);
        server.StartServer();
        await ServeAsync(server.ClientOptions.BaseAddress.ToString());
    }

    private static async Task PlainAsync(Store store)
    {
        await using var app = await PlainProgram.StartAsync(store);
        await ServeAsync(app.Urls.First());
    }

    /// <summary>Says where it listens, then what it has used, as often as it is asked.</summary>
    private static async Task ServeAsync(string url)
    {
        await Console.Out.WriteLineAsync(url.TrimEnd('/'));
        while (await Console.In.ReadLineAsync() is not null)
            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(new Used(GC.GetTotalAllocatedBytes(precise: true), Environment.CpuUsage.TotalTime.TotalMilliseconds)));
    }

    private static async Task LoadAsync()
    {
        while (await Console.In.ReadLineAsync() is { } line)
            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(await AskAsync(JsonSerializer.Deserialize<LoadOrder>(line)!)));
    }

    private static async Task<LoadAnswer> AskAsync(LoadOrder order)
    {
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = order.Connections });
        var all = Stopwatch.StartNew();
        var times = await Task.WhenAll(Enumerable.Range(0, order.Connections).Select(_ => Task.Run(async () =>
        {
            var mine = new List<double>();
            while (all.Elapsed.TotalSeconds < order.Seconds)
            {
                var start = Stopwatch.GetTimestamp();
                using var message = order.Message();
                using var answer = await client.SendAsync(message);
                answer.EnsureSuccessStatusCode();
                mine.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }

            return mine;
        })));
        return new LoadAnswer(all.Elapsed.TotalSeconds, [.. times.SelectMany(t => t)]);
    }
}
