using Microsoft.EntityFrameworkCore.Metadata;
using PartnershipTracker.Application.History;
using PartnershipTracker.Infrastructure.Persistence;

namespace PartnershipTracker.Infrastructure.History;

/// <summary>A recorded table with the columns of EF's model, found once for all its rows.</summary>
internal sealed class RecordedType
{
    private readonly StoredColumn _commitment;

    private RecordedType(IEntityType type)
    {
        Table = RecordedTables.Of(type);
        var columns = StoredTable.Of(type).Columns.ToDictionary(c => c.Name);
        _commitment = columns[Table.CommitmentColumn];
        Key = [.. Table.Key.Select(key => columns[key.Name])];
        Columns = [.. Table.Columns.Select(column => (column, columns[column.Name]))];
    }

    public RecordedTable Table { get; }

    public IReadOnlyList<StoredColumn> Key { get; }

    public IReadOnlyList<(RecordedColumn Column, StoredColumn Stored)> Columns { get; }

    public static RecordedType Of(IEntityType type) =>
        (RecordedType)type.GetOrAddRuntimeAnnotationValue("Tracker:RecordedType", t => new RecordedType(t!), type)!;

    public Guid CommitmentOf(object row) => (Guid)_commitment.Value(row)!;

    public string NameOf(object row) => Table.RowName(Key.Select(key => key.Value(row)));
}
