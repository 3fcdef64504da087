namespace PartnershipTracker.Application.Webhooks;

/// <summary>A webhook with a new secret, which is returned only in this answer.</summary>
public sealed record WebhookWithSecret : WebhookDetails
{
    public WebhookWithSecret(WebhookDetails details)
        : base(details)
    {
    }

    /// <summary><c>whsec_</c> and base64, the format of Standard Webhooks libraries.</summary>
    public string Secret { get; init; } = "";
}
