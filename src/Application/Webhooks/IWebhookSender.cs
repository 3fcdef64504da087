using PartnershipTracker.Domain.Webhooks;

namespace PartnershipTracker.Application.Webhooks;

/// <summary>Posts messages to webhook addresses, which come from users and are not trusted.</summary>
public interface IWebhookSender
{
    /// <summary>Limited in time and size. Failures of the receiver are returned, not thrown.</summary>
    Task<WebhookAnswer> SendAsync(string url, SignedMessage message, CancellationToken ct);
}
