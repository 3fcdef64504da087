using PartnershipTracker.Domain.Deferred;

namespace PartnershipTracker.Application.Deferred;

/// <summary>Does the work of one kind, one item at a time, in its own scope. Registered under its <see cref="DeferredKind"/>.</summary>
public interface IDeferredWorker
{
    /// <summary>
    /// Does the item, or throws. Unsaved changes are saved together with the result, and only while the claim is still held. If the row no
    /// longer exists, the result is <see cref="DeferredResult.Done"/>.
    /// </summary>
    Task<DeferredResult> DoAsync(Claim claim, CancellationToken ct);

    /// <summary>Called after the last attempt failed, to show the failure on the subject itself. The caller saves.</summary>
    /// <param name="reason">As <see cref="DeferredWork.Reason"/>.</param>
    Task ParkedAsync(Guid subjectId, string reason, CancellationToken ct) => Task.CompletedTask;

    /// <summary>Called when a parked item is to be retried. The caller saves.</summary>
    Task RetriedAsync(Guid subjectId, CancellationToken ct) => Task.CompletedTask;

    /// <summary>Called when the item is dropped. The caller saves.</summary>
    Task DroppedAsync(Guid subjectId, CancellationToken ct) => Task.CompletedTask;
}
