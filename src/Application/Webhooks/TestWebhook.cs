using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Webhooks;

namespace PartnershipTracker.Application.Webhooks;

/// <summary>Creates a <c>webhook.test</c> delivery, which is sent like any other.</summary>
[Needs(Right.ManagePeople)]
public sealed record TestWebhook(WebhookId WebhookId) : IRequest<WebhookDeliveryDetails>;

internal sealed class TestWebhookHandler(ITrackerDb db, ICurrentUser user, TimeProvider time) : IRequestHandler<TestWebhook, WebhookDeliveryDetails>
{
    public async Task<WebhookDeliveryDetails> Handle(TestWebhook command, CancellationToken ct)
    {
        var webhook = await db.Webhooks.VisibleTo(user).GetAsync(command.WebhookId, ct);
        webhook.MustBeActive();
        var delivery = WebhookDelivery.OfTest(webhook.Id, WebhookEvents.Test, time.GetUtcNow());
        db.WebhookDeliveries.Add(delivery);
        await db.SaveChangesAsync(ct);
        return await db.WebhookDeliveries.Where(d => d.Id == delivery.Id).AsDetails(db).SingleAsync(ct);
    }
}
