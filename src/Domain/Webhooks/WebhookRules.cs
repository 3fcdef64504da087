namespace PartnershipTracker.Domain.Webhooks;

/// <summary>Rules for webhook addresses that the operator of an installation may set.</summary>
public sealed record WebhookRules
{
    /// <summary>Allows http and addresses that are not public, for an installation inside a closed network.</summary>
    public bool AllowPrivate { get; init; }
}
