namespace PartnershipTracker.Domain.Webhooks;

/// <summary>The rules for addresses of webhooks that whoever runs the service may set.</summary>
public sealed record WebhookRules
{
    /// <summary>Also http and addresses that are not public: for an installation inside a closed network.</summary>
    public bool AllowPrivate { get; init; }
}
