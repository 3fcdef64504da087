using System.Data;
using Microsoft.EntityFrameworkCore.Storage;

namespace PartnershipTracker.Application.Common;

/// <summary>What work in batches needs of the database besides its sets: transactions, SQL, and forgetting what was loaded.</summary>
public interface IDatabaseSession
{
    /// <returns>A new transaction for the caller to commit.</returns>
    Task<IDbContextTransaction> BeginTransactionAsync(IsolationLevel isolation, CancellationToken ct);

    /// <returns>
    /// A new transaction for the caller to commit; null where one is in progress, or where the request commits it after its response is read.
    /// </returns>
    Task<IDbContextTransaction?> JoinTransactionAsync(IsolationLevel isolation, CancellationToken ct);

    /// <param name="sql">With {0}, {1} … for the parameters.</param>
    /// <returns>The number of rows that it changed.</returns>
    Task<int> ExecuteSqlAsync(string sql, IReadOnlyList<object> parameters, CancellationToken ct);

    /// <returns>Each row as the database stores it, without any conversion.</returns>
    IAsyncEnumerable<object[]> ReadStoredAsync(string sql, CancellationToken ct);

    /// <summary>Forgets all loaded entities, so that memory stays flat from batch to batch.</summary>
    void Forget();

    /// <returns>Whether the same may succeed another time, because of a conflict with another writer or a database that is unavailable.</returns>
    bool IsTransient(Exception exception);
}
