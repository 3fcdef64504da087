using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.History;
using PartnershipTracker.Domain.Webhooks;

namespace PartnershipTracker.Application.Webhooks;

/// <summary>Enables a webhook for new events. Deliveries that waited are sent at once.</summary>
[Needs(Right.ManagePeople)]
public sealed record EnableWebhook(WebhookId WebhookId) : IRequest;

internal sealed class EnableWebhookHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<EnableWebhook>
{
    public async Task<Unit> Handle(EnableWebhook command, CancellationToken ct)
    {
        var webhook = await db.GetForChangeAsync(user, command.WebhookId, ct);
        webhook.Enable(await db.SealedUpToAsync(ct));
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
