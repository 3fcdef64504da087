using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Deferred;
using PartnershipTracker.Infrastructure.History;

namespace PartnershipTracker.Infrastructure.Persistence;

/// <summary>
/// Inserts rows according to EF's model: the same tables, columns and conversions, without change tracking. SQLite uses one prepared
/// statement for each table (<see cref="SqliteInsert"/>), PostgreSQL a binary COPY.
/// </summary>
internal sealed class BulkInsert(TrackerDb db) : IBulkInsert
{
    public async Task InsertAsync(IReadOnlyCollection<Entity> rows, IReadOnlyCollection<AggregateRoot> changed, CancellationToken ct)
    {
        var now = db.Now;
        var work = TrackerDb.WorkOf(rows.OfType<ICausesWork>(), now);
        foreach (var row in rows.OfType<TrackedEntity>().Concat(work))
            row.Saved(now);
        var waiting = new List<(IEntityType Type, List<object> Rows)>();
        Collect(db.Model.FindEntityType(typeof(DeferredWork))!, [.. work], waiting);
        foreach (var type in rows.GroupBy(row => row.GetType()))
            Collect(db.Model.FindEntityType(type.Key)!, [.. type], waiting);
        var aggregates = rows.OfType<AggregateRoot>().Concat(changed).ToList();
        var record = new RecordedChanges();
        foreach (var (type, some) in waiting)
            record.AddNew(type, some);
        Collect(db.Model.FindEntityType(typeof(HistoryEntry))!, [.. db.HistoryOf(aggregates, record, now)], waiting);
        Collect(
            db.Model.FindEntityType(typeof(CommitmentVersion))!,
            [.. rows.OfType<Commitment>().Select(commitment => new CommitmentVersion(commitment, now))],
            waiting
        );

        foreach (var (type, some) in waiting.OrderBy(w => Depth(w.Type)))
            await InsertAsync(StoredTable.Of(type), some, ct);
        aggregates.ForEach(aggregate => aggregate.ClearEvents());
    }

    /// <summary>Collects the rows and then their children.</summary>
    private static void Collect(IEntityType type, List<object> rows, List<(IEntityType Type, List<object> Rows)> waiting)
    {
        if (rows.Count == 0)
            return;
        waiting.Add((type, rows));
        foreach (var navigation in type.GetNavigations().Where(n => n.IsCollection))
            Collect(
                navigation.TargetEntityType,
                [.. rows.SelectMany(row => (IEnumerable<object>)navigation.GetGetter().GetClrValue(row)!)],
                waiting
            );
    }

    /// <summary>The number of levels above a table. Parents are inserted before their children.</summary>
    private static int Depth(IEntityType type) =>
        type.GetForeignKeys()
            .Where(key => key.PrincipalEntityType != type && !key.IsOwnership)
            .Select(key => Depth(key.PrincipalEntityType) + 1)
            .DefaultIfEmpty(0)
            .Max();

    private async Task InsertAsync(StoredTable table, List<object> rows, CancellationToken ct)
    {
        if (db.Database.GetDbConnection() is NpgsqlConnection postgres)
        {
            await using var copy = await postgres.BeginBinaryImportAsync(
                $"COPY \"{table.Name}\" ({table.ColumnNames}) FROM STDIN (FORMAT BINARY)",
                ct
            );
            foreach (var row in rows)
            {
                await copy.StartRowAsync(ct);
                foreach (var column in table.Columns)
                    if (column.Value(row) is { } value)
                        await copy.WriteAsync(value, column.StoreType, ct);
                    else
                        await copy.WriteNullAsync(ct);
            }

            await copy.CompleteAsync(ct);
            return;
        }

        using var insert = new SqliteInsert(
            (SqliteConnection)db.Database.GetDbConnection(),
            $"INSERT INTO \"{table.Name}\" ({table.ColumnNames}) VALUES ({string.Join(", ", table.Columns.Select(_ => "?"))})"
        );
        foreach (var row in rows)
            insert.Run(row, table.Columns);
    }
}
