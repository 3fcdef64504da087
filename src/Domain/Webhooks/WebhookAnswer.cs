namespace PartnershipTracker.Domain.Webhooks;

/// <param name="Status">The HTTP status, where there was an answer.</param>
/// <param name="Fault">Null where it was accepted.</param>
public readonly record struct WebhookAnswer(int? Status, DeliveryFault? Fault)
{
    public bool IsAccepted => Fault is null;

    /// <summary>The receiver wants no more deliveries.</summary>
    public bool IsGone => Status == 410;

    public static WebhookAnswer Of(int status) => new(status, status is >= 200 and < 300 ? null : DeliveryFault.Refused);
}
