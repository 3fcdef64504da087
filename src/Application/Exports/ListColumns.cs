using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PartnershipTracker.Application.Exports;

/// <summary>
/// The columns of a list: the fields of its answer, by the names and in the order of the API. Objects inside an answer have no column.
/// </summary>
internal static class ListColumns
{
    public static IReadOnlyList<Column<TItem>> Of<TItem>() =>
        [
            .. typeof(TItem)
                .GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(property => IsCell(property.PropertyType) && !property.IsDefined(typeof(JsonIgnoreAttribute)))
                .Select(property => new Column<TItem>(
                    JsonNamingPolicy.CamelCase.ConvertName(property.Name),
                    item => ValueOf(property.Name, property.GetValue(item))
                )),
        ];

    private static object? ValueOf(string name, object? value) =>
        name == "SdgTargets" && value is IReadOnlyList<string> codes ? new SdgTargetList(codes) : value;

    private static bool IsCell(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)
            ? IsValue(type.GetGenericArguments()[0])
            : IsValue(Nullable.GetUnderlyingType(type) ?? type);

    private static bool IsValue(Type type) =>
        type.IsPrimitive
        || type.IsEnum
        || type == typeof(string)
        || type == typeof(decimal)
        || type == typeof(Guid)
        || type == typeof(DateOnly)
        || type == typeof(DateTimeOffset);
}
