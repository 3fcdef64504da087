namespace PartnershipTracker.Application.History;

/// <summary>A row of a recorded table, as the database stores it.</summary>
internal sealed class StoredRow
{
    private readonly Dictionary<string, object> _values;

    public StoredRow(RecordedTable table, IReadOnlyList<string> columns, object[] values)
    {
        Table = table;
        _values = new Dictionary<string, object>(columns.Count);
        for (var i = 0; i < columns.Count; i++)
            _values[columns[i]] = values[i];
        CommitmentId = Id(table.CommitmentColumn)!.Value;
        Name = table.RowName(table.Key.Select(key => _values[key.Name]));
    }

    public RecordedTable Table { get; }

    public Guid CommitmentId { get; }

    /// <summary>As in <see cref="RecordedTable.RowName"/>.</summary>
    public string Name { get; }

    public Guid? Salt => _values.ContainsKey(RecordedTable.Salt) ? Id(RecordedTable.Salt) : null;

    /// <summary>The columns that <see cref="StoredRow"/> needs of a table.</summary>
    public static IEnumerable<string> ColumnsOf(RecordedTable table) =>
        table.Key.Concat(table.Columns).Select(column => column.Name).Append(table.CommitmentColumn).Distinct();

    /// <summary>The value in the form in which it is recorded; null where it is empty.</summary>
    /// <param name="salt">With which texts were hashed.</param>
    public string? ValueOf(RecordedColumn column, Guid? salt) =>
        column.Kind == RecordedKind.Text
            ? RecordedValue.HashOf(_values[column.Name], salt ?? default)
            : RecordedValue.Of(_values[column.Name], column.Kind);

    /// <summary>UTC ticks; null where there is no instant, or no such column.</summary>
    public long? Instant(string column) => _values.GetValueOrDefault(column) as long?;

    public string? Text(string column) => _values.GetValueOrDefault(column) as string;

    public Guid? Id(string column) =>
        _values.GetValueOrDefault(column) switch
        {
            Guid id => id,
            string text when Guid.TryParse(text, out var id) => id,
            _ => null,
        };

    /// <param name="column">Null for the whole row.</param>
    public RecordDifference Difference(RecordedColumn? column, string? expected, string? found) =>
        new(
            Table.Name,
            Table.Key.Count > 0
                ? Name[(Table.Name.Length + 1)..]
                : RecordedValue.Readable($"{Instant("ValidFrom")}", RecordedKind.Instant)!,
            CommitmentId,
            column?.Name,
            column is null ? expected : RecordedValue.Readable(expected, column.Kind),
            column is null ? found : RecordedValue.Readable(found, column.Kind)
        );
}
