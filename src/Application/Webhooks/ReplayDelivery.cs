using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Deferred;
using PartnershipTracker.Domain.Webhooks;

namespace PartnershipTracker.Application.Webhooks;

/// <summary>Sends a delivery again with the same id, so that the receiver can recognize duplicates.</summary>
[Needs(Right.ManagePeople)]
public sealed record ReplayDelivery(WebhookId WebhookId, WebhookDeliveryId DeliveryId) : IRequest<WebhookDeliveryDetails>;

internal sealed class ReplayDeliveryHandler(ITrackerDb db, ICurrentUser user, TimeProvider time)
    : IRequestHandler<ReplayDelivery, WebhookDeliveryDetails>
{
    public async Task<WebhookDeliveryDetails> Handle(ReplayDelivery command, CancellationToken ct)
    {
        var webhook = await db.Webhooks.VisibleTo(user).GetAsync(command.WebhookId, ct);
        var delivery = await db.WebhookDeliveries.GetAsync("webhookDelivery", d => d.Id == command.DeliveryId && d.WebhookId == webhook.Id, ct);
        webhook.MustBeActive();
        delivery.Replay();
        if (await db.DeferredWork.SingleOrDefaultAsync(w => w.Kind == DeferredKind.WebhookDelivery && w.SubjectId == delivery.Id.Value, ct) is { } work) work.StartAgain();
        else db.DeferredWork.Add(delivery.Work(time.GetUtcNow())!);
        await db.SaveChangesAsync(ct);
        return await db.WebhookDeliveries.Where(d => d.Id == delivery.Id).AsDetails(db).SingleAsync(ct);
    }
}
