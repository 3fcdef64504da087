using System.Text.Json.Nodes;

namespace PartnershipTracker.Api.FunctionalTests.Fuzz;

/// <param name="In">The place: path, query, header or cookie.</param>
internal sealed record Parameter(string Name, string In, JsonObject Schema);

/// <summary>One operation of the OpenAPI document.</summary>
/// <param name="Path">The path, with its parameters in braces.</param>
/// <param name="ContentType">The content type of the body; null if there is none.</param>
internal sealed record Operation(string Method, string Path, IReadOnlyList<Parameter> Parameters, string? ContentType, JsonObject? Body)
{
    public override string ToString() => $"{Method} {Path}";
}

/// <summary>The parts of the OpenAPI document that the fuzzer uses.</summary>
internal sealed class Contract(JsonObject document)
{
    private const string Json = "application/json";

    public IReadOnlyList<Operation> Operations =>
        field ??= [.. Paths().SelectMany(path => Methods(path.Value).Select(method => Read(path.Key, path.Value, method)))];

    /// <summary>Follows a reference and ignores that the value may be null.</summary>
    /// <returns>The schema, and its name if it has one.</returns>
    public (string? Name, JsonObject Schema) Resolve(JsonObject schema)
    {
        if (schema["$ref"] is { } reference)
        {
            var name = ((string)reference!).Split('/')[^1];
            return (name, Resolve(document["components"]!["schemas"]![name]!.AsObject()).Schema);
        }

        var choices = (schema["oneOf"] ?? schema["anyOf"])
            ?.AsArray()
            .Select(choice => choice!.AsObject())
            .Where(choice => TypeOf(choice) != "null")
            .ToList();
        return choices is [var first, ..] ? Resolve(first) : (null, schema);
    }

    /// <summary>The first type that is not null.</summary>
    public static string? TypeOf(JsonObject schema) =>
        schema["type"] switch
        {
            JsonArray several => several.Select(type => (string)type!).FirstOrDefault(type => type != "null"),
            { } one => (string)one!,
            null => schema.ContainsKey("properties") ? "object" : null,
        };

    private IEnumerable<KeyValuePair<string, JsonObject>> Paths() =>
        document["paths"]!.AsObject().Select(path => KeyValuePair.Create(path.Key, path.Value!.AsObject()));

    private static IEnumerable<string> Methods(JsonObject path) =>
        path.Select(member => member.Key).Where(key => key is "get" or "post" or "put" or "patch" or "delete");

    private Operation Read(string path, JsonObject all, string method)
    {
        var operation = all[method]!.AsObject();
        var parameters = (operation["parameters"] as JsonArray ?? [])
            .Concat(all["parameters"] as JsonArray ?? [])
            .Select(p => Follow(p!.AsObject()))
            .Where(p => p.ContainsKey("in"))
            .Select(p => new Parameter((string)p["name"]!, (string)p["in"]!, p["schema"] as JsonObject ?? []))
            .ToList();
        var content = operation["requestBody"] is JsonObject body ? Follow(body)["content"]!.AsObject() : null;
        var (type, media) = content is null ? default : content.FirstOrDefault(c => c.Key == Json, content.First());
        var schema = media?["schema"] as JsonObject;

        // A patch may contain any member of the draft.
        if (schema is not null && Resolve(schema).Schema["properties"] is null && method == "patch" && all["put"] is { } put)
            schema = put["requestBody"]?["content"]?[Json]?["schema"] as JsonObject;
        return new Operation(method.ToUpperInvariant(), path, parameters, type, schema);
    }

    private JsonObject Follow(JsonObject part) =>
        part["$ref"] is { } reference
            ? ((string)reference!).Split('/').Skip(1).Aggregate((JsonNode)document, (node, name) => node[name]!).AsObject()
            : part;
}
