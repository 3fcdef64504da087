using FluentValidation;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Deferred;
using PartnershipTracker.Domain.Webhooks;

namespace PartnershipTracker.Application.Webhooks;

/// <summary>The delivery of one event to a webhook, and its result.</summary>
public sealed record WebhookDeliveryDetails
{
    public Guid Id { get; init; }

    /// <summary>The <c>webhook-id</c> header of the message.</summary>
    public string EventId { get; init; } = "";

    public string Event { get; init; } = "";

    public DeliveryState State { get; init; }

    /// <summary>The number of attempts so far; null when no more are needed.</summary>
    public int? Attempts { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Null if no further attempt is planned.</summary>
    public DateTimeOffset? NextAttemptAt { get; init; }

    public DateTimeOffset? LastAttemptAt { get; init; }

    /// <summary>The HTTP status; null if there was no answer.</summary>
    public int? LastStatus { get; init; }

    public DeliveryFault? LastFault { get; init; }
}

internal static class DeliveryProjection
{
    public static IQueryable<WebhookDeliveryDetails> AsDetails(this IQueryable<WebhookDelivery> deliveries, ITrackerDb db) =>
        from pair in deliveries.LeftJoin(
            db.DeferredWork.Where(w => w.Kind == DeferredKind.WebhookDelivery), d => (Guid)(object)d.Id, w => w.SubjectId, (d, w) => new { Delivery = d, Work = w })
        let d = pair.Delivery
        let w = pair.Work
        select new WebhookDeliveryDetails
        {
            Id = d.Id.Value,
            EventId = d.EventId,
            Event = d.Event,
            State = d.State,
            Attempts = w == null ? null : w.Attempts,
            CreatedAt = d.CreatedAt,
            NextAttemptAt = w == null || w.ParkedAt != null ? null : w.NextTryAt < d.CreatedAt ? d.CreatedAt : w.NextTryAt,
            LastAttemptAt = d.LastAttemptAt,
            LastStatus = d.LastStatus,
            LastFault = d.LastFault,
        };
}
