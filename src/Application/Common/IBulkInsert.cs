using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.Common;

/// <summary>Writes many new rows at once, far faster than one by one; in the order given, which becomes their sequence.</summary>
public interface IBulkInsert
{
    /// <summary>Inserts within the current transaction, children included. Raised events are written to the history, as a save would.</summary>
    /// <param name="rows">New entities.</param>
    /// <param name="changed">Tracked aggregates that changed along with them; their events are written, their rows are left to the next save.</param>
    Task InsertAsync(IReadOnlyCollection<Entity> rows, IReadOnlyCollection<AggregateRoot> changed, CancellationToken ct);
}
