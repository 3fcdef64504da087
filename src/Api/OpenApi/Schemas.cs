using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using PartnershipTracker.Api.Common;
using PartnershipTracker.Application.Common;

namespace PartnershipTracker.Api.OpenApi;

/// <summary>
/// Describes schemas: the values of code lists with their names, free JSON, patches, and the required members of answers.
/// </summary>
internal static class Schemas
{
    private const JsonSchemaType Anything =
        JsonSchemaType.Null | JsonSchemaType.Boolean | JsonSchemaType.Number | JsonSchemaType.String | JsonSchemaType.Array | JsonSchemaType.Object;

    /// <returns>Null if the schema is written inline, as for free JSON and files, which have nothing to share.</returns>
    public static string? NameOf(JsonTypeInfo type) =>
        type.Type == typeof(JsonElement) || type.Type == typeof(Stream) || type.Type == typeof(IFormFile) ? null : OpenApiOptions.CreateDefaultSchemaReferenceId(type);

    public static Task Describe(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken ct)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        if (type.IsEnum) AsWords(schema, type);
        else if (type == typeof(JsonElement)) AsFreeJson(schema);
        return Task.CompletedTask;
    }

    /// <summary>Steps that need all schemas to be complete.</summary>
    public static void Finish(OpenApiDocument document)
    {
        var operations = document.Paths.Values.SelectMany(path => path.Operations ?? []).Select(operation => operation.Value).ToList();
        foreach (var path in document.Paths.Values) Patches(path, document);
        var asked = Reached(operations.SelectMany(o => o.RequestBody?.Content?.Values ?? []));
        var answered = Reached(operations.SelectMany(o => o.Responses ?? []).SelectMany(r => r.Value.Content?.Values ?? []));
        foreach (var name in answered.Except(asked)) AsAnswer(document.Components?.Schemas?[name] as OpenApiSchema);
    }

    private static void AsWords(OpenApiSchema schema, Type type)
    {
        var values = Enum.GetNames(type).Select(JsonNamingPolicy.CamelCase.ConvertName).ToList();
        schema.Type = JsonSchemaType.String;
        schema.Pattern = null;
        schema.Enum = [.. values.Select(value => (JsonNode)value)];
        var lines = values.Select(value => Texts.FindWord(type.Name, value) is { } word ? $"- `{value}`: {word}" : $"- `{value}`");
        schema.Description = string.Join("\n", [.. string.IsNullOrEmpty(schema.Description) ? Array.Empty<string>() : [schema.Description, ""], .. lines]);
    }

    private static void AsFreeJson(OpenApiSchema schema)
    {
        schema.Type = JsonSchemaType.Object;
        schema.Description ??= "Facts, by name.";
        schema.AdditionalProperties = new OpenApiSchema { Type = Anything, Description = "Any JSON value." };
    }

    /// <summary>
    /// An answer always has all its members. Later versions may add more, and readers should ignore members that they do not know.
    /// </summary>
    private static void AsAnswer(OpenApiSchema? schema)
    {
        if (schema?.Properties is not { Count: > 0 } members) return;
        schema.Required = new HashSet<string>(members.Keys);
        schema.AdditionalPropertiesAllowed = true;
    }

    /// <summary>A merge patch has the members of the PUT at the same path, and none of them is required.</summary>
    private static void Patches(IOpenApiPathItem path, OpenApiDocument document)
    {
        if (path.Operations?.GetValueOrDefault(HttpMethod.Patch)?.RequestBody?.Content is not { } content || !content.ContainsKey(MergePatch.ContentType)) return;
        var whole = (OpenApiSchemaReference)path.Operations[HttpMethod.Put].RequestBody!.Content!.Values.First().Schema!;
        var name = whole.Reference.Id + "Patch";
        document.Components!.Schemas![name] = InPart(whole, "What changes: what is left out stays, null removes, lists are replaced whole (RFC 7396).");
        foreach (var media in content.Values) media.Schema = new OpenApiSchemaReference(name, document);
    }

    private static OpenApiSchema InPart(IOpenApiSchema whole, string? description) => new()
    {
        Type = JsonSchemaType.Object,
        Description = description,
        AdditionalPropertiesAllowed = false,
        Properties = whole.Properties!.ToDictionary(p => p.Key, p => MemberInPart(p.Value)),
    };

    private static IOpenApiSchema MemberInPart(IOpenApiSchema member) => member.OneOf?.SingleOrDefault(o => o.Properties?.Count > 0) is { } inner
        ? new OpenApiSchema { Description = member.Description, OneOf = [new OpenApiSchema { Type = JsonSchemaType.Null }, InPart(inner, inner.Description)] }
        : member;

    private static HashSet<string> Reached(IEnumerable<OpenApiMediaType> contents)
    {
        var names = new HashSet<string>();
        foreach (var content in contents) Follow(content.Schema, names);
        return names;
    }

    private static void Follow(IOpenApiSchema? schema, HashSet<string> names)
    {
        if (schema is null || (schema is OpenApiSchemaReference { Reference.Id: { } id } && !names.Add(id))) return;
        foreach (var part in (IEnumerable<IOpenApiSchema?>)[.. schema.Properties?.Values ?? [], .. schema.OneOf ?? [], .. schema.AllOf ?? [], .. schema.AnyOf ?? [], schema.Items, schema.AdditionalProperties])
            Follow(part, names);
    }
}
