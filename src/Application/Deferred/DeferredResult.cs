using PartnershipTracker.Domain.Deferred;

namespace PartnershipTracker.Application.Deferred;

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
