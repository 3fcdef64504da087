using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using PartnershipTracker.Application.Common;

namespace PartnershipTracker.Api.Common;

/// <summary>
/// Compares JSON with the type that it should become and names everything that does not fit. Reading it names the first error alone, in
/// words for programmers.
/// </summary>
internal sealed class JsonMismatch
{
    private readonly JsonSerializerOptions _options;
    private readonly List<Violation> _found = [];

    private JsonMismatch(JsonSerializerOptions options) => _options = options;

    /// <returns>One error for each member that is missing, unknown, null without being optional, or of another type; empty if the JSON
    /// fits.</returns>
    public static IReadOnlyList<Violation> Find(JsonElement json, Type type, JsonSerializerOptions options)
    {
        var compared = new JsonMismatch(options);
        compared.Compare(json, type, "");
        return compared._found;
    }

    private void Compare(JsonElement json, Type type, string field)
    {
        var expected = _options.GetTypeInfo(type);
        switch (expected.Kind)
        {
            case JsonTypeInfoKind.Object when json.ValueKind == JsonValueKind.Object:
                CompareMembers(json, expected, field);
                break;
            case JsonTypeInfoKind.Enumerable when json.ValueKind == JsonValueKind.Array:
                foreach (var (i, item) in json.EnumerateArray().Index())
                    Compare(item, expected.ElementType!, string.Create(CultureInfo.InvariantCulture, $"{field}[{i}]"));
                break;
            case var _ when json.ValueKind == JsonValueKind.Null:
                if (type.IsValueType && Nullable.GetUnderlyingType(type) is null || field.EndsWith(']'))
                    Add(field, "form.required");
                break;
            case var _ when !CanRead(json, expected):
                _found.Add(Violation.InBody(field, "request.json", ExpectedValue.OfJson(type, json)));
                break;
        }
    }

    private void CompareMembers(JsonElement json, JsonTypeInfo expected, string field)
    {
        var missing = expected.Properties.Where(property => property.IsRequired).ToHashSet();
        foreach (var member in json.EnumerateObject())
        {
            var at = field.Length == 0 ? member.Name : $"{field}.{member.Name}";
            var property = expected.Properties.FirstOrDefault(p =>
                p.Set is not null || p.AssociatedParameter is not null
                    ? p.Name.Equals(member.Name, StringComparison.OrdinalIgnoreCase)
                    : false
            );
            if (property is null)
            {
                Add(at, "request.unknownField", member.Name);
                continue;
            }

            missing.Remove(property);
            if (member.Value.ValueKind == JsonValueKind.Null && !AllowsNull(property))
                Add(at, "form.required");
            else
                Compare(member.Value, property.PropertyType, at);
        }

        foreach (var property in missing)
            Add(field.Length == 0 ? property.Name : $"{field}.{property.Name}", "form.required");
    }

    private void Add(string field, string code, params object?[] args) =>
        _found.Add(Violation.InBody(field, code, Texts.Error(code, args)));

    private static bool AllowsNull(JsonPropertyInfo property) => property.AssociatedParameter?.IsNullable ?? property.IsSetNullable;

    private static bool CanRead(JsonElement json, JsonTypeInfo expected)
    {
        try
        {
            json.Deserialize(expected);
            return true;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The second one for a text that is not Unicode.
            return false;
        }
    }
}
