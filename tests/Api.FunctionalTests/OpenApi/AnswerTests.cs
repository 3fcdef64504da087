using PartnershipTracker.Api.FunctionalTests.Access;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.OpenApi;

/// <summary>
/// Answers match the OpenAPI document. <see cref="EveryEndpointTests"/> checks this for every endpoint and role; here are the answers that
/// do not depend on the role.
/// </summary>
public sealed class AnswerTests(OneWorld fixture) : IClassFixture<OneWorld>, IAsyncLifetime
{
    private readonly World _world = fixture.World;
    private Described _document = null!;

    public async Task InitializeAsync() => _document = await Described.By(_world.Host);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task All_answers_in_the_life_of_a_commitment_match_the_document()
    {
        var (partnership, own) = (_world.Partnership(Whose.Own).Value, _world.Organization(Whose.Own).Value);
        var drafted = await Ask(
            201,
            HttpMethod.Post,
            "/api/v1/commitments",
            Bodies.Commitment(partnership, own),
            ("Idempotency-Key", "draft-1")
        );
        await Ask(201, HttpMethod.Post, "/api/v1/commitments", Bodies.Commitment(partnership, own), ("Idempotency-Key", "draft-1"));
        var at = $"/api/v1/commitments/{drafted.Id}";
        await Ask(200, HttpMethod.Patch, at, new { place = "Khulna" }, ("If-Match", drafted.Tag));
        await Ask(200, HttpMethod.Post, at + "/submit", by: _world.As("officer"));
        var accepted = await Ask(200, HttpMethod.Post, at + "/accept", new { reason = "It is clear enough." });
        await Ask(304, HttpMethod.Get, at, null, ("If-None-Match", accepted.Tag));
        await Ask(201, HttpMethod.Post, at + "/reports", Bodies.Progress(reportsCompletion: true));
        await Ask(200, HttpMethod.Get, at);
        await Ask(200, HttpMethod.Get, at + "/history");
        await Ask(200, HttpMethod.Get, at + "/versions");
        await Ask(200, HttpMethod.Get, "/api/v1/commitments?limit=2&sort=title");
    }

    [Fact]
    public async Task Refusals_match_the_document()
    {
        var active = await _world.Active(Whose.Own);
        await Ask(400, HttpMethod.Post, "/api/v1/organizations", Bodies.Organization().With("name", ""));
        await Ask(400, HttpMethod.Get, "/api/v1/commitments?limit=1000");
        await Ask(400, HttpMethod.Post, active + "/submit", null, ("Idempotency-Key", "no key"));
        await Ask(404, HttpMethod.Get, $"/api/v1/commitments/{Guid.NewGuid()}");
        await Ask(412, HttpMethod.Post, active + "/withdraw", new { reason = "No money." }, ("If-Match", "\"99-20261120-en\""));
        await Ask(415, HttpMethod.Post, "/api/v1/organizations", new StringContent("name=x"));
        await Ask(422, HttpMethod.Post, active + "/submit");
    }

    [Fact]
    public async Task Answers_about_imports_and_exports_match_the_document()
    {
        var import = await Ask(202, HttpMethod.Post, "/api/v1/imports", Bodies.Import("id,name,due\nA-1,,2027\nA-2,Dhaka,2027\n"));
        await _world.Host.Send(new Application.Imports.RunImports());
        await Ask(200, HttpMethod.Get, $"/api/v1/imports/{import.Id}");
        (await Ask(200, HttpMethod.Get, $"/api/v1/imports/{import.Id}/items")).Items.ShouldNotBeEmpty();
        await Ask(200, HttpMethod.Get, "/api/v1/exports/commitments.xlsx");
    }

    private async Task<Answer> Ask(
        int status,
        HttpMethod method,
        string path,
        object? body = null,
        (string Name, string Value)? header = null,
        HttpClient? by = null
    )
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
            request.Content = body as HttpContent ?? System.Net.Http.Json.JsonContent.Create(body);
        if (header is { } given)
            request.Headers.TryAddWithoutValidation(given.Name, given.Value);
        var answer = (await (by ?? _world.Secretariat).Ask(request)).MustBe(status);
        _document.Contradictions(method.Method, path, answer).ShouldBeEmpty();
        return answer;
    }
}
