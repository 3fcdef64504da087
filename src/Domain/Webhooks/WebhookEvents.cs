using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Domain.Webhooks;

/// <param name="OrganizationId">Null for a webhook of the secretariat.</param>
/// <param name="Host">The host of its URL; the rest may contain a secret of the receiver.</param>
public sealed record WebhookRegistered(WebhookId WebhookId, OrganizationId? OrganizationId, string Host) : IDomainEvent;

public sealed record WebhookChanged(WebhookId WebhookId, string Host) : IDomainEvent;

/// <param name="PreviousUntil">Until when the previous secret also signs.</param>
public sealed record WebhookSecretRotated(WebhookId WebhookId, string Host, DateTimeOffset PreviousUntil) : IDomainEvent;

public sealed record WebhookEnabled(WebhookId WebhookId, string Host) : IDomainEvent;

public sealed record WebhookDisabled(WebhookId WebhookId, string Host, DisabledBecause Because) : IDomainEvent;

public sealed record WebhookRemoved(WebhookId WebhookId, string Host) : IDomainEvent;
