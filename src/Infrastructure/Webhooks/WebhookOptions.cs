using System.Net;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Webhooks;

namespace PartnershipTracker.Infrastructure.Webhooks;

/// <summary>How webhooks are sent.</summary>
/// <param name="MayVisit">Which IP addresses may be called.</param>
public sealed record WebhookOptions(Func<IPAddress, bool> MayVisit)
{
    /// <summary>The time limit for one attempt.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(15);

    public static WebhookOptions Of(WebhookRules rules) => new(rules.AllowPrivate ? _ => true : PublicAddresses.Contains);
}
