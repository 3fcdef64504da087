using PartnershipTracker.Domain.Deferred;

namespace PartnershipTracker.Application.Deferred;

public enum DeferredState
{
    /// <summary>It waits for its first or next attempt.</summary>
    Waiting,

    /// <summary>It failed for good and is not tried again until it is retried or dropped.</summary>
    Parked,
}

/// <summary>An item of deferred work, and how often it failed.</summary>
public sealed record DeferredWorkDetails
{
    public Guid Id { get; init; }

    public DeferredKind Kind { get; init; }

    /// <summary>The id of the mail, delivery, import, report schedule, piece of evidence, person or verification.</summary>
    public Guid SubjectId { get; init; }

    /// <summary>
    /// What it is about: the subject of a mail, the event of a delivery, the name of a file, schedule or link; null if that no longer
    /// exists.
    /// </summary>
    public string? About { get; init; }

    /// <summary>Where it is sent: the address of a mail, the host of a webhook or link.</summary>
    public string? Target { get; init; }

    public DeferredState State { get; init; }

    /// <summary>The number of attempts started so far.</summary>
    public int Attempts { get; init; }

    public DateTimeOffset? LastTriedAt { get; init; }

    /// <summary>Why the last attempt failed: a code such as <c>smtp.550</c> or <c>http.503</c>, or the type of an exception.</summary>
    public string? LastFailure { get; init; }

    /// <summary>Null if it is parked or due at once.</summary>
    public DateTimeOffset? NextTryAt { get; init; }

    public DateTimeOffset? ParkedAt { get; init; }

    public DateTimeOffset CreatedAt { get; init; }
}
