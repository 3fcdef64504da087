namespace PartnershipTracker.Domain.Deferred;

/// <summary>A row that causes deferred work, which is saved together with the row when that is saved for the first time.</summary>
public interface ICausesWork
{
    /// <returns>Null where there is nothing to do.</returns>
    DeferredWork? Work(DateTimeOffset now);
}
