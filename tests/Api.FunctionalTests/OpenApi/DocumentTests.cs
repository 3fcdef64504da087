using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.OpenApi;
using PartnershipTracker.Api.OpenApi;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.OpenApi;

/// <summary>Rules for the OpenAPI document. Each test names the operations that break its rule.</summary>
public sealed partial class DocumentTests(OnSqlite fixture) : IClassFixture<OnSqlite>, IAsyncLifetime
{
    private Described _document = null!;

    public async Task InitializeAsync() => _document = await Described.By(fixture.Host);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public void The_document_has_no_errors()
    {
        var read = OpenApiDocument.Parse(_document.Text, "json");
        read.Diagnostic!.Errors.Select(e => e.ToString()).ShouldBeEmpty();
        read.Diagnostic.Warnings.Select(w => w.ToString()).ShouldBeEmpty();
        read.Document!.Paths.Sum(p => p.Value.Operations!.Count).ShouldBe(_document.Operations.Count);
        _document.Operations.Count.ShouldBeGreaterThan(110);
    }

    [Fact]
    public void The_document_names_its_licence_and_a_server_that_does_not_depend_on_the_address()
    {
        _document.Root.GetProperty("openapi").GetString()!.ShouldStartWith("3.1");
        _document.Root.GetProperty("info").GetProperty("license").GetProperty("identifier").GetString().ShouldBe("Apache-2.0");
        _document.Root.GetProperty("servers").EnumerateArray().Select(s => s.GetProperty("url").GetString()).ShouldBe(["/"]);
    }

    [Fact]
    public void Every_operation_has_a_summary_and_a_unique_id_in_camel_case()
    {
        Offenders(o => !Name().IsMatch(o.Id));
        Offenders(o => string.IsNullOrEmpty(o.Node.GetProperty("summary").GetString()));
        _document.Operations.GroupBy(o => o.Id).Where(g => g.Count() > 1).Select(g => g.Key).ShouldBeEmpty();
    }

    [Fact]
    public void Every_tag_is_described_and_used()
    {
        var described = _document
            .Root.GetProperty("tags")
            .EnumerateArray()
            .Where(t => t.GetProperty("description").GetString() is { Length: > 0 })
            .Select(t => t.GetProperty("name").GetString());
        _document
            .Operations.SelectMany(o => o.Node.GetProperty("tags").EnumerateArray())
            .Select(t => t.GetString())
            .Distinct()
            .ShouldBe(described, ignoreOrder: true);
    }

    [Fact]
    public void Every_success_is_typed()
    {
        Offenders(o => !o.Answers.Keys.Any(IsSuccess));
        Offenders(o => o.Answers.Any(a => IsSuccess(a.Key) && Operation.ContentsOf(a.Value).Any() == a.Key is "204"));
        Offenders(o => o.Answers.SelectMany(a => Operation.ContentsOf(a.Value)).Any(c => !c.Content.TryGetProperty("schema", out _)));
    }

    [Fact]
    public void Content_that_is_not_json_is_described_as_a_file() =>
        Offenders(o =>
            o.Answers.SelectMany(a => Operation.ContentsOf(a.Value))
                .Where(c => !c.MediaType.EndsWith("json", StringComparison.Ordinal))
                .Select(c => c.Content.GetProperty("schema"))
                .Any(s => s.GetProperty("type").GetString() != "string" || s.GetProperty("format").GetString() != "binary")
        );

    [Fact]
    public void Every_possible_problem_is_described()
    {
        Offenders(o => Missing(o, "429"));
        Offenders(o => !o.IsReference && Missing(o, "401", "403"));
        Offenders(o => o.Path.Contains('{', StringComparison.Ordinal) && Missing(o, "404"));
        Offenders(o => (o.HasBody || o.IsPost || o.Parameters.Any(p => p.GetProperty("in").GetString() == "query")) && Missing(o, "400"));
        Offenders(o => o.HasBody && Missing(o, "413", "415"));
        Offenders(o => o.Method != "GET" && Missing(o, "409", "422"));
        Offenders(o => o.ChangesOne && Missing(o, "412"));
        Offenders(o =>
            o.Answers.Where(a => a.Key[0] is '4')
                .Any(a =>
                    Operation.ContentsOf(a.Value).Single() is var (type, content)
                    && (
                        type != "application/problem+json"
                        || content.GetProperty("schema").GetProperty("$ref").GetString() != "#/components/schemas/Problem"
                    )
                )
        );
    }

    [Fact]
    public void Only_code_lists_need_no_key()
    {
        Offenders(o => o.IsReference != (o.Node.TryGetProperty("security", out var own) && own.GetArrayLength() == 0));
        _document
            .Root.GetProperty("security")
            .EnumerateArray()
            .SelectMany(s => s.EnumerateObject())
            .Select(s => s.Name)
            .ShouldBe(_document.Root.GetProperty("components").GetProperty("securitySchemes").EnumerateObject().Select(s => s.Name));
    }

    [Fact]
    public void Every_header_is_described_where_it_is_supported()
    {
        Offenders(o => o.IsPost != o.Takes("Idempotency-Key"));
        Offenders(o => o.ChangesOne != o.Takes("If-Match"));
        Offenders(o => !o.Takes("Accept-Language"));
        Offenders(o => o.Answers.Values.Any(a => !Operation.Shows(a, "RateLimit")));
        Offenders(o => !Operation.Shows(o.Answers["429"], "Retry-After"));
        Offenders(o => o.Answers.Any(a => a.Key is "201" or "202" && !Operation.Shows(a.Value, "Location")));
        Offenders(o => o.Takes("If-None-Match") && !(Operation.Shows(o.Answers["200"], "ETag") && o.Answers.ContainsKey("304")));
        _document.Operations.Count(o => o.Takes("If-None-Match")).ShouldBeGreaterThan(5);
    }

    [Fact]
    public void Every_parameter_is_in_camel_case_and_described()
    {
        Offenders(o => o.Parameters.Any(p => string.IsNullOrEmpty(p.TryGetProperty("description", out var says) ? says.GetString() : "")));
        Offenders(o =>
            o.Parameters.Any(p => p.GetProperty("in").GetString() != "header" && !Name().IsMatch(p.GetProperty("name").GetString()!))
        );
        Offenders(o =>
            o.Parameters.Any(p =>
                p.GetProperty("name").GetString() == "limit" && p.GetProperty("schema").GetProperty("maximum").GetInt32() != 200
            )
        );
    }

    [Fact]
    public void Every_body_has_an_example_and_every_example_matches_its_schema()
    {
        Offenders(o => o.Bodies.Any(b => !b.Content.TryGetProperty("examples", out var examples) || !examples.EnumerateObject().Any()));
        _document
            .Operations.SelectMany(o =>
                o.Bodies.SelectMany(b =>
                    b.Content.GetProperty("examples")
                        .EnumerateObject()
                        .SelectMany(e => _document.Schema.Check(b.Content.GetProperty("schema"), e.Value.GetProperty("value")))
                        .Select(wrong => $"{o}: {wrong}")
                )
            )
            .ShouldBeEmpty();
    }

    [Fact]
    public void Every_reference_has_a_target() =>
        Reference().Matches(_document.Text).Select(m => m.Groups["to"].Value).Distinct().Where(to => !Resolves(to)).ShouldBeEmpty();

    [Fact]
    public void Every_shared_component_is_used()
    {
        var used = Reference().Matches(_document.Text).Select(m => m.Groups["to"].Value).ToHashSet();
        _document
            .Root.GetProperty("components")
            .EnumerateObject()
            .Where(kind => kind.Name != "securitySchemes")
            .SelectMany(kind => kind.Value.EnumerateObject().Select(part => $"#/components/{kind.Name}/{part.Name}"))
            .Where(part => !used.Contains(part))
            .ShouldBeEmpty();
    }

    [Fact]
    public void No_schema_is_empty() =>
        _document
            .Schemas()
            .Where(s =>
                !(
                    s.Schema.TryGetProperty("$ref", out _)
                    || s.Schema.TryGetProperty("oneOf", out _)
                    || s.Schema.TryGetProperty("type", out var type)
                        && (type.ValueKind == JsonValueKind.Array || IsWhole(s.Schema, type.GetString()))
                )
            )
            .Select(s => s.At)
            .ShouldBeEmpty();

    [Fact]
    public void Free_json_has_a_description() =>
        _document
            .Schemas()
            .Where(s =>
                s.Schema.TryGetProperty("additionalProperties", out var more)
                && more.ValueKind == JsonValueKind.Object
                && more.TryGetProperty("type", out var type)
                && type.ValueKind == JsonValueKind.Array
            )
            .Where(s => !s.Schema.TryGetProperty("description", out _))
            .Select(s => s.At)
            .ShouldBeEmpty();

    [Fact]
    public void Every_value_of_a_code_list_is_described() =>
        _document
            .Schemas()
            .Where(s => s.Schema.TryGetProperty("enum", out _))
            .SelectMany(s =>
                s.Schema.GetProperty("enum")
                    .EnumerateArray()
                    .Where(v =>
                        v.ValueKind != JsonValueKind.String
                        || !Regex.IsMatch(
                            s.Schema.GetProperty("description").GetString()!,
                            $@"^- `{v.GetString()}`: \S",
                            RegexOptions.Multiline
                        )
                    )
                    .Select(v => $"{s.At}: {v}")
            )
            .ShouldBeEmpty();

    [Fact]
    public void A_patch_requires_nothing()
    {
        var patch = _document
            .Operations.Single(o => o.Method == "PATCH")
            .Bodies.Single(b => b.MediaType == "application/merge-patch+json")
            .Content.GetProperty("schema");
        _document.Schema.Check(patch, JsonElement.Parse("{}")).ShouldBeEmpty();
        _document.Schema.Check(patch, JsonElement.Parse("""{ "funding": { "amount": 5 }, "risks": null }""")).ShouldBeEmpty();
        _document.Schema.Check(patch, JsonElement.Parse("""{ "nonsense": 5 }""")).ShouldNotBeEmpty();
    }

    [Fact]
    public void Every_operation_can_be_tried_by_hand()
    {
        var tried = RequestFile.All.Select(r => _document.Find(r.Method, r.Path)).OfType<Operation>().Select(o => o.ToString()).ToHashSet();
        Offenders(o => !tried.Contains(o.ToString()));
        RequestFile
            .All.Where(r => r.Path.StartsWith("/api/", StringComparison.Ordinal) && _document.Find(r.Method, r.Path) is null)
            .Select(r => $"{r.Method} {r.Path}")
            .ShouldBeEmpty("requests without an operation");
    }

    private static bool IsWhole(JsonElement schema, string? type) =>
        type switch
        {
            "object" => schema.TryGetProperty("properties", out _)
                || schema.TryGetProperty("additionalProperties", out var more) && more.ValueKind == JsonValueKind.Object,
            "array" => schema.TryGetProperty("items", out _),
            _ => true,
        };

    private static bool IsSuccess(string status) => status[0] == '2';

    private static bool Missing(Operation operation, params string[] statuses) => statuses.Any(s => !operation.Answers.ContainsKey(s));

    private void Offenders(
        Func<Operation, bool> offends,
        [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(offends))] string rule = ""
    ) => _document.Operations.Where(offends).Select(o => o.ToString()).ShouldBeEmpty(rule);

    private bool Resolves(string reference)
    {
        try
        {
            return _document.Schema.Resolve(reference).ValueKind == JsonValueKind.Object;
        }
        catch (KeyNotFoundException)
        {
            return false;
        }
    }

    [GeneratedRegex("^[a-z][a-zA-Z]*$")]
    private static partial Regex Name();

    [GeneratedRegex("\"\\$ref\": ?\"(?<to>[^\"]+)\"")]
    private static partial Regex Reference();
}
