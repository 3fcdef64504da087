using PartnershipTracker.Domain.Webhooks;

namespace PartnershipTracker.Application.Webhooks;

/// <summary>Posts to an endpoint, which may be anybody's.</summary>
public interface IWebhookSender
{
    /// <summary>Bounded in time and size; never fails for what the other side does.</summary>
    Task<WebhookAnswer> SendAsync(string url, SignedMessage message, CancellationToken ct);
}
