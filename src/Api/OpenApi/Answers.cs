using System.Globalization;
using Microsoft.OpenApi;
using PartnershipTracker.Api.Common;

namespace PartnershipTracker.Api.OpenApi;

/// <summary>Describes answers: headers, files, and the problems that an operation can return.</summary>
internal static class Answers
{
    private const string Json = "application/json",
        Problem = "Problem",
        Violation = "Violation";

    private static readonly Dictionary<int, string> Problems = new()
    {
        [400] = "Malformed request: `errors` and `violations` name each field or parameter and the reason.",
        [401] = "No API key or session, or one that is not valid.",
        [403] = "Not allowed for this role or organization.",
        [404] = "It does not exist, or the caller may not see it.",
        [409] = "Another request changed it at the same moment, or it already exists.",
        [412] = "`If-Match` is not the current `ETag`.",
        [413] = "The body is too large.",
        [415] = "The media type of the body is not supported.",
        [422] = "Refused by a rule; `code` says which.",
        [429] = "Too many requests; `Retry-After` says how many seconds to wait.",
        [503] = "The database cannot be reached; `Retry-After` says how many seconds to wait.",
    };

    private static readonly Dictionary<string, OpenApiHeader> Headers = new()
    {
        ["RateLimit"] = Text(
            "The remaining quota: `\"requests\";r=<requests left>;t=<seconds until it is full again>` "
                + "(draft-ietf-httpapi-ratelimit-headers)."
        ),
        ["RateLimit-Policy"] = Text("The quota: `\"requests\";q=<requests>;w=<in so many seconds>`."),
        ["Retry-After"] = new OpenApiHeader
        {
            Description = "Seconds to wait.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.Integer },
        },
        ["Location"] = Text("The address of the new resource, or of its progress."),
        ["ETag"] = Text("The tag of this state: send it back as `If-Match` to change it, or as `If-None-Match` to ask whether it changed."),
        [Idempotency.Replayed] = Text("`true` if this is the stored response to an earlier request with the same `Idempotency-Key`."),
    };

    public static void Describe(OpenApiOperation operation, OperationFacts facts, OpenApiDocument document)
    {
        operation.Responses ??= [];
        foreach (
            var (status, answer) in operation
                .Responses.Where(r => r.Value is OpenApiResponse)
                .Select(r => (r.Key, (OpenApiResponse)r.Value))
        )
        {
            string[] names =
            [
                .. Limits,
                .. status is "201" or "202" ? ["Location"] : Array.Empty<string>(),
                .. facts.IsTagged ? ["ETag"] : Array.Empty<string>(),
                .. facts.IsPost ? [Idempotency.Replayed] : Array.Empty<string>(),
            ];
            answer.Headers = Refer(names, document);
            AsFile(answer);
        }

        if (facts is { IsRead: true, IsTagged: true })
            operation.Responses["304"] = new OpenApiResponse
            {
                Description = "Not changed since the tag in `If-None-Match`.",
                Headers = Refer([.. Limits, "ETag"], document),
            };
        foreach (var status in ProblemsOf(operation, facts))
            operation.Responses[Name(status)] = new OpenApiResponseReference(Problem + Name(status), document);
    }

    /// <summary>Adds problems, their schema and all headers to the document once, for references.</summary>
    public static void Share(OpenApiDocument document)
    {
        var components = document.Components!;
        components.Headers = Headers.ToDictionary(h => h.Key, IOpenApiHeader (h) => h.Value);
        components.Responses = Problems.ToDictionary(
            p => Problem + Name(p.Key),
            IOpenApiResponse (p) =>
                new OpenApiResponse
                {
                    Description = p.Value,
                    Headers = Refer(p.Key is 429 or 503 ? [.. Limits, "Retry-After"] : Limits, document),
                    Content = new Dictionary<string, OpenApiMediaType>
                    {
                        ["application/problem+json"] = new OpenApiMediaType { Schema = new OpenApiSchemaReference(Problem, document) },
                    },
                }
        );
        components.Schemas ??= new Dictionary<string, IOpenApiSchema>();
        components.Schemas[Problem] = ProblemSchema(document);
        components.Schemas[Violation] = ViolationSchema();
    }

    private static string[] Limits => ["RateLimit", "RateLimit-Policy"];

    private static IEnumerable<int> ProblemsOf(OpenApiOperation operation, OperationFacts facts)
    {
        if (
            facts.HasBody
            || facts.IsPost
            || operation.Parameters is { } given && given.Any(p => p.In is ParameterLocation.Query or ParameterLocation.Path)
        )
            yield return 400;
        if (!facts.IsOpen)
            yield return 401;
        if (!facts.IsOpen)
            yield return 403;
        if (facts.NamesOne || !facts.IsRead)
            yield return 404;
        if (!facts.IsRead)
            yield return 409;
        if (facts.ChangesOne)
            yield return 412;
        if (facts.HasBody)
            yield return 413;
        if (facts.HasBody)
            yield return 415;
        if (!facts.IsRead)
            yield return 422;
        yield return 429;
        yield return 503;
    }

    /// <summary>Content that is not JSON is described as a file.</summary>
    private static void AsFile(OpenApiResponse answer)
    {
        foreach (var (type, content) in answer.Content ?? new Dictionary<string, OpenApiMediaType>())
        {
            if (type != Json)
                content.Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" };
        }
    }

    private static OpenApiSchema ProblemSchema(OpenApiDocument document) =>
        new()
        {
            Type = JsonSchemaType.Object,
            Description = "Why a request was refused (RFC 9457).",
            Required = new HashSet<string> { "type", "title", "status", "code", "traceId" },
            Properties = new Dictionary<string, IOpenApiSchema>
            {
                ["type"] = String("Always `about:blank`: `code` says what it is."),
                ["title"] = String("A sentence in the reader's language."),
                ["status"] = new OpenApiSchema
                {
                    Type = JsonSchemaType.Integer,
                    Format = "int32",
                    Description = "The status of the answer.",
                },
                ["detail"] = String("More of it, in the reader's language."),
                ["instance"] = String("The path that was asked."),
                ["code"] = String("Stable, for programs, e.g. `commitment.notActive`."),
                ["traceId"] = String("What to tell us when asking about it."),
                ["errors"] = new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    Description = "Messages by field, for people.",
                    AdditionalProperties = new OpenApiSchema
                    {
                        Type = JsonSchemaType.Array,
                        Items = new OpenApiSchema { Type = JsonSchemaType.String },
                    },
                },
                ["violations"] = new OpenApiSchema
                {
                    Type = JsonSchemaType.Array,
                    Description = "The same by place, for programs.",
                    Items = new OpenApiSchemaReference(Violation, document),
                },
            },
        };

    private static OpenApiSchema ViolationSchema() =>
        new()
        {
            Type = JsonSchemaType.Object,
            Description = "One thing that is wrong with a request, and where.",
            Required = new HashSet<string> { "code", "detail" },
            Properties = new Dictionary<string, IOpenApiSchema>
            {
                ["pointer"] = String("Its place in the body (RFC 6901), e.g. `/milestones/0/dueDate`."),
                ["parameter"] = String("Its name in the path or query string."),
                ["code"] = String("Stable, e.g. `form.required`."),
                ["detail"] = String("A sentence in the reader's language."),
            },
        };

    private static Dictionary<string, IOpenApiHeader> Refer(IEnumerable<string> names, OpenApiDocument document) =>
        names.ToDictionary(name => name, IOpenApiHeader (name) => new OpenApiHeaderReference(name, document));

    private static OpenApiHeader Text(string description) =>
        new()
        {
            Description = description,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        };

    private static OpenApiSchema String(string description) => new() { Type = JsonSchemaType.String, Description = description };

    private static string Name(int status) => status.ToString(CultureInfo.InvariantCulture);
}
