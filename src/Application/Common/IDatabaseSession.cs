using System.Data;
using Microsoft.EntityFrameworkCore.Storage;
using PartnershipTracker.Application.History;

namespace PartnershipTracker.Application.Common;

/// <summary>Database access for work in batches: transactions, SQL, and clearing the tracked entities.</summary>
public interface IDatabaseSession
{
    /// <returns>A new transaction that the caller commits.</returns>
    Task<IDbContextTransaction> BeginTransactionAsync(IsolationLevel isolation, CancellationToken ct);

    /// <returns>
    /// A new transaction that the caller commits; null if one is in progress, or if the request commits it after its response is read.
    /// </returns>
    Task<IDbContextTransaction?> JoinTransactionAsync(IsolationLevel isolation, CancellationToken ct);

    /// <returns>
    /// A transaction in which all reads see the same state and nobody else waits; null if a transaction is in progress.
    /// </returns>
    Task<IDbContextTransaction?> BeginSnapshotAsync(CancellationToken ct);

    /// <summary>The tables whose rows the history records, without the versions of commitments.</summary>
    IReadOnlyList<RecordedTable> RecordedTables { get; }

    /// <summary>The versions, which are compared with what is recorded of their commitments.</summary>
    RecordedTable RecordedVersions { get; }

    /// <param name="sql">With {0}, {1} … as placeholders for the parameters.</param>
    /// <returns>The number of rows changed.</returns>
    Task<int> ExecuteSqlAsync(string sql, IReadOnlyList<object> parameters, CancellationToken ct);

    /// <returns>Each row as the database stores it, without any conversion.</returns>
    IAsyncEnumerable<object[]> ReadStoredAsync(string sql, CancellationToken ct);

    /// <summary>
    /// Lets others write between two transactions of long work. SQLite has one writer, and those who wait for it look only every 100 ms.
    /// </summary>
    Task LetOthersWriteAsync(CancellationToken ct);

    /// <summary>Clears the tracked entities, so that memory stays constant from batch to batch.</summary>
    void ClearTracked();

    /// <summary>
    /// Whether a transaction of the caller is in progress. After a failure in it nothing can be tried again, because PostgreSQL refuses all
    /// that follows.
    /// </summary>
    bool IsInTransaction { get; }

    /// <returns>Whether another writer was first: it changed the same row, or added the same one.</returns>
    bool IsConflict(Exception exception);

    /// <returns>
    /// Whether a repetition may succeed, because the cause was a conflict with another writer or an unavailable database.
    /// </returns>
    bool IsTransient(Exception exception);
}
