using PartnershipTracker.Domain.Accountability;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Deferred;

namespace PartnershipTracker.Domain.Webhooks;

public readonly record struct WebhookDeliveryId(Guid Value)
{
    public static WebhookDeliveryId New() => new(Guid.CreateVersion7());
}

public enum DeliveryState
{
    /// <summary>It will be tried, or tried again.</summary>
    Pending,
    Delivered,

    /// <summary>All attempts failed and it is parked; it can be replayed.</summary>
    Failed,
}

/// <summary>Why an attempt failed.</summary>
public enum DeliveryFault
{
    /// <summary>An answer other than 2xx; redirects are not followed.</summary>
    Refused,

    /// <summary>No answer in time.</summary>
    TooSlow,

    /// <summary>No such host, no connection, or no trusted certificate.</summary>
    NotReached,

    /// <summary>The host name resolves to an address that is not public.</summary>
    NotPublic,

    /// <summary>The secret cannot be decrypted, because the keys that protect it were lost. Rotating the secret helps.</summary>
    SecretUnreadable,
}

/// <summary>
/// One event to be sent to one webhook. It refers to a history entry or a flag, which never changes, so that each attempt sends the same
/// content under the same id.
/// </summary>
public sealed class WebhookDelivery : TrackedEntity, ICausesWork
{
    public const int EventIdMaxLength = 60;
    public const int EventMaxLength = HistoryEntry.EventMaxLength;

    /// <summary>Deliveries are deleted after this time: they are a log, not the history.</summary>
    public static readonly TimeSpan RetentionPeriod = TimeSpan.FromDays(30);

    private WebhookDelivery() { }

    private WebhookDelivery(WebhookId webhookId, string eventId, string name, long? number, DateTimeOffset now)
    {
        Id = WebhookDeliveryId.New();
        WebhookId = webhookId;
        (EventId, Event) = (eventId, name);
        Number = number;
        CreatedAt = now;
    }

    public WebhookDeliveryId Id { get; private set; }

    public WebhookId WebhookId { get; private set; }

    /// <summary>The <c>webhook-id</c>: the same for every attempt and every receiver, so that receivers recognize duplicates.</summary>
    public string EventId { get; private set; } = "";

    /// <summary>The name of the event as sent, e.g. <c>commitment.accepted</c>.</summary>
    public string Event { get; private set; } = "";

    /// <summary>The history entry that is sent; null for flags and tests.</summary>
    public long? Number { get; private set; }

    /// <summary>The flag that is sent.</summary>
    public FlagId? FlagId { get; private set; }

    public DeliveryState State { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? LastAttemptAt { get; private set; }

    /// <summary>The HTTP status of the last answer.</summary>
    public int? LastStatus { get; private set; }

    public DeliveryFault? LastFault { get; private set; }

    public static WebhookDelivery OfHistory(WebhookId webhookId, string name, long number, DateTimeOffset now) =>
        new(webhookId, $"history_{number}", name, number, now);

    public static WebhookDelivery OfTest(WebhookId webhookId, string name, DateTimeOffset now) =>
        new(webhookId, $"test_{Guid.CreateVersion7():N}", name, null, now);

    public DeferredWork? Work(DateTimeOffset now) => new(DeferredKind.WebhookDelivery, Id.Value, now, lane: WebhookId.Value);

    public void Answered(WebhookAnswer answer, DateTimeOffset now)
    {
        LastAttemptAt = now;
        (LastStatus, LastFault) = (answer.Status, answer.Fault);
        if (answer.IsAccepted)
            State = DeliveryState.Delivered;
    }

    /// <summary>It is not tried again.</summary>
    public void Fail() => State = DeliveryState.Failed;

    /// <summary>Starts again with all attempts, under the same id.</summary>
    public void Replay() => State = DeliveryState.Pending;
}
