using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace PartnershipTracker.Api.FunctionalTests.OpenApi;

/// <summary>
/// Validates JSON against a schema of the document. It supports only the keywords that occur there; an unknown keyword fails until it is
/// added.
/// </summary>
internal sealed class JsonSchema(JsonElement document)
{
    private static readonly string[] Annotations = ["description", "default", "title"];

    /// <summary>
    /// The violations with their positions. Members that the schema does not name are violations, too, because every answer must be
    /// described.
    /// </summary>
    public List<string> Check(JsonElement schema, JsonElement value, string at = "")
    {
        var wrong = new List<string>();
        foreach (var keyword in schema.EnumerateObject())
        {
            var (rule, fits) = (keyword.Value, true);
            switch (keyword.Name)
            {
                case "$ref":
                    wrong.AddRange(Check(Resolve(rule.GetString()!), value, at));
                    break;
                case "type":
                    fits = (rule.ValueKind == JsonValueKind.Array ? ItemsOf(rule) : [rule]).Any(t => IsOf(t.GetString()!, value));
                    break;
                case "enum":
                    fits = rule.EnumerateArray().Any(e => JsonElement.DeepEquals(e, value));
                    break;
                case "oneOf":
                    fits = rule.EnumerateArray().Count(one => Check(one, value, at).Count == 0) == 1;
                    break;
                case "format":
                    fits = value.ValueKind != JsonValueKind.String || HasForm(rule.GetString()!, value.GetString()!);
                    break;
                case "pattern":
                    fits = value.ValueKind != JsonValueKind.String || Regex.IsMatch(value.GetString()!, rule.GetString()!);
                    break;
                case "minLength":
                    fits = value.ValueKind != JsonValueKind.String || value.GetString()!.Length >= rule.GetInt32();
                    break;
                case "maxLength":
                    fits = value.ValueKind != JsonValueKind.String || value.GetString()!.Length <= rule.GetInt32();
                    break;
                case "minimum":
                    fits = value.ValueKind != JsonValueKind.Number || value.GetDecimal() >= rule.GetDecimal();
                    break;
                case "maximum":
                    fits = value.ValueKind != JsonValueKind.Number || value.GetDecimal() <= rule.GetDecimal();
                    break;
                case "items":
                    wrong.AddRange(
                        ItemsOf(value).SelectMany((item, i) => Check(rule, item, $"{at}/{i.ToString(CultureInfo.InvariantCulture)}"))
                    );
                    break;
                case "required":
                    wrong.AddRange(
                        rule.EnumerateArray()
                            .Select(r => r.GetString()!)
                            .Where(r => value.ValueKind == JsonValueKind.Object && !value.TryGetProperty(r, out _))
                            .Select(r => $"{at}/{r}: missing")
                    );
                    break;
                case "properties":
                    wrong.AddRange(
                        MembersOf(value)
                            .Where(m => rule.TryGetProperty(m.Name, out _))
                            .SelectMany(m => Check(rule.GetProperty(m.Name), m.Value, $"{at}/{m.Name}"))
                    );
                    break;
                case "additionalProperties" when rule.ValueKind == JsonValueKind.Object:
                    wrong.AddRange(Unnamed(schema, value).SelectMany(m => Check(rule, m.Value, $"{at}/{m.Name}")));
                    break;
                case "additionalProperties":
                    break;
                default:
                    if (!Annotations.Contains(keyword.Name))
                        throw new NotSupportedException($"This validator does not know '{keyword.Name}'.");
                    break;
            }

            if (!fits)
                wrong.Add(
                    $"{at}: {value.GetRawText()[..Math.Min(80, value.GetRawText().Length)]} is not {keyword.Name} {rule.GetRawText()}"
                );
        }

        if (
            schema.TryGetProperty("properties", out _)
            && !(schema.TryGetProperty("additionalProperties", out var more) && more.ValueKind == JsonValueKind.Object)
        )
            wrong.AddRange(Unnamed(schema, value).Select(m => $"{at}/{m.Name}: not described"));
        return wrong;
    }

    /// <exception cref="KeyNotFoundException">The reference has no target.</exception>
    public JsonElement Resolve(string reference) =>
        reference
            .TrimStart('#', '/')
            .Split('/')
            .Aggregate(document, (node, name) => node.GetProperty(name.Replace("~1", "/", StringComparison.Ordinal)));

    private static IEnumerable<JsonProperty> Unnamed(JsonElement schema, JsonElement value) =>
        MembersOf(value).Where(m => !(schema.TryGetProperty("properties", out var named) && named.TryGetProperty(m.Name, out _)));

    private static JsonProperty[] MembersOf(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object ? [.. value.EnumerateObject()] : [];

    private static JsonElement[] ItemsOf(JsonElement value) => value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : [];

    private static bool IsOf(string type, JsonElement value) =>
        (type, value.ValueKind) switch
        {
            ("null", JsonValueKind.Null) or ("boolean", JsonValueKind.True or JsonValueKind.False) or ("string", JsonValueKind.String) =>
                true,
            ("array", JsonValueKind.Array) or ("object", JsonValueKind.Object) or ("number", JsonValueKind.Number) => true,
            ("integer", JsonValueKind.Number) => value.TryGetInt64(out _),
            _ => false,
        };

    private static bool HasForm(string format, string text) =>
        format switch
        {
            "uuid" => Guid.TryParseExact(text, "D", out _),
            "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            "date-time" => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _)
                && text.Contains('T', StringComparison.Ordinal),
            "uri" => Uri.TryCreate(text, UriKind.Absolute, out _),
            "binary" => true,
            _ => throw new NotSupportedException($"This validator does not know the format '{format}'."),
        };
}
