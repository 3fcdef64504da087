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
