using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Webhooks;

namespace PartnershipTracker.Application.Webhooks;

[Needs(Right.ManagePeople)]
public sealed record GetWebhook(WebhookId WebhookId) : IRequest<WebhookDetails>;

internal sealed class GetWebhookHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<GetWebhook, WebhookDetails>
{
    public async Task<WebhookDetails> Handle(GetWebhook query, CancellationToken ct) =>
        await db.Webhooks.VisibleTo(user).Where(w => w.Id == query.WebhookId).Select(WebhookDetails.FromRow).SingleOrDefaultAsync(ct)
        ?? throw DomainException.NotFound("webhook");
}
