using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Webhooks;

namespace PartnershipTracker.Application.Webhooks;

/// <summary>Nothing is told to it until it is enabled.</summary>
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
