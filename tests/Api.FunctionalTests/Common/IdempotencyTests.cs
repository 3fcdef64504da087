using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Idempotency;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.Common;

public sealed class IdempotencyOnSqlite(OnSqlite fixture) : IdempotencyTests(fixture), IClassFixture<OnSqlite>;

public sealed class IdempotencyOnPostgreSql(OnPostgreSql fixture) : IdempotencyTests(fixture), IClassFixture<OnPostgreSql>;

/// <summary>A POST that is sent twice with one <c>Idempotency-Key</c> is executed once.</summary>
public abstract class IdempotencyTests(HostFixture fixture)
{
    private readonly TrackerHost _host = fixture.Host;
    private readonly HttpClient _secretariat = fixture.Host.Client();

    [DatabaseFact]
    public async Task A_repeated_request_gets_the_same_answer_and_is_executed_once()
    {
        var (key, name) = (Key(), Key());
        var first = (await Post("/api/v1/organizations", Bodies.Organization(name), key)).MustBe(201);
        first.Headers.Contains("Idempotency-Replayed").ShouldBeFalse();
        var again = (await Post("/api/v1/organizations", Bodies.Organization(name), key)).MustBe(201);
        again.Text.ShouldBe(first.Text);
        (again.Headers.Location, again.Tag, again.MediaType).ShouldBe((first.Headers.Location, first.Tag, first.MediaType));
        again.Headers.GetValues("Idempotency-Replayed").ShouldBe(["true"]);
        (await _secretariat.Get("/api/v1/organizations?q=" + name)).Items.Length.ShouldBe(1);
    }

    [DatabaseFact]
    public async Task Without_a_key_a_repeated_request_is_executed_twice()
    {
        var name = Key();
        for (var i = 0; i < 2; i++)
            (await _secretariat.Post("/api/v1/organizations", Bodies.Organization(name))).MustBe(201);
        (await _secretariat.Get("/api/v1/organizations?q=" + name)).Items.Length.ShouldBe(2);
    }

    [DatabaseFact]
    public async Task The_same_key_with_another_body_is_refused()
    {
        var key = Key();
        (await Post("/api/v1/organizations", Bodies.Organization("One"), key)).MustBe(201);
        (await Post("/api/v1/organizations", Bodies.Organization("Other"), key)).MustRefuse(422, "request.otherBody");
        (await Post("/api/v1/organizations?x=1", Bodies.Organization("One"), key)).MustRefuse(422, "request.otherBody");
    }

    [DatabaseFact]
    public async Task A_key_applies_to_one_caller_and_one_address()
    {
        var key = Key();
        var organization = await _host.Organization("Own");
        (await Post("/api/v1/organizations", Bodies.Organization(), key)).MustBe(201);
        (await Post("/api/v1/partnerships", Bodies.Partnership(), key))
            .MustBe(201)
            .Headers.Contains("Idempotency-Replayed")
            .ShouldBeFalse();
        using var officer = _host.Client(await _host.Key(organization, "officer"));
        var path = $"/api/v1/organizations/{organization.Value}/contacts";
        (await Post(path, Bodies.Contact("a@example.org"), key)).MustBe(201);
        (await Post(path, Bodies.Contact("b@example.org"), key, officer)).MustBe(201)["email"].GetString().ShouldBe("b@example.org");
    }

    [DatabaseFact]
    public async Task A_refused_request_changed_nothing_and_can_be_repeated()
    {
        var organization = await _host.Organization("Own");
        var other = await _host.Organization("Other");
        var (key, path) = (Key(), "/api/v1/commitments");
        var partnership = (await _secretariat.Post("/api/v1/partnerships", Bodies.Partnership())).MustBe(201).Id;
        var body = Bodies.Commitment(Guid.Parse(partnership), organization.Value);
        (await Post(path, body, key)).MustBe(422)["code"].GetString().ShouldBe("commitment.notAMember");
        foreach (var member in new[] { organization, other })
            (
                await _secretariat.Post($"/api/v1/partnerships/{partnership}/members", new { organizationId = member.Value, role = "lead" })
            ).MustBe(201);
        (await Post(path, body, key)).MustBe(201);
    }

    [DatabaseFact]
    public async Task A_use_case_with_several_saves_is_one_transaction_with_its_answer()
    {
        var (own, other) = (await _host.Organization("Own"), await _host.Organization("Other"));
        var partnership = await _host.ActivePartnership(own, other);
        var id = await _host.ActiveCommitment(partnership, own, "2027-06-30");
        var (key, body) = (Key(), new { organizationId = other.Value, reason = "They merged." });
        var first = (await Post(World.Url(id) + "/hand-over", body, key)).MustBe(200);
        (await Post(World.Url(id) + "/hand-over", body, key)).MustBe(200).Text.ShouldBe(first.Text);
        (await Post("/api/v1/accountability/sweep", null, key)).MustBe(200);
        (await Post("/api/v1/accountability/sweep", null, key)).MustBe(200);
    }

    /// <summary>Everything up to the commit is one transaction: if the answer cannot be stored, the change is rolled back.</summary>
    [DatabaseFact]
    public async Task If_the_answer_cannot_be_stored_the_change_is_rolled_back()
    {
        var (key, name) = (Key(), Key());
        await _host.Db(db => db.Database.ExecuteSqlRawAsync("""ALTER TABLE "IdempotencyRecords" RENAME COLUMN "Status" TO "Gone" """));
        (await Post("/api/v1/organizations", Bodies.Organization(name), key)).MustRefuse(500, "http.500");
        await _host.Db(db => db.Database.ExecuteSqlRawAsync("""ALTER TABLE "IdempotencyRecords" RENAME COLUMN "Gone" TO "Status" """));
        (await _secretariat.Get("/api/v1/organizations?q=" + name)).Items.ShouldBeEmpty();
        (await Post("/api/v1/organizations", Bodies.Organization(name), key)).MustBe(201);
    }

    [DatabaseFact]
    public async Task Requests_at_the_same_time_with_one_key_are_executed_once()
    {
        var (key, name) = (Key(), Key());
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Post("/api/v1/organizations", Bodies.Organization(name), key)));
        answers.ShouldAllBe(a => a.Status == 201 || a.Status == 409);
        answers.Where(a => a.Status == 409).ShouldAllBe(a => a["code"].GetString() == "request.underWay");
        answers.Where(a => a.Status == 201).Select(a => a.Text).Distinct().Count().ShouldBe(1);
        (await _secretariat.Get("/api/v1/organizations?q=" + name)).Items.Length.ShouldBe(1);
    }

    [DatabaseFact]
    public async Task An_answer_that_contains_an_API_key_is_not_stored()
    {
        var organization = await _host.Organization("Own");
        var (key, path) = (Key(), $"/api/v1/organizations/{organization.Value}/api-keys");
        var secret = (await Post(path, Bodies.Key(), key)).MustBe(201)["key"].GetString()!;
        (await Post(path, Bodies.Key(), key)).MustRefuse(409, "request.secretShown");
        (await _secretariat.Get(path)).Items.Length.ShouldBe(1);
        var kept = await _host.Db(db => db.IdempotencyRecords.Where(a => a.Key == key).SingleAsync());
        kept.Body.ShouldBeNull();
        JsonSerializer.Serialize(kept).ShouldNotContain(secret);
    }

    [DatabaseFact]
    public async Task A_file_sent_again_is_the_same_request_whatever_the_boundary()
    {
        var key = Key();
        var path = "/api/v1/imports?dryRun=true";
        var first = (await Post(path, Bodies.Import(), key)).MustBe(202);
        (await Post(path, Bodies.Import(), key)).MustBe(202).Id.ShouldBe(first.Id);
        using var other = new MultipartFormDataContent
        {
            { new StringContent("id,name,due\n1,x,2027-01-01\n"), "file", "pledges.csv" },
            { new StringContent(Bodies.ImportProfile), "profile" },
        };
        (await Post(path, other, key)).MustRefuse(422, "request.otherBody");
    }

    [DatabaseFact]
    public async Task A_key_is_deleted_after_a_day()
    {
        var (key, name) = (Key(), Key());
        (await Post("/api/v1/organizations", Bodies.Organization(name), key)).MustBe(201);
        await _host.Send(new PurgeIdempotencyRecords());
        (await _host.Db(db => db.IdempotencyRecords.CountAsync(a => a.Key == key))).ShouldBe(1);
        _host.Clock.Now += IdempotencyRecord.RetentionPeriod + TimeSpan.FromSeconds(1);
        await _host.Send(new PurgeIdempotencyRecords());
        (await _host.Db(db => db.IdempotencyRecords.CountAsync(a => a.Key == key))).ShouldBe(0);
    }

    [DatabaseFact]
    public async Task An_unknown_address_of_any_length_is_not_found() =>
        (await Post("/api/v1/" + new string('x', 2000), null, Key())).MustRefuse(404, "http.404");

    [DatabaseFact]
    public async Task A_malformed_key_is_refused()
    {
        (await Post("/api/v1/organizations", Bodies.Organization(), new string('k', 256))).MustRefuse(400, "request.idempotencyKey");
        (await Post("/api/v1/organizations", Bodies.Organization(), "two words")).MustRefuse(400, "request.idempotencyKey");
    }

    private static string Key() => Guid.NewGuid().ToString("n");

    private async Task<Answer> Post(string path, object? body, string key, HttpClient? caller = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = body is null ? null : body as HttpContent ?? JsonContent.Create(body),
        };
        request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        return await (caller ?? _secretariat).Ask(request);
    }
}
