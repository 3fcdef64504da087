using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace PartnershipTracker.Api.FunctionalTests.Telemetry;

/// <summary>Receives OTLP over HTTP and stores it unchanged.</summary>
internal sealed class Collector(WebApplication app, ConcurrentQueue<(string Path, byte[] Body)> received) : IAsyncDisposable
{
    public string Address => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    public IEnumerable<string> Paths => received.Select(r => r.Path).Distinct();

    public string Text => TextOf(_ => true);

    public string Spans => TextOf(path => path == "/v1/traces");

    public static async Task<Collector> StartAsync()
    {
        var received = new ConcurrentQueue<(string, byte[])>();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.Run(async http =>
        {
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body);
            received.Enqueue((http.Request.Path, body.ToArray()));
            http.Response.ContentType = "application/x-protobuf";
        });
        await app.StartAsync();
        return new Collector(app, received);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private string TextOf(Func<string, bool> chosen) =>
        string.Concat(received.Where(r => chosen(r.Path)).Select(r => Encoding.Latin1.GetString(r.Body)));
}
