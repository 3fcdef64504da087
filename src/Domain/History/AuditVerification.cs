using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Deferred;

namespace PartnershipTracker.Domain.History;

public readonly record struct AuditVerificationId(Guid Value)
{
    public static AuditVerificationId New() => new(Guid.CreateVersion7());
}

public enum AuditVerificationState
{
    /// <summary>It waits to be started.</summary>
    Waiting,

    Running,

    /// <summary>The history and the record are intact.</summary>
    Valid,

    /// <summary>At least one entry or row is not as it was recorded.</summary>
    Broken,

    /// <summary>It could not be carried out; this says nothing about the history.</summary>
    Failed,
}

/// <summary>
/// One check of the sealed history and the record: who asked for it, how far it is, and what it found. It changes nothing that it checks.
/// </summary>
public sealed class AuditVerification : Entity, ICausesWork
{
    private AuditVerification() { }

    public AuditVerificationId Id { get; private set; }

    public ActorKind ActorKind { get; private set; }

    public Guid? ActorId { get; private set; }

    public DateTimeOffset RequestedAt { get; private set; }

    /// <summary>A hash that the chain must contain; null where none was given.</summary>
    public string? ExpectedHead { get; private set; }

    public AuditVerificationState State { get; private set; }

    public DateTimeOffset? StartedAt { get; private set; }

    public DateTimeOffset? FinishedAt { get; private set; }

    /// <summary>How many entries are read in all, those of commitments twice; 0 until it is started.</summary>
    public long ToRead { get; private set; }

    public long Read { get; private set; }

    /// <summary>Of a failed one, see <see cref="DeferredWork.Reason"/>.</summary>
    public string? Reason { get; private set; }

    /// <summary>What was found, as JSON; null until it is finished.</summary>
    public string? Result { get; private set; }

    public bool IsFinished => State is AuditVerificationState.Valid or AuditVerificationState.Broken or AuditVerificationState.Failed;

    /// <summary>One that a job is to carry out.</summary>
    public static AuditVerification Request(Actor by, string? expectedHead, DateTimeOffset now) =>
        new()
        {
            Id = AuditVerificationId.New(),
            ActorKind = by.Kind,
            ActorId = by.Id,
            RequestedAt = now,
            ExpectedHead = expectedHead,
        };

    /// <summary>One that has been carried out already.</summary>
    public static AuditVerification Record(
        Actor by,
        string? expectedHead,
        DateTimeOffset startedAt,
        bool isValid,
        string result,
        DateTimeOffset now
    )
    {
        var verification = Request(by, expectedHead, startedAt);
        verification.Start(0, startedAt);
        verification.Finish(isValid, result, now);
        return verification;
    }

    public void Start(long toRead, DateTimeOffset now)
    {
        State = AuditVerificationState.Running;
        StartedAt = now;
        (ToRead, Read) = (toRead, 0);
        (FinishedAt, Reason) = (null, null);
    }

    public void Finish(bool isValid, string result, DateTimeOffset now)
    {
        State = isValid ? AuditVerificationState.Valid : AuditVerificationState.Broken;
        FinishedAt = now;
        Read = ToRead;
        Result = result;
    }

    public void Fail(string reason, DateTimeOffset now)
    {
        State = AuditVerificationState.Failed;
        FinishedAt = now;
        Reason = reason;
    }

    /// <summary>It is tried again after it failed.</summary>
    public void Retry()
    {
        State = AuditVerificationState.Waiting;
        (FinishedAt, Reason) = (null, null);
    }

    public DeferredWork? Work(DateTimeOffset now) => IsFinished ? null : new(DeferredKind.AuditVerification, Id.Value, now);
}
