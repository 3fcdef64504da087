using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Domain.Deferred;

public readonly record struct DeferredWorkId(Guid Value)
{
    public static DeferredWorkId New() => new(Guid.CreateVersion7());
}

/// <summary>What is done after a change was saved, and not while somebody waits for the answer.</summary>
public enum DeferredKind
{
    /// <summary>A mail is sent.</summary>
    Mail,

    /// <summary>A webhook is told an event.</summary>
    WebhookDelivery,

    /// <summary>The rows of an uploaded file are brought in.</summary>
    Import,

    /// <summary>An accountability report is made, because its schedule says so.</summary>
    Report,

    /// <summary>The address of a piece of evidence is visited.</summary>
    LinkCheck,
}

/// <summary>Saving such a row for the first time saves the work that it causes with it.</summary>
public interface ICausesWork
{
    /// <returns>Null where there is nothing to do.</returns>
    DeferredWork? Work(DateTimeOffset now);
}

/// <summary>
/// One thing that is still to be done about one row (docs/adr/0021). Whoever does it claims it first, for a limited time and under an owner of its own; it is removed
/// when it is done, tried again later when it fails, and parked with its reason when that does not help. What is to be done stands in the row that it is about.
/// </summary>
public sealed class DeferredWork : AggregateRoot
{
    public const int ReasonMaxLength = 100;

    /// <summary>The reason where the program ended during the last attempt.</summary>
    public const string Interrupted = "interrupted";

    /// <summary>Comes before everything else of its kind: somebody waits for it in front of a screen.</summary>
    public const int Urgent = 100;

    /// <summary>Due since ever, so that no clock that is set back delays what was never tried.</summary>
    public static readonly DateTimeOffset AtOnce = DateTimeOffset.MinValue;

    private DeferredWork()
    {
    }

    /// <param name="subjectId">The id of the row that it is about.</param>
    /// <param name="lane">What is done one after the other: of a delivery, its webhook.</param>
    /// <param name="priority">The higher the sooner; 0 is usual.</param>
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

    /// <summary>Attempts that were begun.</summary>
    public int Attempts { get; private set; }

    public DateTimeOffset? LastTriedAt { get; private set; }

    /// <summary>Who is at it: a new value with every claim.</summary>
    public Guid? Owner { get; private set; }

    /// <summary>Until when the claim counts; afterwards anybody may take it.</summary>
    public DateTimeOffset? ClaimedUntil { get; private set; }

    /// <summary>Why the last attempt failed: a code of ours, a status, or the type of an exception; never words from outside, which may hold addresses.</summary>
    public string? Reason { get; private set; }

    /// <summary>Since when it is not tried any more, until somebody of the secretariat decides.</summary>
    public DateTimeOffset? ParkedAt { get; private set; }

    /// <summary>Begins anew, at once.</summary>
    public void Retry()
    {
        StartAgain();
        Raise(new DeferredWorkRetried(Id, Kind, SubjectId));
    }

    /// <summary>As <see cref="Retry"/>, where another event tells it.</summary>
    public void StartAgain()
    {
        (Attempts, NextTryAt) = (0, AtOnce);
        (Owner, ClaimedUntil) = (null, null);
        ParkedAt = null;
    }

    /// <summary>It is never done; the caller removes it.</summary>
    /// <param name="because">Why, in the words of who decides.</param>
    public void Drop(string because) => Raise(new DeferredWorkDropped(Id, Kind, SubjectId, because.Trim()));
}

public sealed record DeferredWorkRetried(DeferredWorkId DeferredWorkId, DeferredKind Kind, Guid SubjectId) : IDomainEvent;

public sealed record DeferredWorkDropped(DeferredWorkId DeferredWorkId, DeferredKind Kind, Guid SubjectId, string Reason) : IDomainEvent;
