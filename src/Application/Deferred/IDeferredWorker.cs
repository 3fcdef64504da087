using PartnershipTracker.Domain.Deferred;

namespace PartnershipTracker.Application.Deferred;

/// <summary>Does the work of one kind, one item at a time, in a scope of its own. Registered under its <see cref="DeferredKind"/>.</summary>
public interface IDeferredWorker
{
    /// <summary>
    /// Does it, or fails by an exception. What it changes and does not save is saved together with the result, and only while the claim is still ours.
    /// A row that is gone leaves nothing to do, which is <see cref="DeferredResult.Done"/>.
    /// </summary>
    Task<DeferredResult> DoAsync(Claim claim, CancellationToken ct);

    /// <summary>The last attempt failed: says so where people look. Changes are saved by the caller.</summary>
    /// <param name="reason">As <see cref="DeferredWork.Reason"/>.</param>
    Task ParkedAsync(Guid subjectId, string reason, CancellationToken ct) => Task.CompletedTask;

    /// <summary>It was parked, and somebody wants it tried again. Changes are saved by the caller.</summary>
    Task RetriedAsync(Guid subjectId, CancellationToken ct) => Task.CompletedTask;

    /// <summary>Somebody decided that it is never done. Changes are saved by the caller.</summary>
    Task DroppedAsync(Guid subjectId, CancellationToken ct) => Task.CompletedTask;
}

/// <summary>How an attempt ended.</summary>
/// <param name="Reason">Of a failure, as <see cref="DeferredWork.Reason"/>.</param>
/// <param name="IsPermanent">Another attempt would not help: it is parked at once.</param>
/// <param name="AgainAt">It is done for now, and wanted again then.</param>
/// <param name="IsPutBack">Nothing was tried, and the rest of the lane waits, too.</param>
public sealed record DeferredResult(string? Reason = null, bool IsPermanent = false, DateTimeOffset? AgainAt = null, bool IsPutBack = false)
{
    public static readonly DeferredResult Done = new();

    public static readonly DeferredResult PutBack = new(IsPutBack: true);

    public bool IsDone => Reason is null && !IsPutBack;

    public static DeferredResult Again(DateTimeOffset at) => new(AgainAt: at);

    public static DeferredResult Failed(string reason, bool isPermanent = false) => new(reason, isPermanent);
}
