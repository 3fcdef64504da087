using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.Common;

/// <summary>Inserts many new rows much faster than one by one. Their sequence follows the order given.</summary>
public interface IBulkInsert
{
    /// <summary>Inserts rows and their children in the current transaction. Their events are written to the history.</summary>
    /// <param name="rows">New entities.</param>
    /// <param name="changed">Tracked aggregates that changed with them. Their events are written now, their rows by the next save.</param>
    Task InsertAsync(IReadOnlyCollection<Entity> rows, IReadOnlyCollection<AggregateRoot> changed, CancellationToken ct);
}
