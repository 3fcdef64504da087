using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Webhooks;

namespace PartnershipTracker.Application.Webhooks;

/// <summary>With its log.</summary>
[Needs(Right.ManagePeople)]
public sealed record RemoveWebhook(WebhookId WebhookId) : IRequest;

internal sealed class RemoveWebhookHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<RemoveWebhook>
{
    public async Task<Unit> Handle(RemoveWebhook command, CancellationToken ct)
    {
        var webhook = (await db.Webhooks.VisibleTo(user).GetAsync(command.WebhookId, ct)).MustBeExpectedBy(user);
        webhook.Remove();
        db.Webhooks.Remove(webhook);
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
