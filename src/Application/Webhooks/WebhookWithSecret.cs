namespace PartnershipTracker.Application.Webhooks;

/// <summary>A webhook with a new secret. This is the only answer that ever shows it.</summary>
public sealed record WebhookWithSecret : WebhookDetails
{
    public WebhookWithSecret(WebhookDetails details)
        : base(details)
    {
    }

    /// <summary><c>whsec_</c> and base64, as the libraries for Standard Webhooks take it.</summary>
    public string Secret { get; init; } = "";
}
