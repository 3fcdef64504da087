using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PartnershipTracker.Application.History;
using PartnershipTracker.Application.Webhooks;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Webhooks;
using PartnershipTracker.Infrastructure.Persistence;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Application.Tests.Webhooks;

/// <summary>Replaces the receivers of webhooks: keeps what is sent and answers as a test says.</summary>
internal sealed class Endpoints : IWebhookSender
{
    private readonly Lock _lock = new();
    private readonly List<Post> _posts = [];

    public IReadOnlyList<Post> Posts
    {
        get
        {
            lock (_lock)
                return [.. _posts];
        }
    }

    public Func<Post, Task<WebhookAnswer>> Answering { get; set; } = _ => Task.FromResult(WebhookAnswer.Of(200));

    public int Status
    {
        set => Answering = _ => Task.FromResult(WebhookAnswer.Of(value));
    }

    public Task<WebhookAnswer> SendAsync(string url, SignedMessage message, CancellationToken ct)
    {
        var post = new Post(url, message);
        lock (_lock)
            _posts.Add(post);
        return Answering(post);
    }

    public IEnumerable<string> Types(string url) => Posts.Where(p => p.Url == url).Select(p => p.Type);

    public void Clear()
    {
        lock (_lock)
            _posts.Clear();
    }
}

internal sealed record Post(string Url, SignedMessage Message)
{
    public JsonElement Json => JsonElement.Parse(Message.Body);

    public string Type => Json.GetProperty("type").GetString()!;

    public JsonElement Data => Json.GetProperty("data");
}

internal static class WebhookHost
{
    public static Task<TrackerHost> StartAsync(DatabaseProvider provider, Endpoints endpoints) =>
        TrackerHost.StartAsync(
            provider,
            new Dictionary<string, string>(),
            services => services.Replace(ServiceDescriptor.Singleton<IWebhookSender>(endpoints))
        );

    /// <summary>A webhook that receives what happens from now on, all events where none are named.</summary>
    public static async Task<WebhookWithSecret> Webhook(
        this TrackerHost host,
        string url,
        OrganizationId? organization = null,
        params string[] events
    )
    {
        await host.Send(new SealHistory());
        return await host.Send(new RegisterWebhook(url, "ops@example.org", null, events, organization?.Value));
    }

    /// <summary>Seals the history and sends it.</summary>
    public static async Task<int> Deliver(this TrackerHost host)
    {
        await host.Send(new SealHistory());
        return await host.Send(new DeliverWebhooks());
    }

    public static Task<List<WebhookDelivery>> Deliveries(this TrackerHost host) =>
        host.Db(db => db.WebhookDeliveries.OrderBy(d => d.Seq).ToListAsync());
}
