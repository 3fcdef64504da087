using System.Data;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.History;

namespace PartnershipTracker.Infrastructure.Persistence;

internal sealed class DatabaseSession(TrackerDb db) : IDatabaseSession
{
    /// <summary>The longest pause of SQLite's own wait (<c>busy_timeout</c>), and a little more.</summary>
    private static readonly TimeSpan OthersLookEvery = TimeSpan.FromMilliseconds(110);

    public Task<IDbContextTransaction> BeginTransactionAsync(IsolationLevel isolation, CancellationToken ct) =>
        db.Database.BeginTransactionAsync(isolation, ct);

    public Task<IDbContextTransaction?> JoinTransactionAsync(IsolationLevel isolation, CancellationToken ct) =>
        db.BeginAsync(isolation, ct);

    public async Task<IDbContextTransaction?> BeginSnapshotAsync(CancellationToken ct) =>
        db.Database.CurrentTransaction is not null
            ? null
            // SQLite begins a transaction at once as a writer, except with this level; its readers always see one state.
            : await db.Database.BeginTransactionAsync(
                db.Database.IsSqlite() ? IsolationLevel.ReadUncommitted : IsolationLevel.RepeatableRead,
                ct
            );

    public IReadOnlyList<RecordedTable> RecordedTables => History.RecordedTables.Of(db.Model);

    public RecordedTable RecordedVersions => History.RecordedTables.VersionsOf(db.Model);

    public Task<int> ExecuteSqlAsync(string sql, IReadOnlyList<object> parameters, CancellationToken ct) =>
        db.Database.ExecuteSqlRawAsync(sql, parameters, ct);

    public async IAsyncEnumerable<object[]> ReadStoredAsync(string sql, [EnumeratorCancellation] CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = sql;
            command.CommandTimeout = 0;
            command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
            await using var reader = await command.ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct))
            {
                var values = new object[reader.FieldCount];
                reader.GetValues(values);
                yield return values;
            }
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    public Task LetOthersWriteAsync(CancellationToken ct) => db.Database.IsSqlite() ? Task.Delay(OthersLookEvery, ct) : Task.CompletedTask;

    public bool IsInTransaction => db.Database.CurrentTransaction is not null;

    public bool IsConflict(Exception exception) => DatabaseErrors.IsConflict(exception) || DatabaseErrors.IsUniqueViolation(exception);

    public void ClearTracked() => db.ChangeTracker.Clear();

    public bool IsTransient(Exception exception) => DatabaseErrors.IsTransient(exception);
}
