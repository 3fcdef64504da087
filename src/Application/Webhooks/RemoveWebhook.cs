using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Deferred;
using PartnershipTracker.Domain.Webhooks;

namespace PartnershipTracker.Application.Webhooks;

/// <summary>Removes a webhook and its delivery log.</summary>
[Needs(Right.ManagePeople)]
public sealed record RemoveWebhook(WebhookId WebhookId) : IRequest;

internal sealed class RemoveWebhookHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<RemoveWebhook>
{
    public async Task<Unit> Handle(RemoveWebhook command, CancellationToken ct)
    {
        var webhook = await db.GetForChangeAsync(user, command.WebhookId, ct);
        webhook.Remove();
        db.Webhooks.Remove(webhook);
        await db.InTransactionAsync(async () =>
        {
            await db.DeferredWork.Where(w => w.Kind == DeferredKind.WebhookDelivery && w.Lane == webhook.Id.Value).ExecuteDeleteAsync(ct);
            await db.SaveChangesAsync(ct);
        }, ct);
        return Unit.Value;
    }
}
