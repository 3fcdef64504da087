using System.Data;
using System.Globalization;
using PartnershipTracker.Application.Common;

namespace PartnershipTracker.Application.History;

/// <summary>
/// Compares commitments, their parts, flags and versions with what the history last recorded of them. It reads a few hundred commitments at
/// a time, each in one snapshot, so that memory does not grow with the tables and changes made meanwhile are no differences.
/// </summary>
internal sealed class RecordCheck(ITrackerDb db, DateTimeOffset now)
{
    /// <summary>How many differences are named; all are counted.</summary>
    public const int MaxNamed = 100;

    private const int EntriesAtOnce = 2000;

    private readonly IReadOnlyList<RecordedTable> _tables = db.Session.RecordedTables;
    private readonly RecordedTable _versions = db.Session.RecordedVersions;

    /// <summary>
    /// The salts of the commitments of this batch. Versions have none of their own: they repeat texts of their commitment.
    /// </summary>
    private readonly Dictionary<Guid, Guid?> _salts = [];

    /// <summary>The number of rows that were compared.</summary>
    public long Rows { get; private set; }

    /// <summary>The number of rows whose texts were erased, together with the salt of their hashes.</summary>
    public long Erased { get; private set; }

    public long Count { get; private set; }

    public List<RecordDifference> Differences { get; } = [];

    /// <param name="progress">Gets the number of entries read so far.</param>
    public async Task RunAsync(Func<long, Task> progress, CancellationToken ct)
    {
        Guid? after = null;
        var read = 0L;
        do
        {
            await using (var snapshot = await db.Session.BeginSnapshotAsync(ct))
            {
                var last = await LastOfBatchAsync(after, ct);
                await CompareAsync(new Range(after, last), ct);
                after = last;
            }

            read += EntriesAtOnce;
            if (after is not null)
                await progress(read);
        } while (after is not null);
    }

    /// <returns>The last commitment of the next batch; null if the batch has no end.</returns>
    private async Task<Guid?> LastOfBatchAsync(Guid? after, CancellationToken ct)
    {
        var sql = string.Create(
            CultureInfo.InvariantCulture,
            $"""
            SELECT "CommitmentId" FROM "History" WHERE "CommitmentId" IS NOT NULL{new Range(after, null).On("\"CommitmentId\"")}
            ORDER BY "CommitmentId" LIMIT 1 OFFSET {EntriesAtOnce}
            """
        );
        await foreach (var row in db.Session.ReadStoredAsync(sql, ct))
            return IdOf(row[0]);
        return null;
    }

    private async Task CompareAsync(Range range, CancellationToken ct)
    {
        var records = await RecordsAsync(range, ct);
        var sweeps = new SweepTimes(now);
        foreach (var table in _tables)
            await CompareAsync(table, range, records, sweeps, ct);
        await CompareVersionsAsync(range, records, ct);
        _salts.Clear();
        foreach (var record in records.Values)
        foreach (var row in record.Rows)
            await NameMissingAsync(record, row.Key, row.Value, ct);
        foreach (var difference in sweeps.Wrong())
            Add(difference);
    }

    private async Task<Dictionary<Guid, HistoryRecord>> RecordsAsync(Range range, CancellationToken ct)
    {
        var records = new Dictionary<Guid, HistoryRecord>();
        var sql = $"""
            SELECT "CommitmentId", "Event", "At", "Record" FROM "History"
            WHERE "CommitmentId" IS NOT NULL{range.On("\"CommitmentId\"")} AND ("Record" IS NOT NULL OR "Event" = '{HistoryRecord.Undone}')
            ORDER BY "CommitmentId", "Seq"
            """;
        await foreach (var row in db.Session.ReadStoredAsync(sql, ct))
        {
            var id = IdOf(row[0]);
            if (!records.TryGetValue(id, out var record))
                records[id] = record = new HistoryRecord(id, _versions);
            record.Add((string)row[1], (long)row[2], row[3] as string);
        }

        return records;
    }

    private async Task CompareAsync(
        RecordedTable table,
        Range range,
        Dictionary<Guid, HistoryRecord> records,
        SweepTimes sweeps,
        CancellationToken ct
    )
    {
        string[] others = [.. table.NotRecorded.Keys.Where(name => name is RecordedTable.Salt or SweepTimes.Column)];
        await foreach (var row in ReadAsync(table, range, others, ct))
        {
            Rows++;
            sweeps.See(row);
            if (table.CommitmentColumn == "Id")
                _salts[row.CommitmentId] = row.Salt;
            if (records.GetValueOrDefault(row.CommitmentId)?.Rows.Remove(row.Name, out var expected) is not true)
                Add(row.Difference(null, null, RecordDifference.Row));
            else
                Compare(row, expected!, row.Salt);
        }
    }

    /// <param name="salt">With which the texts of the row were hashed; null if it was erased with them.</param>
    private void Compare(StoredRow row, Dictionary<string, string?> expected, Guid? salt)
    {
        var isErased = false;
        foreach (var column in row.Table.Columns)
        {
            var (recorded, found) = (RecordedValue.Of(expected.GetValueOrDefault(column.Name), column.Kind), row.ValueOf(column, salt));
            if (Same(column, recorded, found))
                continue;
            if (column.Kind == RecordedKind.Text && found is null && salt is null)
                isErased = true;
            else
                Add(row.Difference(column, recorded, found));
        }

        if (isErased)
            Erased++;
    }

    /// <summary>Versions follow from the changes of their commitment, the oldest first.</summary>
    private async Task CompareVersionsAsync(Range range, Dictionary<Guid, HistoryRecord> records, CancellationToken ct)
    {
        var seen = new Dictionary<Guid, int>();
        await foreach (var row in ReadAsync(_versions, range, [], ct))
        {
            var record = records.GetValueOrDefault(row.CommitmentId);
            if (record is { IsUndone: true })
                continue;
            Rows++;
            var number = seen.GetValueOrDefault(row.CommitmentId);
            seen[row.CommitmentId] = number + 1;
            if (record is null || number >= record.Versions.Count)
                Add(row.Difference(null, null, RecordDifference.Row));
            else
                Compare(row, record.Versions[number], _salts.GetValueOrDefault(row.CommitmentId));
        }

        foreach (var record in records.Values)
        foreach (var missing in record.Versions.Skip(seen.GetValueOrDefault(record.CommitmentId)))
            Add(
                new RecordDifference(
                    _versions.Name,
                    RecordedValue.Readable(missing["ValidFrom"], RecordedKind.Instant)!,
                    record.CommitmentId,
                    null,
                    RecordDifference.Row,
                    null
                )
            );
    }

    /// <summary>A row that is not where it was recorded: it is gone, or it was moved to another commitment.</summary>
    private async Task NameMissingAsync(HistoryRecord record, string name, Dictionary<string, string?> expected, CancellationToken ct)
    {
        var slash = name.IndexOf('/', StringComparison.Ordinal);
        var (entity, id) = (name[..slash], name[(slash + 1)..]);
        var table = _tables.SingleOrDefault(t => t.Name == entity);
        if (table is { Key: [{ Kind: RecordedKind.Id, Name: "Id" }] } && table.CommitmentColumn != "Id" && Guid.TryParse(id, out var guid))
            await foreach (var row in ReadAsync(table, $"""WHERE "Id" = '{Literal(guid)}'""", [], ct))
            {
                Add(
                    new RecordDifference(
                        entity,
                        id,
                        record.CommitmentId,
                        table.CommitmentColumn,
                        $"{record.CommitmentId}",
                        $"{row.CommitmentId}"
                    )
                );
                Compare(row, expected, row.Salt);
                return;
            }

        Add(new RecordDifference(entity, id, record.CommitmentId, null, RecordDifference.Row, null));
    }

    private IAsyncEnumerable<StoredRow> ReadAsync(RecordedTable table, Range range, string[] others, CancellationToken ct) =>
        ReadAsync(
            table,
            $"""
            WHERE "{table.CommitmentColumn}" IS NOT NULL{range.On($"\"{table.CommitmentColumn}\"")}
            ORDER BY "{table.CommitmentColumn}", "Seq"
            """,
            others,
            ct
        );

    private IAsyncEnumerable<StoredRow> ReadAsync(RecordedTable table, string where, string[] others, CancellationToken ct)
    {
        string[] columns = [.. StoredRow.ColumnsOf(table), .. others];
        var sql = $"""SELECT {string.Join(", ", columns.Select(c => $"\"{c}\""))} FROM "{table.Name}" {where}""";
        return db.Session.ReadStoredAsync(sql, ct).Select(values => new StoredRow(table, columns, values));
    }

    private void Add(RecordDifference difference)
    {
        Count++;
        if (Differences.Count < MaxNamed)
            Differences.Add(difference);
    }

    private static bool Same(RecordedColumn column, string? recorded, string? found) =>
        recorded == found || ((recorded ?? column.Empty) == (found ?? column.Empty) && column.Empty is not null);

    private static Guid IdOf(object stored) => stored as Guid? ?? Guid.Parse((string)stored);

    /// <summary>As SQLite stores it; PostgreSQL takes it, too.</summary>
    private static string Literal(Guid id) => id.ToString().ToUpperInvariant();

    /// <summary>The commitments after one, up to another; null for no bound.</summary>
    private sealed record Range(Guid? After, Guid? Last)
    {
        public string On(string column) =>
            (After is { } after ? $" AND {column} > '{Literal(after)}'" : "")
            + (Last is { } last ? $" AND {column} <= '{Literal(last)}'" : "");
    }
}
