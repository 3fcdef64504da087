using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Webhooks;

namespace PartnershipTracker.Application.Webhooks;

/// <summary>Lists the deliveries of the last thirty days, the newest first.</summary>
[Needs(Right.ManagePeople)]
public sealed record ListDeliveries(WebhookId WebhookId, DeliveryState? State = null, int? Limit = null, string? Cursor = null, DateTimeOffset? UpdatedSince = null)
    : IRequest<Page<WebhookDeliveryDetails>>, ISupportsUpdatedSince;

internal sealed class ListDeliveriesValidator : AbstractValidator<ListDeliveries>
{
    public ListDeliveriesValidator()
    {
        this.Paged();
        RuleFor(q => q.State).IsKnownValue();
    }
}

internal sealed class ListDeliveriesHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<ListDeliveries, Page<WebhookDeliveryDetails>>
{
    public async Task<Page<WebhookDeliveryDetails>> Handle(ListDeliveries query, CancellationToken ct)
    {
        var webhook = await db.Webhooks.VisibleTo(user).GetAsync(query.WebhookId, ct);
        var rows = db.WebhookDeliveries.Where(d => d.WebhookId == webhook.Id);
        if (query.State is { } state) rows = rows.Where(d => d.State == state);
        return await rows.ToPageAsync(query, d => d.Seq, descending: true, page => page.AsDetails(db), ct);
    }
}
