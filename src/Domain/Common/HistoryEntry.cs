namespace PartnershipTracker.Domain.Common;

/// <summary>
/// One change: who made it, when, and what changed. It holds data; the sentences are made when it is read, in the reader's language.
/// </summary>
public sealed class HistoryEntry : Entity
{
    /// <summary>Of the event's name.</summary>
    public const int EventMaxLength = 80;

    private HistoryEntry() { }

    /// <param name="subject">What it belongs to.</param>
    /// <param name="eventName">The event's name in camelCase, e.g. <c>commitmentAccepted</c>.</param>
    /// <param name="data">The event as JSON.</param>
    public HistoryEntry(HistorySubject subject, string eventName, string data, Actor by, DateTimeOffset at)
    {
        CommitmentId = subject.CommitmentId;
        OrganizationId = subject.OrganizationId;
        PartnershipId = subject.PartnershipId;
        InitiativeId = subject.InitiativeId;
        DialogueId = subject.DialogueId;
        Event = eventName;
        Data = data;
        ActorKind = by.Kind;
        ActorId = by.Id;
        At = at;
    }

    public DateTimeOffset At { get; private set; }

    public ActorKind ActorKind { get; private set; }

    public Guid? ActorId { get; private set; }

    public string Event { get; private set; } = "";

    public Guid? CommitmentId { get; private set; }

    public Guid? OrganizationId { get; private set; }

    public Guid? PartnershipId { get; private set; }

    public Guid? InitiativeId { get; private set; }

    public Guid? DialogueId { get; private set; }

    public string Data { get; private set; } = "";

    /// <summary>
    /// The stored values of the rows that the change wrote, as JSON, so that a later change of them in the database can be found; see
    /// docs/history.md. Null where it wrote none.
    /// </summary>
    public string? Record { get; private set; }

    /// <summary>When it was sealed; null until then.</summary>
    public DateTimeOffset? SealedAt { get; private set; }

    /// <summary>Its position in the sealed chain, from 1; null until it is sealed.</summary>
    public long? Number { get; private set; }

    /// <summary>
    /// SHA-256, in lower-case hex, over the hash of the previous entry and all that is stored here; null until it is sealed.
    /// </summary>
    public string? Hash { get; private set; }

    /// <summary>Keeps the values that the change wrote; to be called before the entry is saved.</summary>
    public void Keep(string record) => Record = record;
}
