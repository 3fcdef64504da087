using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.OpenApi;

/// <summary>The OpenAPI document of a running program, for tests.</summary>
internal sealed class Described
{
    private static readonly string[] Methods = ["get", "post", "put", "patch", "delete"];
    private readonly List<Operation> _byPath;

    private Described(string text)
    {
        Text = text;
        Root = JsonElement.Parse(text);
        Schema = new JsonSchema(Root);
        Operations =
        [
            .. Root.GetProperty("paths")
                .EnumerateObject()
                .SelectMany(path =>
                    path.Value.EnumerateObject()
                        .Where(o => Methods.Contains(o.Name))
                        .Select(o => new Operation(o.Name.ToUpperInvariant(), path.Name, o.Value, this))
                ),
        ];

        // The most literal path first, because /imports/template.csv is not an import.
        _byPath =
        [
            .. Operations
                .OrderByDescending(o => o.Path.Split('/').Count(part => !part.Contains('{', StringComparison.Ordinal)))
                .ThenByDescending(o => o.Path.Length),
        ];
    }

    public string Text { get; }

    public JsonElement Root { get; }

    public JsonSchema Schema { get; }

    public IReadOnlyList<Operation> Operations { get; }

    public static async Task<Described> By(TrackerHost host)
    {
        using var anonymous = host.Client(null);
        return new Described((await anonymous.Get("/openapi/v1.json")).MustBe(200).Text);
    }

    /// <param name="path">A path as it was requested, or as in a <c>.http</c> file.</param>
    public Operation? Find(string method, string path) => _byPath.FirstOrDefault(o => o.Method == method && o.IsAt(path.Split('?')[0]));

    public JsonElement Follow(JsonElement node) =>
        node.TryGetProperty("$ref", out var reference) ? Schema.Resolve(reference.GetString()!) : node;

    /// <summary>Differences between an answer and its description in the document.</summary>
    public IEnumerable<string> Contradictions(string method, string path, Answer answer)
    {
        if (Find(method, path) is not { } operation)
            return [$"{method} {path}: no such operation"];
        return operation
            .Contradictions(answer)
            .Select(wrong => $"{operation} {answer.Status.ToString(CultureInfo.InvariantCulture)}: {wrong}");
    }

    /// <summary>Every schema in the document with its position, including nested schemas.</summary>
    public IEnumerable<(string At, JsonElement Schema)> Schemas() => Schemas(Root, "", isSchema: false);

    private static IEnumerable<(string At, JsonElement Schema)> Schemas(JsonElement node, string at, bool isSchema)
    {
        if (isSchema && node.ValueKind == JsonValueKind.Object)
            yield return (at, node);
        var inside = node.ValueKind switch
        {
            JsonValueKind.Object => node.EnumerateObject()
                .Where(m => m.Name is not ("examples" or "example" or "default" or "enum"))
                .Select(m => (m.Name, m.Value)),
            JsonValueKind.Array => node.EnumerateArray().Select((item, i) => (i.ToString(CultureInfo.InvariantCulture), item)),
            _ => [],
        };
        foreach (var (name, value) in inside)
        {
            var isOne =
                name is "schema" or "items" or "additionalProperties"
                || at.EndsWith("/properties", StringComparison.Ordinal)
                || at.EndsWith("/oneOf", StringComparison.Ordinal)
                || at.EndsWith("/components/schemas", StringComparison.Ordinal);
            foreach (var found in Schemas(value, $"{at}/{name}", isOne))
                yield return found;
        }
    }
}

internal sealed record Operation(string Method, string Path, JsonElement Node, Described Document)
{
    private readonly Regex _path = new("^" + Regex.Replace(Regex.Escape(Path), @"\\\{[^}]+\}", @"(\{\{[^/]+\}\}|[^/{}]+)") + "$");

    public string Id => Node.TryGetProperty("operationId", out var id) ? id.GetString()! : "";

    public bool IsPost => Method == "POST";

    public bool HasBody => Node.TryGetProperty("requestBody", out _);

    public bool IsReference => Path.StartsWith("/api/v1/reference", StringComparison.Ordinal);

    /// <summary>Whether it changes an existing resource, which another person may have changed.</summary>
    public bool ChangesOne => Method != "GET" && Path.Contains('{', StringComparison.Ordinal);

    public IEnumerable<JsonElement> Parameters =>
        Node.TryGetProperty("parameters", out var all) ? all.EnumerateArray().Select(Document.Follow) : [];

    public IReadOnlyDictionary<string, JsonElement> Answers =>
        Node.GetProperty("responses").EnumerateObject().ToDictionary(r => r.Name, r => Document.Follow(r.Value));

    public IEnumerable<(string MediaType, JsonElement Content)> Bodies => HasBody ? ContentsOf(Node.GetProperty("requestBody")) : [];

    public bool IsAt(string path) => _path.IsMatch(path.TrimEnd('/'));

    public bool Takes(string header) =>
        Parameters.Any(p => p.GetProperty("in").GetString() == "header" && p.GetProperty("name").GetString() == header);

    public static bool Shows(JsonElement answer, string header) =>
        answer.TryGetProperty("headers", out var headers) && headers.TryGetProperty(header, out _);

    public static IEnumerable<(string MediaType, JsonElement Content)> ContentsOf(JsonElement node) =>
        node.TryGetProperty("content", out var content) ? content.EnumerateObject().Select(c => (c.Name, c.Value)) : [];

    public IEnumerable<string> Contradictions(Answer answer)
    {
        if (!Answers.TryGetValue(answer.Status.ToString(CultureInfo.InvariantCulture), out var described))
            return ["no such answer"];
        var headers = answer
            .Headers.Concat(answer.ContentHeaders)
            .Select(h => h.Key)
            .Where(name => name is "Location" or "ETag" or "Retry-After" or "RateLimit" or "Idempotency-Replayed")
            .Where(name => !Shows(described, name))
            .Select(name => $"header {name} is not described");
        if (answer.Text.Length == 0)
            return ContentsOf(described).Any() ? [.. headers, "a body is described"] : headers;
        var contents = ContentsOf(described)
            .Where(c => c.MediaType == answer.MediaType || c.MediaType == "application/octet-stream")
            .ToList();
        if (contents.Count == 0)
            return [.. headers, $"{answer.MediaType} is not described"];
        return answer.MediaType!.EndsWith("json", StringComparison.Ordinal)
            ? headers.Concat(Document.Schema.Check(contents[0].Content.GetProperty("schema"), answer.Json))
            : headers;
    }

    public override string ToString() => $"{Method} {Path}";
}
