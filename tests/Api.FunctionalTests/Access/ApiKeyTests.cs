using System.Text.Json;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.Access;

public sealed class ApiKeysOnSqlite(OnSqlite fixture) : ApiKeyTests(fixture), IClassFixture<OnSqlite>;

public sealed class ApiKeysOnPostgreSql(OnPostgreSql fixture) : ApiKeyTests(fixture), IClassFixture<OnPostgreSql>;

public abstract class ApiKeyTests(HostFixture fixture) : IAsyncLifetime
{
    private readonly TrackerHost _host = fixture.Host;
    private readonly HttpClient _secretariat = fixture.Host.Client();
    private string _keys = "";

    public async Task InitializeAsync()
    {
        _host.Clock.Now = TestClock.Start;
        _keys = $"/api/v1/organizations/{(await _host.Organization("Own")).Value}/api-keys";
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [DatabaseFact]
    public async Task A_rotated_key_still_works_beside_the_new_key_for_some_hours()
    {
        var old = (await _secretariat.Post(_keys, Bodies.Key("officer"))).MustBe(201);
        var made = (await _secretariat.Post($"{_keys}/{old.Id}/rotate", new { overlapHours = 2 })).MustBe(201);
        made["role"].GetString().ShouldBe("officer");
        made["key"].GetString().ShouldNotBe(old["key"].GetString());
        using var before = _host.Client(old["key"].GetString());
        using var after = _host.Client(made["key"].GetString());

        _host.Clock.Now = TestClock.Start.AddHours(2).AddSeconds(-1);
        (await before.Get("/api/v1/commitments")).MustBe(200);
        (await after.Get("/api/v1/commitments")).MustBe(200);
        _host.Clock.Now = TestClock.Start.AddHours(2);
        (await before.Get("/api/v1/commitments")).MustRefuse(401, "http.401");
        (await after.Get("/api/v1/commitments")).MustBe(200);

        var inList = (await _secretariat.Get(_keys)).Items.Single(k => k.GetProperty("id").GetString() == old.Id);
        inList.GetProperty("retiresAt").GetDateTimeOffset().ShouldBe(TestClock.Start.AddHours(2));
        (await _secretariat.Post($"{_keys}/{old.Id}/rotate")).MustRefuse(422, "apiKey.notUsable");
        (await _secretariat.Post($"{_keys}/{made.Id}/rotate", new { overlapHours = 169 })).MustRefuse(
            400,
            "request.invalid",
            "overlapHours"
        );
    }

    [DatabaseFact]
    public async Task An_organization_has_at_most_50_keys_that_work_and_can_still_rotate_them()
    {
        var last = await Issue();
        for (var i = 1; i < ApiKey.MaxUsable; i++)
            last = await Issue();
        (await _secretariat.Post(_keys, Bodies.Key("officer"))).MustRefuse(422, "apiKey.tooMany");

        // A key that retires counts until it has retired.
        (await _secretariat.Post($"{_keys}/{last.Id}/rotate", new { overlapHours = 2 })).MustBe(201);
        (await _secretariat.Delete($"{_keys}/{last.Id}")).MustBe(204);
        (await _secretariat.Post(_keys, Bodies.Key("officer"))).MustRefuse(422, "apiKey.tooMany");

        // Rotating again and again does not make more and more keys that work.
        var newest = await RotateOnce((await _secretariat.Get(_keys + "?limit=200")).Items);
        while (newest is { Status: 201 })
            newest = (await _secretariat.Post($"{_keys}/{newest.Id}/rotate", new { overlapHours = 168 }));
        newest.MustRefuse(422, "apiKey.tooMany");
        (await _secretariat.Get(_keys + "?limit=200"))
            .Items.Count(k => k.GetProperty("revokedAt").ValueKind == JsonValueKind.Null)
            .ShouldBe(2 * ApiKey.MaxUsable);

        async Task<Answer> Issue() => (await _secretariat.Post(_keys, Bodies.Key("officer"))).MustBe(201);

        async Task<Answer> RotateOnce(JsonElement[] keys)
        {
            var usable = keys.First(k => k.GetProperty("revokedAt").ValueKind == JsonValueKind.Null);
            return await _secretariat.Post($"{_keys}/{usable.GetProperty("id").GetString()}/rotate", new { overlapHours = 168 });
        }
    }

    [DatabaseFact]
    public async Task The_list_of_keys_shows_when_each_was_last_used_and_never_the_key()
    {
        var made = (await _secretariat.Post(_keys, Bodies.Key("officer"))).MustBe(201);
        (await KeyInList(made.Id)).GetProperty("lastUsedAt").ValueKind.ShouldBe(JsonValueKind.Null);
        using var client = _host.Client(made["key"].GetString());
        await client.Get("/api/v1/commitments");
        (await KeyInList(made.Id)).GetProperty("lastUsedAt").GetDateTimeOffset().ShouldBe(TestClock.Start);
        _host.Clock.Now += TimeSpan.FromMinutes(9);
        await client.Get("/api/v1/commitments");
        (await KeyInList(made.Id)).GetProperty("lastUsedAt").GetDateTimeOffset().ShouldBe(TestClock.Start);
        _host.Clock.Now += TimeSpan.FromMinutes(1);
        await client.Get("/api/v1/commitments");
        (await KeyInList(made.Id)).GetProperty("lastUsedAt").GetDateTimeOffset().ShouldBe(TestClock.Start.AddMinutes(10));
        (await _secretariat.Get(_keys)).Text.ShouldNotContain(made["key"].GetString()!);
    }

    [DatabaseFact]
    public async Task Without_a_key_a_request_is_refused_before_its_body_is_read()
    {
        using var anonymous = _host.Client(null);
        using var text = new StringContent("name=x");
        (await anonymous.Post("/api/v1/organizations", text)).MustRefuse(401, "http.401");
    }

    private async Task<JsonElement> KeyInList(string id) =>
        (await _secretariat.Get(_keys)).MustBe(200).Items.Single(k => k.GetProperty("id").GetString() == id);
}
