using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using PartnershipTracker.Application.History;
using PartnershipTracker.Domain.Accountability;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Infrastructure.Persistence;

namespace PartnershipTracker.Infrastructure.History;

/// <summary>
/// Which tables and columns the history records: all of a commitment, its parts and its flags, as EF's model has them, so that a new column
/// is recorded without a change here.
/// </summary>
internal static class RecordedTables
{
    /// <summary>Texts up to this length are codes, e.g. of a currency, an SDG target or a pillar, and no words of people.</summary>
    private const int CodeMaxLength = Limits.VocabularyCode;

    /// <summary>The columns that are not recorded; a star stands for every table.</summary>
    private static readonly Dictionary<(string Table, string Column), string> Reasons = new()
    {
        [("*", nameof(Entity.Seq))] = "The order of saving, given by the database.",
        [("*", RecordedTable.Salt)] = "Erased with the texts of the row; another salt changes their hashes.",
        [("*", nameof(TrackedEntity.UpdatedAt))] = "The time of the last save, for polling; the history has its own times.",
        [("Commitments", nameof(Commitment.SweepAt))] = "When the sweep looks next; compared with the deadlines instead.",
        [("Milestones", nameof(Milestone.SweepAt))] = "When the sweep looks next; compared with the deadline instead.",
        [("Evidence", nameof(Evidence.CheckedAt))] = "Found by the link check, which repeats it every week.",
        [("Evidence", nameof(Evidence.LastCheck))] = "Found by the link check, which repeats it every week.",
        [("Evidence", nameof(Evidence.IsDead))] = "Found by the link check, which repeats it every week.",
    };

    /// <summary>Versions are compared with the recorded values of their commitment and are not recorded themselves.</summary>
    public static bool IsRecorded(IReadOnlyTypeBase type) =>
        (type.ClrType == typeof(Flag) || type.ClrType.Namespace == typeof(Commitment).Namespace)
        && type.ClrType.IsSubclassOf(typeof(Entity))
        && type.ClrType != typeof(CommitmentVersion);

    public static IReadOnlyList<RecordedTable> Of(IModel model) =>
        [.. model.GetEntityTypes().Where(IsRecorded).Select(Of).OrderBy(table => table.Name, StringComparer.Ordinal)];

    public static RecordedTable VersionsOf(IModel model) => Of(model.FindEntityType(typeof(CommitmentVersion))!);

    public static RecordedTable Of(IEntityType type) =>
        (RecordedTable)type.GetOrAddRuntimeAnnotationValue("Tracker:Recorded", t => Make(t!), type)!;

    /// <summary>Adds the salt to the tables that hold texts of people.</summary>
    public static void UseSalts(this ModelBuilder model)
    {
        foreach (var type in model.Model.GetEntityTypes().Where(IsRecorded).ToList())
            if (PropertiesOf(type).Any(IsText))
                model.Entity(type.ClrType).Property<Guid?>(RecordedTable.Salt);
    }

    private static IEnumerable<IReadOnlyProperty> PropertiesOf(IReadOnlyEntityType type) =>
        type.GetProperties()
            .Concat(type.GetComplexProperties().SelectMany(c => c.ComplexType.GetProperties()))
            .Concat(type.GetNavigations().Where(n => n.ForeignKey.IsOwnership).SelectMany(n => n.TargetEntityType.GetProperties()));

    private static RecordedTable Make(IEntityType type)
    {
        var table = StoredTable.Of(type);
        var commitment = type.ClrType == typeof(Commitment) ? nameof(Commitment.Id) : nameof(Milestone.CommitmentId);
        var key = KeyOf(type, commitment);
        var reasons = table
            .Columns.Select(c => c.Name)
            .Append(nameof(Entity.Seq))
            .Select(name => (name, Reason: Reasons.GetValueOrDefault((table.Name, name)) ?? Reasons.GetValueOrDefault(("*", name))))
            .Where(c => c.Reason is not null)
            .ToDictionary(c => c.name, c => c.Reason!);
        return new RecordedTable(
            table.Name,
            commitment,
            [.. table.Columns.Where(c => key.Contains(c.Name)).Select(ColumnOf)],
            table.Columns.Any(c => c.Name == RecordedTable.Salt),
            [.. table.Columns.Where(c => c.Name != commitment && !key.Contains(c.Name) && !reasons.ContainsKey(c.Name)).Select(ColumnOf)],
            reasons
        );
    }

    /// <summary>The id, or what is unique within the commitment.</summary>
    private static string[] KeyOf(IEntityType type, string commitment) =>
        type.FindProperty("Id") is not null
            ? ["Id"]
            : type.GetIndexes()
                .Where(index => index.IsUnique && index.GetFilter() is null)
                .Select(index => index.Properties.Select(p => p.Name).Where(name => name != commitment).ToArray())
                .FirstOrDefault()
                ?? [];

    private static RecordedColumn ColumnOf(StoredColumn column)
    {
        var mapping = column.Property.GetRelationalTypeMapping();
        var type = column.Property.ClrType;
        var kind = KindOf(column.Property, mapping.Converter?.ProviderClrType ?? type);
        if (column.Part is not null || column.Property.IsNullable || !type.IsValueType)
            return new RecordedColumn(column.Name, kind, null);
        var empty = Activator.CreateInstance(type);
        return new RecordedColumn(column.Name, kind, RecordedValue.Of(mapping.Converter?.ConvertToProvider(empty) ?? empty, kind));
    }

    private static RecordedKind KindOf(IReadOnlyProperty property, Type stored) =>
        (Nullable.GetUnderlyingType(stored) ?? stored) switch
        {
            var type when type == typeof(Guid) => RecordedKind.Id,
            var type when type == typeof(decimal) => RecordedKind.Fractional,
            var type when type == typeof(bool) => RecordedKind.YesNo,
            var type when type == typeof(DateOnly) => RecordedKind.Day,
            _ when IsText(property) => RecordedKind.Text,
            _ when property.ClrType == typeof(DateTimeOffset) || property.ClrType == typeof(DateTimeOffset?) => RecordedKind.Instant,
            _ => RecordedKind.Plain,
        };

    private static bool IsText(IReadOnlyProperty property) =>
        property.ClrType == typeof(string) && !(property.GetMaxLength() <= CodeMaxLength);
}
