using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using PartnershipTracker.Application.History;
using PartnershipTracker.Infrastructure.History;

namespace PartnershipTracker.Infrastructure.Persistence;

/// <summary>How EF's model stores an entity: the columns of its table, with the value that each has for a row.</summary>
internal sealed record StoredTable(string Name, IReadOnlyList<StoredColumn> Columns)
{
    public string ColumnNames { get; } = string.Join(", ", Columns.Select(c => $"\"{c.Name}\""));

    public static StoredTable Of(IEntityType type) =>
        (StoredTable)
            type.GetOrAddRuntimeAnnotationValue("Tracker:Table", t => new StoredTable(t!.GetTableName()!, [.. ColumnsOf(t!)]), type)!;

    private static IEnumerable<StoredColumn> ColumnsOf(IEntityType type)
    {
        var store = StoreObjectIdentifier.Table(type.GetTableName()!, type.GetSchema());
        foreach (var property in type.GetProperties().Where(p => p.ValueGenerated != ValueGenerated.OnAdd))
            yield return ColumnOf(property, store, part: null, row => row);
        foreach (var complex in type.GetComplexProperties())
        foreach (var property in complex.ComplexType.GetProperties())
            yield return ColumnOf(property, store, complex, complex.GetGetter().GetClrValue);
        foreach (var owned in type.GetNavigations().Where(n => n is { IsCollection: false, ForeignKey.IsOwnership: true }))
        foreach (var property in owned.TargetEntityType.GetProperties().Where(p => !p.IsPrimaryKey()))
            yield return ColumnOf(property, store, owned, owned.GetGetter().GetClrValue);
    }

    private static StoredColumn ColumnOf(
        IProperty property,
        StoreObjectIdentifier store,
        IPropertyBase? part,
        Func<object, object?> container
    )
    {
        var mapping = property.GetRelationalTypeMapping();
        var convert = mapping.Converter?.ConvertToProvider;
        var get = property.IsShadowProperty() ? SaltOf(property) : property.GetGetter().GetClrValue;
        return new StoredColumn(
            property.GetColumnName(store)!,
            mapping.StoreType,
            property,
            part,
            row =>
                container(row) is { } holder && get(holder) is { } value
                    ? convert is null
                        ? value
                        : convert(value)
                    : null
        );
    }

    /// <summary>The salt is the only column that the classes of the domain do not have.</summary>
    private static Func<object, object?> SaltOf(IProperty property) =>
        property.Name == RecordedTable.Salt
            ? row => Salts.Of(row)
            : throw new NotSupportedException($"{property.DeclaringType.Name}.{property.Name} has no property of the class.");
}

/// <param name="StoreType">The name of the column's type in the database.</param>
/// <param name="Part">The complex property or owned entity that holds the property; null for the entity itself.</param>
/// <param name="Value">The value of a row, as the database provider takes it.</param>
internal sealed record StoredColumn(string Name, string StoreType, IProperty Property, IPropertyBase? Part, Func<object, object?> Value);
