using AutoMapper;
using AutoMapper.QueryableExtensions;
using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Webhooks;

namespace PartnershipTracker.Application.Webhooks;

/// <summary>One event that is, or was, owed to a webhook, and how it went.</summary>
public sealed record WebhookDeliveryDetails
{
    public Guid Id { get; init; }

    /// <summary>The <c>webhook-id</c> it is sent with.</summary>
    public string EventId { get; init; } = "";

    public string Event { get; init; } = "";

    public DeliveryState State { get; init; }

    public int Attempts { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? NextAttemptAt { get; init; }

    public DateTimeOffset? LastAttemptAt { get; init; }

    /// <summary>Of HTTP; null where there was no answer.</summary>
    public int? LastStatus { get; init; }

    public DeliveryFault? LastFault { get; init; }
}

internal sealed class WebhookMaps : Profile
{
    public WebhookMaps() => CreateMap<WebhookDelivery, WebhookDeliveryDetails>();
}

/// <summary>The log of the last thirty days, the newest first.</summary>
[Needs(Right.ManagePeople)]
public sealed record ListDeliveries(WebhookId WebhookId, DeliveryState? State = null, int? Limit = null, string? Cursor = null, DateTimeOffset? UpdatedSince = null)
    : IRequest<Page<WebhookDeliveryDetails>>, IPolled;

internal sealed class ListDeliveriesValidator : AbstractValidator<ListDeliveries>
{
    public ListDeliveriesValidator()
    {
        this.Paged();
        RuleFor(q => q.State).Known();
    }
}

internal sealed class ListDeliveriesHandler(ITrackerDb db, ICurrentUser user, IConfigurationProvider maps) : IRequestHandler<ListDeliveries, Page<WebhookDeliveryDetails>>
{
    public async Task<Page<WebhookDeliveryDetails>> Handle(ListDeliveries query, CancellationToken ct)
    {
        var webhook = await db.Webhooks.VisibleTo(user).GetAsync(query.WebhookId, ct);
        var rows = db.WebhookDeliveries.Where(d => d.WebhookId == webhook.Id);
        if (query.State is { } state) rows = rows.Where(d => d.State == state);
        return await rows.ToPageAsync(query, d => d.Seq, descending: true, page => page.ProjectTo<WebhookDeliveryDetails>(maps), ct);
    }
}
