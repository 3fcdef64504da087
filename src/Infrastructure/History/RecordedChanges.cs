using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using PartnershipTracker.Application.History;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Infrastructure.Persistence;

namespace PartnershipTracker.Infrastructure.History;

/// <summary>
/// What one save writes about commitments, as the history records it (docs/history.md): for each commitment the rows that are removed, new
/// and changed.
/// </summary>
internal sealed class RecordedChanges
{
    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly Dictionary<Guid, Rows> _byCommitment = [];

    /// <summary>The changes of all tracked rows.</summary>
    public static RecordedChanges Of(ChangeTracker tracker)
    {
        var changes = new RecordedChanges();
        var entries = tracker.Entries().ToList();
        var parts = entries
            .Where(e => e.Metadata.IsOwned() && e.State is not (EntityState.Unchanged or EntityState.Detached))
            .Select(e => (Owner: OwnerOf(e), Part: e.Metadata.FindOwnership()!.PrincipalToDependent!.Name))
            .ToHashSet();
        foreach (var entry in entries.Where(e => !e.Metadata.IsOwned() && RecordedTables.IsRecorded(e.Metadata)))
        {
            if (entry.State == EntityState.Added)
                changes.AddNew(entry);
            else if (entry.State == EntityState.Deleted)
                changes.Remove(entry);
            else if (entry.State == EntityState.Modified || parts.Any(p => p.Owner == KeyOf(entry)))
                changes.Change(entry, parts);
        }

        return changes;
    }

    /// <summary>Adds new rows that are not tracked.</summary>
    public void AddNew(IEntityType type, IEnumerable<object> rows)
    {
        if (!RecordedTables.IsRecorded(type))
            return;
        foreach (var row in rows)
            AddNew(RecordedType.Of(type), row, Salts.Of);
    }

    /// <returns>What is written about this commitment, once; null if nothing is, or if it was taken before.</returns>
    public string? TakeOf(Guid commitment) => _byCommitment.Remove(commitment, out var rows) ? rows.ToJson() : null;

    /// <returns>What nobody has taken.</returns>
    public IEnumerable<(HistorySubject Subject, string Written)> TakeRest(ChangeTracker tracker)
    {
        if (_byCommitment.Count == 0)
            return [];
        var subjects = tracker
            .Entries<Commitment>()
            .Select(e => new HistorySubject(e.Entity.Id.Value, e.Entity.OrganizationId.Value, e.Entity.PartnershipId.Value))
            .ToDictionary(s => s.CommitmentId!.Value);
        return _byCommitment
            .Keys.ToList()
            .ConvertAll(id => (subjects.GetValueOrDefault(id, new HistorySubject(id, null, null)), TakeOf(id)!));
    }

    private void AddNew(EntityEntry entry) =>
        AddNew(
            RecordedType.Of(entry.Metadata),
            entry.Entity,
            row =>
            {
                var salt = Salts.Of(row);
                entry.Property(RecordedTable.Salt).CurrentValue = salt;
                return salt;
            }
        );

    private void AddNew(RecordedType type, object row, Func<object, Guid> saltOf)
    {
        var salt = type.Table.HasSalt ? saltOf(row) : default;
        var values = new List<(string, string?)>();
        foreach (var (column, stored) in type.Columns)
            if (ValueOf(column, stored, row, salt) is { } value && value != column.Empty)
                values.Add((column.Name, value));
        RowsOf(type, row).Added.Add((type.NameOf(row), values));
    }

    private void Change(EntityEntry entry, HashSet<(object? Owner, string Part)> parts)
    {
        var (type, row) = (RecordedType.Of(entry.Metadata), entry.Entity);
        if (type.Key.Any(key => entry.Property(key.Property).IsModified))
        {
            Remove(entry);
            AddNew(entry);
            return;
        }

        var salt = type.Table.HasSalt ? (Guid?)entry.Property(RecordedTable.Salt).CurrentValue ?? default : default;
        var values = new List<(string, string?)>();
        foreach (var (column, stored) in type.Columns)
            if (IsChanged(entry, stored, parts))
                values.Add((column.Name, ValueOf(column, stored, row, salt)));
        if (values.Count > 0)
            RowsOf(type, row).Changed.Add((type.NameOf(row), values));
    }

    private void Remove(EntityEntry entry)
    {
        var type = RecordedType.Of(entry.Metadata);
        RowsOf(type, entry.Entity).Removed.Add(type.Table.RowName(type.Key.Select(key => Stored(entry.Property(key.Property)))));
    }

    private Rows RowsOf(RecordedType type, object row)
    {
        var commitment = type.CommitmentOf(row);
        return _byCommitment.TryGetValue(commitment, out var rows) ? rows : _byCommitment[commitment] = new Rows();
    }

    private static bool IsChanged(EntityEntry entry, StoredColumn stored, HashSet<(object? Owner, string Part)> parts) =>
        stored.Part switch
        {
            null => entry.Property(stored.Property).IsModified,
            IComplexProperty complex => entry.ComplexProperty(complex).Property(stored.Property).IsModified,
            var owned => parts.Contains((KeyOf(entry), owned.Name)),
        };

    private static string? ValueOf(RecordedColumn column, StoredColumn stored, object row, Guid salt) =>
        column.Kind == RecordedKind.Text ? RecordedValue.HashOf(stored.Value(row), salt) : RecordedValue.Of(stored.Value(row), column.Kind);

    /// <summary>What the database holds before the save.</summary>
    private static object? Stored(PropertyEntry property) =>
        property.Metadata.GetRelationalTypeMapping().Converter is { } converter
            ? converter.ConvertToProvider(property.OriginalValue)
            : property.OriginalValue;

    private static object? KeyOf(EntityEntry entry) => entry.Property(nameof(Entity.Seq)).CurrentValue;

    private static object? OwnerOf(EntityEntry part) => part.Property(part.Metadata.FindOwnership()!.Properties[0]).CurrentValue;

    private sealed class Rows
    {
        public List<string> Removed { get; } = [];

        public List<(string Name, List<(string Column, string? Value)> Values)> Added { get; } = [];

        public List<(string Name, List<(string Column, string? Value)> Values)> Changed { get; } = [];

        public string ToJson()
        {
            var buffer = new ArrayBufferWriter<byte>(1024);
            using (var json = new Utf8JsonWriter(buffer, Json))
            {
                json.WriteStartObject();
                if (Removed.Count > 0)
                {
                    json.WriteStartArray(HistoryRecord.Removed);
                    Removed.ForEach(json.WriteStringValue);
                    json.WriteEndArray();
                }

                Write(json, HistoryRecord.Added, Added);
                Write(json, HistoryRecord.Changed, Changed);
                json.WriteEndObject();
            }

            return Encoding.UTF8.GetString(buffer.WrittenSpan);
        }

        private static void Write(
            Utf8JsonWriter json,
            string happened,
            List<(string Name, List<(string Column, string? Value)> Values)> rows
        )
        {
            if (rows.Count == 0)
                return;
            json.WriteStartObject(happened);
            foreach (var (name, values) in rows)
            {
                json.WriteStartObject(name);
                foreach (var (column, value) in values)
                    json.WriteString(column, value);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }
    }
}
