using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.OpenApi;

namespace PartnershipTracker.Api.OpenApi;

/// <summary>Adds the bodies of <c>requests/*.http</c> as examples.</summary>
internal static partial class Examples
{
    private const string AnyId = "0198c5a4-7d3e-7c61-9b1f-2f6e4d1a8b35";

    public static void Add(OpenApiRequestBody body, OperationFacts facts)
    {
        var examples = RequestFile
            .All.Where(request => request.IsFor(facts.Method, facts.Path))
            .Select(ExampleOf)
            .OfType<OpenApiExample>()
            .Select((example, i) => ($"example{(i + 1).ToString(CultureInfo.InvariantCulture)}", (IOpenApiExample)example))
            .ToList();
        if (examples.Count == 0)
            return;
        foreach (var content in body.Content?.Values ?? [])
            content.Examples = examples.ToDictionary(e => e.Item1, e => e.Item2);
    }

    private static OpenApiExample? ExampleOf(RequestFile request)
    {
        var value = request switch
        {
            { Body: "" } => null,
            { ContentType: { } type } when type.StartsWith("multipart/", StringComparison.Ordinal) => FormOf(
                request.Body,
                type.Split("boundary=")[1]
            ),
            _ => JsonNode.Parse(Blank().Replace(request.Body, AnyId)),
        };
        return value is null ? null : new OpenApiExample { Summary = request.Title, Value = value };
    }

    /// <returns>Null if a part is read from a file.</returns>
    private static JsonObject? FormOf(string body, string boundary)
    {
        var form = new JsonObject();
        foreach (var part in body.Split("--" + boundary, StringSplitOptions.TrimEntries).Where(part => PartName().IsMatch(part)))
        {
            var content = part[(part.IndexOf("\n\n", StringComparison.Ordinal) + 2)..];
            if (content.StartsWith("< ", StringComparison.Ordinal))
                return null;
            form[PartName().Match(part).Groups["name"].Value] = content;
        }

        return form;
    }

    [GeneratedRegex(@"\{\{.+?\}\}")]
    private static partial Regex Blank();

    [GeneratedRegex("Content-Disposition: form-data; name=\"(?<name>\\w+)\"")]
    private static partial Regex PartName();
}
