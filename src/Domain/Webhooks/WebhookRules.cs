using System.Net;

namespace PartnershipTracker.Domain.Webhooks;

/// <param name="AllowPrivate">Allows http and addresses that are not public, for an installation inside a closed network.</param>
public sealed record WebhookRules(bool AllowPrivate);
