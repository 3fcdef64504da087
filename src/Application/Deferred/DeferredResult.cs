using PartnershipTracker.Domain.Deferred;

namespace PartnershipTracker.Application.Deferred;

/// <summary>The result of an attempt.</summary>
/// <param name="Reason">Of a failure, see <see cref="DeferredWork.Reason"/>.</param>
/// <param name="IsPermanent">Another attempt would not help, so the item is parked at once.</param>
/// <param name="AgainAt">The attempt succeeded, and the item is due again at this time.</param>
/// <param name="IsPutBack">Nothing was attempted, and the run ends for this lane.</param>
public sealed record DeferredResult(string? Reason = null, bool IsPermanent = false, DateTimeOffset? AgainAt = null, bool IsPutBack = false)
{
    public static readonly DeferredResult Done = new();

    public static readonly DeferredResult PutBack = new(IsPutBack: true);

    public bool IsDone => Reason is null && !IsPutBack;

    public static DeferredResult Again(DateTimeOffset at) => new(AgainAt: at);

    public static DeferredResult Failed(string reason, bool isPermanent = false) => new(reason, isPermanent);
}
