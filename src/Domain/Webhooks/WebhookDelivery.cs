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

    /// <summary>All attempts failed, and it is parked; it can be replayed.</summary>
    Failed,
}

/// <summary>Why an attempt failed.</summary>
public enum DeliveryFault
{
    /// <summary>Another answer than 2xx; a redirect is one, too.</summary>
    Refused,

    /// <summary>No answer in time.</summary>
    TooSlow,

    /// <summary>No such name, nobody listens, or no trusted certificate.</summary>
    NotReached,

    /// <summary>The name leads to an address that is not public.</summary>
    NotPublic,

    /// <summary>Our own: the secret cannot be read, because the keys that protect it are gone. Rotate it.</summary>
    SecretUnreadable,
}

/// <param name="Status">Of HTTP, where there was an answer.</param>
/// <param name="Fault">Null where it was taken.</param>
public readonly record struct WebhookAnswer(int? Status, DeliveryFault? Fault)
{
    public bool IsTaken => Fault is null;

    /// <summary>The receiver wants no more of this, ever.</summary>
    public bool IsGone => Status == 410;

    public static WebhookAnswer Of(int status) => new(status, status is >= 200 and < 300 ? null : DeliveryFault.Refused);
}

/// <summary>
/// One event that is owed to one webhook. It points to what happened (an entry of the history, or a flag), which never changes, so that
/// each attempt says the same under the same id.
/// </summary>
public sealed class WebhookDelivery : TrackedEntity, ICausesWork
{
    public const int EventIdMaxLength = 60;
    public const int EventMaxLength = 80;

    /// <summary>Kept this long: it is a log, not the history.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    private WebhookDelivery()
    {
    }

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

    /// <summary>The <c>webhook-id</c>: the same for every attempt and every receiver, so that whoever gets it twice can tell.</summary>
    public string EventId { get; private set; } = "";

    /// <summary>As receivers call it, e.g. <c>commitment.accepted</c>.</summary>
    public string Event { get; private set; } = "";

    /// <summary>The entry of the history that is told; null for flags and tests.</summary>
    public long? Number { get; private set; }

    /// <summary>The flag that is told.</summary>
    public FlagId? FlagId { get; private set; }

    public DeliveryState State { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? LastAttemptAt { get; private set; }

    /// <summary>What the last attempt was answered, in HTTP.</summary>
    public int? LastStatus { get; private set; }

    public DeliveryFault? LastFault { get; private set; }

    public static WebhookDelivery OfHistory(WebhookId webhookId, string name, long number, DateTimeOffset now) => new(webhookId, $"history_{number}", name, number, now);

    public static WebhookDelivery OfTest(WebhookId webhookId, string name, DateTimeOffset now) => new(webhookId, $"test_{Guid.CreateVersion7():N}", name, null, now);

    public DeferredWork? Work(DateTimeOffset now) => new(DeferredKind.WebhookDelivery, Id.Value, now, lane: WebhookId.Value);

    public void Answered(WebhookAnswer answer, DateTimeOffset now)
    {
        LastAttemptAt = now;
        (LastStatus, LastFault) = (answer.Status, answer.Fault);
        if (answer.IsTaken) State = DeliveryState.Delivered;
    }

    /// <summary>It is tried no more.</summary>
    public void Fail() => State = DeliveryState.Failed;

    /// <summary>Once more from the beginning, under the same id.</summary>
    public void Replay() => State = DeliveryState.Pending;
}
