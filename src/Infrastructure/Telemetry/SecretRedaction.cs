using System.Diagnostics;
using OpenTelemetry;

namespace PartnershipTracker.Infrastructure.Telemetry;

/// <summary>
/// Takes out of a span what opens something: the address of a report link, sign-in link or calendar is a key, and the address of a webhook may hold one. What
/// remains is the route of a request of ours, and the host of a request to others.
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
