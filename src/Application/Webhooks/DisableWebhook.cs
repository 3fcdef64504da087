using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Webhooks;

namespace PartnershipTracker.Application.Webhooks;

/// <summary>Stops deliveries to a webhook until it is enabled again.</summary>
[Needs(Right.ManagePeople)]
public sealed record DisableWebhook(WebhookId WebhookId) : IRequest;

internal sealed class DisableWebhookHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<DisableWebhook>
{
    public async Task<Unit> Handle(DisableWebhook command, CancellationToken ct)
    {
        var webhook = await db.GetForChangeAsync(user, command.WebhookId, ct);
        webhook.Disable(DisabledBecause.ByHand);
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
