using System.Diagnostics;
using OpenTelemetry;

namespace PartnershipTracker.Infrastructure.Telemetry;

/// <summary>
/// Removes secrets from spans: the address of a report link, sign-in link or calendar gives access, and the address of a webhook may
/// contain a key. The route of an incoming request and the host of an outgoing one remain.
/// </summary>
internal sealed class SecretRedaction : BaseProcessor<Activity>
{
    private static readonly string[] Addresses = ["url.path", "url.query", "url.full", "http.target", "http.url"];

    public override void OnEnd(Activity data)
    {
        var isOurs = data.Kind == ActivityKind.Server;
        foreach (var name in Addresses)
            if (data.GetTagItem(name) is string text) data.SetTag(name, isOurs ? RouteOf(data) : HostOf(text));
        if (isOurs) data.DisplayName = $"{data.GetTagItem("http.request.method")} {RouteOf(data)}";
    }

    private static string? RouteOf(Activity request) => request.GetTagItem("http.route") as string;

    private static string? HostOf(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri.GetLeftPart(UriPartial.Authority) : null;
}
