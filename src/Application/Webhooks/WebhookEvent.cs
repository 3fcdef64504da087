namespace PartnershipTracker.Application.Webhooks;

/// <param name="Name">The <c>type</c> of the message.</param>
/// <param name="Description">When it is sent.</param>
public sealed record WebhookEvent(string Name, string Description);
