using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Domain.Deferred;

public readonly record struct DeferredWorkId(Guid Value)
{
    public static DeferredWorkId New() => new(Guid.CreateVersion7());
}

/// <summary>What is done after a change was saved, so that the caller need not wait for it.</summary>
public enum DeferredKind
{
    /// <summary>A mail is sent.</summary>
    Mail,

    /// <summary>An event is sent to a webhook.</summary>
    WebhookDelivery,

    /// <summary>The rows of an uploaded file are imported.</summary>
    Import,

    /// <summary>An accountability report that is due by its schedule is made.</summary>
    Report,

    /// <summary>The link of a piece of evidence is checked.</summary>
    LinkCheck,

    /// <summary>A person is told what awaits their review.</summary>
    ReviewDigest,

    /// <summary>The history is verified.</summary>
    AuditVerification,
}

/// <summary>
/// Work that is still to be done about one row (docs/adr/0021). A worker claims it for a limited time under a new owner id. It is deleted
/// when it is done, tried again when it fails, and parked with its reason when all attempts fail. What is to be done is stored in the row
/// itself.
/// </summary>
public sealed class DeferredWork : AggregateRoot
{
    public const int ReasonMaxLength = 100;

    /// <summary>The reason when the program ended during the last attempt.</summary>
    public const string Interrupted = "interrupted";

    /// <summary>The priority of work that a person waits for in front of a screen; it comes before all other work of its kind.</summary>
    public const int Urgent = 100;

    /// <summary>Before every other instant, so that setting the machine's clock back does not delay a first attempt.</summary>
    public static readonly DateTimeOffset AtOnce = DateTimeOffset.MinValue;

    private DeferredWork() { }

    /// <param name="subjectId">The id of the row about which something is to be done.</param>
    /// <param name="lane">Work in the same lane is done one after the other; the lane of a delivery is its webhook.</param>
    /// <param name="priority">Higher ones come first; 0 is the default.</param>
    public DeferredWork(DeferredKind kind, Guid subjectId, DateTimeOffset now, Guid? lane = null, int priority = 0)
    {
        Id = DeferredWorkId.New();
        (Kind, SubjectId) = (kind, subjectId);
        (Lane, Priority) = (lane, priority);
        (CreatedAt, NextTryAt) = (now, AtOnce);
    }

    public DeferredWorkId Id { get; private set; }

    public DeferredKind Kind { get; private set; }

    public Guid SubjectId { get; private set; }

    public Guid? Lane { get; private set; }

    public int Priority { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset NextTryAt { get; private set; }

    /// <summary>Attempts that were started.</summary>
    public int Attempts { get; private set; }

    public DateTimeOffset? LastTriedAt { get; private set; }

    /// <summary>The worker that has claimed it: a new value with every claim.</summary>
    public Guid? Owner { get; private set; }

    /// <summary>When the claim ends; afterwards any worker may claim it.</summary>
    public DateTimeOffset? ClaimedUntil { get; private set; }

    /// <summary>
    /// Why the last attempt failed: a code of this program, a status, or the type of an exception. Never a text from outside, which may
    /// contain addresses.
    /// </summary>
    public string? Reason { get; private set; }

    /// <summary>When it was parked: it is not tried again until a person of the secretariat decides.</summary>
    public DateTimeOffset? ParkedAt { get; private set; }

    /// <summary>Starts again at once, with all attempts.</summary>
    public void Retry()
    {
        StartAgain();
        Raise(new DeferredWorkRetried(Id, Kind, SubjectId));
    }

    /// <summary>As <see cref="Retry"/>, for callers that raise an event of their own.</summary>
    public void StartAgain()
    {
        (Attempts, NextTryAt) = (0, AtOnce);
        (Owner, ClaimedUntil) = (null, null);
        ParkedAt = null;
    }

    /// <summary>Records that it will never be done; the caller deletes it.</summary>
    /// <param name="because">The reason, as written by the person who decides.</param>
    public void Drop(string because) => Raise(new DeferredWorkDropped(Id, Kind, SubjectId, because.Trim()));
}

public sealed record DeferredWorkRetried(DeferredWorkId DeferredWorkId, DeferredKind Kind, Guid SubjectId) : IDomainEvent;

public sealed record DeferredWorkDropped(DeferredWorkId DeferredWorkId, DeferredKind Kind, Guid SubjectId, string Reason) : IDomainEvent;
