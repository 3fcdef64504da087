using System.Text.Json;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.Organizations;

public sealed class OrganizationsOnSqlite(OnSqlite fixture) : OrganizationTests(fixture), IClassFixture<OnSqlite>;

public sealed class OrganizationsOnPostgreSql(OnPostgreSql fixture) : OrganizationTests(fixture), IClassFixture<OnPostgreSql>;

public abstract class OrganizationTests(HostFixture fixture)
{
    private const string Organizations = "/api/v1/organizations";
    private readonly TrackerHost _host = fixture.Host;
    private readonly HttpClient _secretariat = fixture.Host.Client();

    [DatabaseFact]
    public async Task An_organization_is_registered_with_its_first_contact()
    {
        var body = Bodies
            .Organization()
            .With("contact", System.Text.Json.JsonSerializer.SerializeToElement(new { name = "Rahima", email = "Rahima@Example.org" }));
        var id = (await _secretariat.Post("/api/v1/organizations", body)).MustBe(201).Id;
        var contact = (await _secretariat.Get($"/api/v1/organizations/{id}/contacts")).Items.ShouldHaveSingleItem();
        contact.GetProperty("email").GetString().ShouldBe("rahima@example.org");
        contact.GetProperty("role").GetString().ShouldBe("focalPoint");

        var wrong = Bodies
            .Organization()
            .With("contact", System.Text.Json.JsonSerializer.SerializeToElement(new { name = "Rahima", email = "nobody" }));
        (await _secretariat.Post("/api/v1/organizations", wrong)).MustRefuse(400, "request.invalid", "contact.email");
        (await _secretariat.Put($"/api/v1/organizations/{id}", body)).MustRefuse(400, "request.invalid", "contact");
    }

    [DatabaseFact]
    public async Task Registering_an_organization_answers_all_its_fields_its_tag_and_its_address()
    {
        var created = (
            await _secretariat.Post(
                Organizations,
                Bodies
                    .Organization()
                    .With("website", "https://greendelta.example")
                    .With("identifier", "BD-NGO-1")
                    .With("countryCode", "bgd")
            )
        ).MustBe(201);
        created["sector"].GetString().ShouldBe("civilSociety");
        created["countryCode"].GetString().ShouldBe("BD");
        created["isCommunity"].GetBoolean().ShouldBeFalse();
        created.Headers.Location!.ToString().ShouldBe($"{Organizations}/{created.Id}");
        created.Tag.ShouldStartWith("\"1-");

        var read = (await _secretariat.Get(created.Headers.Location.ToString())).MustBe(200);
        read.Text.ShouldBe(created.Text);
        read.Tag.ShouldBe(created.Tag);
    }

    [DatabaseTheory]
    [InlineData("type", "99", "reference.unknownOrganizationType")]
    [InlineData("countryCode", "XX", "reference.unknownCountry")]
    [InlineData("timeZone", "Bangladesh Standard Time", "reference.unknownTimeZone")]
    public async Task Unknown_codes_are_refused_by_field(string field, string value, string code)
    {
        var refused = (await _secretariat.Post(Organizations, Bodies.Organization().With(field, value))).MustRefuse(422, code, field);
        refused["title"].GetString()!.ShouldContain(value);
    }

    [DatabaseTheory]
    [InlineData("name", " ")]
    [InlineData("name", null)]
    [InlineData("name", 5)]
    [InlineData("website", "javascript:alert(1)")]
    [InlineData("timeZone", "")]
    public async Task A_malformed_request_is_refused_by_field(string field, object? value) =>
        (await _secretariat.Post(Organizations, Bodies.Organization().With(field, value))).MustRefuse(400, "request.invalid", field);

    [DatabaseFact]
    public async Task An_organization_of_unknown_country_has_its_days_in_UTC_until_the_country_is_known()
    {
        var name = Guid.NewGuid().ToString("n");
        var created = (await _secretariat.Post(Organizations, new { name, type = "22" })).MustBe(201);
        created["countryCode"].ValueKind.ShouldBe(JsonValueKind.Null);
        created["timeZone"].GetString().ShouldBe("UTC");
        (await _secretariat.Get($"{Organizations}?countryCode=unknown&q={name}")).Items.ShouldHaveSingleItem();

        var known = Bodies.Organization().With("name", name).With("countryCode", "BD");
        (await _secretariat.Put($"{Organizations}/{created.Id}", known)).MustBe(200)["countryCode"].GetString().ShouldBe("BD");
        (await _secretariat.Get($"{Organizations}?countryCode=unknown&q={name}")).Items.ShouldBeEmpty();
    }

    [DatabaseFact]
    public async Task A_change_of_an_outdated_version_is_refused()
    {
        var created = (await _secretariat.Post(Organizations, Bodies.Organization())).MustBe(201);
        var url = $"{Organizations}/{created.Id}";
        var changed = (await _secretariat.Put(url, Bodies.Organization("Greener Delta"), created.Tag)).MustBe(200);
        changed["name"].GetString().ShouldBe("Greener Delta");
        changed.Tag.ShouldStartWith("\"2-");

        (await _secretariat.Put(url, Bodies.Organization("Too late"), created.Tag)).MustRefuse(412, "request.versionMoved");
        (await _secretariat.Put(url, Bodies.Organization("Foreign tag"), "\"abc\"")).MustRefuse(412, "request.versionMoved");
        (await _secretariat.Put(url, Bodies.Organization("Weak tag"), "W/" + changed.Tag)).MustRefuse(412, "request.versionMoved");
        (await _secretariat.Put(url, Bodies.Organization("Whatever it is"), "*")).MustBe(200);

        // If-Match compares the version alone, whatever the rest of the answer was.
        _host.Clock.Now += TimeSpan.FromDays(1);
        (await _secretariat.Put(url, Bodies.Organization("Next day"), "\"3-000000000000000000000000\"")).MustBe(200);
        _host.Clock.Now = TestClock.Start;
    }

    [DatabaseFact]
    public async Task A_caller_with_the_current_tag_gets_a_304()
    {
        var created = (await _secretariat.Post(Organizations, Bodies.Organization())).MustBe(201);
        using var again = new HttpRequestMessage(HttpMethod.Get, $"{Organizations}/{created.Id}");
        again.Headers.TryAddWithoutValidation("If-None-Match", created.Tag);
        (await _secretariat.Ask(again)).MustBe(304).Text.ShouldBeEmpty();
    }

    [DatabaseFact]
    public async Task A_source_id_is_unique()
    {
        var sourceId = Guid.NewGuid().ToString();
        (await _secretariat.Post(Organizations, Bodies.Organization().With("sourceId", sourceId))).MustBe(201);
        (await _secretariat.Post(Organizations, Bodies.Organization().With("sourceId", sourceId))).MustRefuse(
            409,
            "organization.sourceIdTaken",
            "sourceId"
        );
    }

    [DatabaseFact]
    public async Task Organizations_are_found_by_name_country_sector_and_source_id()
    {
        var sourceId = Guid.NewGuid().ToString();
        var found = (
            await _secretariat.Post(
                Organizations,
                new
                {
                    name = "Établissement Régional",
                    type = "40",
                    countryCode = "TD",
                    timeZone = "Africa/Ndjamena",
                    sourceId,
                }
            )
        ).MustBe(201);
        foreach (
            var filter in new[]
            {
                "q=etablissement%20REG",
                "countryCode=TCD",
                "countryCode=td",
                "sector=multilateral",
                "sourceId=" + sourceId,
            }
        )
            (await _secretariat.Get($"{Organizations}?{filter}"))
                .MustBe(200)
                .Items.ShouldHaveSingleItem(filter)
                .GetProperty("id")
                .GetString()
                .ShouldBe(found.Id);

        (await _secretariat.Get($"{Organizations}?sector=nobody")).MustRefuse(400, "request.invalid", "sector");
        (await _secretariat.Get($"{Organizations}?countryCode=XX")).MustRefuse(422, "reference.unknownCountry", "countryCode");
    }

    [DatabaseFact]
    public async Task A_contact_is_added_once_listed_and_removed()
    {
        var id = (await _secretariat.Post(Organizations, Bodies.Organization())).Id;
        var contacts = $"{Organizations}/{id}/contacts";
        var contact = (await _secretariat.Post(contacts, Bodies.Contact("Rahima@Example.org"))).MustBe(201);
        contact.Headers.Location!.ToString().ShouldBe($"{contacts}/{contact.Id}");
        contact["role"].GetString().ShouldBe("focalPoint");
        (await _secretariat.Post(contacts, Bodies.Contact("rahima@example.org"))).MustRefuse(409, "organization.contactExists", "email");
        (await _secretariat.Post(contacts, Bodies.Contact("nobody"))).MustRefuse(400, "request.invalid", "email");

        var listed = (await _secretariat.Get(contacts)).MustBe(200);
        listed.Items.ShouldHaveSingleItem().GetProperty("email").GetString().ShouldBe("rahima@example.org");
        contact["email"].GetString().ShouldBe("rahima@example.org", "the answer shows what is stored");
        (await _secretariat.Delete($"{contacts}/{contact.Id}")).MustBe(204);
        (await _secretariat.Delete($"{contacts}/{contact.Id}")).MustRefuse(404, "contact.notFound");
    }

    [DatabaseFact]
    public async Task A_contact_is_changed_unless_somebody_was_first()
    {
        var organization = (await _secretariat.Post(Organizations, Bodies.Organization())).MustBe(201);
        var contacts = $"{Organizations}/{organization.Id}/contacts";
        var added = (await _secretariat.Post(contacts, Bodies.Contact())).MustBe(201);
        var url = $"{contacts}/{added.Id}";
        (await _secretariat.Get(url)).Tag.ShouldBe(added.Tag);
        var body = Bodies.Contact("r.k@example.org").With("language", "fr").With("role", "alternate");
        var changed = (await _secretariat.Put(url, body, added.Tag)).MustBe(200);
        (changed.Id, changed["email"].GetString(), changed["role"].GetString(), changed["language"].GetString()).ShouldBe(
            (added.Id, "r.k@example.org", "alternate", "fr")
        );
        (await _secretariat.Put(url, Bodies.Contact(), added.Tag)).MustRefuse(412, "request.versionMoved");
        (await _secretariat.Put(url, Bodies.Contact("nobody"))).MustRefuse(400, "request.invalid", "email");
        (await _secretariat.Put($"{contacts}/{Guid.NewGuid()}", Bodies.Contact())).MustRefuse(404, "contact.notFound");

        var line = (await _secretariat.Get($"/api/v1/history?organizationId={organization.Id}&event=contactChanged")).Items.Single();
        line.GetProperty("text")
            .GetString()
            .ShouldBe(
                "The secretariat changed a contact of Green Delta. Email address: changed. Role: “focal point” → “alternate”. "
                    + "Language of emails: “fr” (new)."
            );
    }

    [DatabaseFact]
    public async Task Organizations_that_nobody_can_be_asked_for_are_found()
    {
        var name = Guid.NewGuid().ToString("n");
        var organization = (await _secretariat.Post(Organizations, Bodies.Organization(name))).MustBe(201);
        organization["hasContact"].GetBoolean().ShouldBeFalse();
        (await _secretariat.Get($"{Organizations}?q={name}&withoutContact=true")).Items.ShouldHaveSingleItem();
        (await _secretariat.Post($"{Organizations}/{organization.Id}/contacts", Bodies.Contact())).MustBe(201);
        (await _secretariat.Get($"{Organizations}?q={name}&withoutContact=true")).Items.ShouldBeEmpty();
        (await _secretariat.Get($"{Organizations}?q={name}&withoutContact=false"))
            .Items.ShouldHaveSingleItem()
            .GetProperty("hasContact")
            .GetBoolean()
            .ShouldBeTrue();
    }

    [DatabaseFact]
    public async Task The_overview_counts_what_the_reader_may_see()
    {
        var (own, other) = (await _host.Organization("Own"), await _host.Organization("Other"));
        var partnership = await _host.ActivePartnership("Shared", own, other);
        await _host.ActiveCommitment(partnership, own, "2026-11-01");
        await _host.ReportComplete(await _host.ActiveCommitment(partnership, own, "2027-06-30"), "2026-11-20");
        await _host.Draft(partnership, own, "2027-06-30");
        await _host.Send(new Application.Commitments.AddSupporter(await _host.ActiveCommitment(partnership, other, "2027-06-30"), own));
        using var officer = _host.Client(await _host.Key(own, "officer"));
        using var partner = _host.Client(await _host.Key(other, "officer"));

        var seen = (await officer.Get($"{Organizations}/{own.Value}/overview")).MustBe(200);
        seen["organization"].GetProperty("name").GetString().ShouldBe("Own");
        seen["commitments"]
            .EnumerateArray()
            .Select(c => $"{c.GetProperty("status").GetString()} {c.GetProperty("count").GetInt32()}")
            .ShouldBe(["draft 1", "active 2"]);
        (seen["overdue"].GetInt32(), seen["reportedComplete"].GetInt32(), seen["supported"].GetInt32()).ShouldBe((1, 1, 1));
        seen["partnerships"].EnumerateArray().Single().GetProperty("name").GetString().ShouldBe("Shared");
        (seen["partnershipsTotal"].GetInt32(), seen["people"].GetInt32(), seen["apiKeys"].GetInt32()).ShouldBe((1, 0, 1));

        var partners = (await partner.Get($"{Organizations}/{own.Value}/overview")).MustBe(200);
        partners["people"].ValueKind.ShouldBe(JsonValueKind.Null);
        partners["apiKeys"].ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [DatabaseFact]
    public async Task A_key_that_somebody_else_rotated_is_not_revoked_by_an_outdated_request()
    {
        var keys = $"{Organizations}/{(await _host.Organization("Keys")).Value}/api-keys";
        var issued = (await _secretariat.Post(keys, Bodies.Key())).MustBe(201);
        var read = (await _secretariat.Get($"{keys}/{issued.Id}")).MustBe(200);
        read["prefix"].GetString().ShouldBe(issued["prefix"].GetString());
        (await _secretariat.Post($"{keys}/{issued.Id}/rotate", null, read.Tag)).MustBe(201);
        (await _secretariat.Ask(HttpMethod.Delete, $"{keys}/{issued.Id}", null, read.Tag)).MustRefuse(412, "request.versionMoved");
    }

    [DatabaseFact]
    public async Task An_organization_reads_in_its_history_what_was_done_to_its_people_and_keys()
    {
        var own = await _host.Organization("Own");
        using var officer = _host.Client(await _host.Key(own, "officer"));
        var person = (await officer.Post("/api/v1/people", new { email = $"{Guid.NewGuid():n}@example.org", role = "reporter" })).MustBe(
            201
        );
        var keys = $"{Organizations}/{own.Value}/api-keys";
        var key = (await officer.Post(keys, Bodies.Key())).MustBe(201);
        (await officer.Post($"{keys}/{key.Id}/rotate")).MustBe(201);
        (await officer.Delete($"{keys}/{key.Id}")).MustBe(204);
        (await officer.Delete($"/api/v1/people/{person.Id}")).MustBe(204);
        (await officer.Post($"/api/v1/people/{person.Id}/reactivate")).MustBe(200);
        (await officer.Post($"/api/v1/people/{person.Id}/resend-invitation")).MustBe(200);
        (await officer.Get($"/api/v1/history?organizationId={own.Value}"))
            .Items.Select(h => h.GetProperty("text").GetString()!)
            .Take(5)
            .ShouldBe([
                "Own (officer) sent the invitation of a person with the role reporter again.",
                "Own (officer) restored the access of a person with the role reporter.",
                "Own (officer) ended the access of a person with the role reporter.",
                $"Own (officer) revoked the API key {key["prefix"].GetString()}….",
                $"Own (officer) replaced the API key {key["prefix"].GetString()}… with a new key.",
            ]);
    }

    [DatabaseFact]
    public async Task A_key_is_shown_once_and_works_until_it_is_revoked()
    {
        var organization = await _host.Organization("Keys");
        var keys = $"{Organizations}/{organization.Value}/api-keys";
        var issued = (
            await _secretariat.Post(
                keys,
                new
                {
                    name = "Our system",
                    role = "reporter",
                    expiresOn = "2026-11-21",
                }
            )
        ).MustBe(201);
        var key = issued["key"].GetString()!;
        key.ShouldStartWith(issued["prefix"].GetString()!);
        issued.Headers.CacheControl!.NoStore.ShouldBeTrue();
        (await _secretariat.Get(keys)).MustBe(200).Text.ShouldNotContain(key);
        (await _secretariat.Get(keys)).Items.ShouldHaveSingleItem().EnumerateObject().Select(p => p.Name).ShouldNotContain("key");

        using var system = _host.Client(key);
        (await system.Get($"{Organizations}/{organization.Value}")).MustBe(200);
        _host.Clock.Set("2026-11-22T00:00:00Z");
        (await system.Get(Organizations)).MustRefuse(401, "http.401");
        _host.Clock.Now = TestClock.Start;

        (await _secretariat.Delete($"{keys}/{issued.Id}")).MustBe(204);
        (await system.Get(Organizations)).MustRefuse(401, "http.401");
        (await _host.Client("pt_nobody").Get(Organizations)).MustRefuse(401, "http.401");
    }

    [DatabaseFact]
    public async Task A_key_cannot_expire_in_the_past() =>
        (
            await _secretariat.Post(
                $"{Organizations}/{(await _host.Organization("Keys")).Value}/api-keys",
                Bodies.Key().With("expiresOn", "2026-11-20")
            )
        ).MustRefuse(422, "apiKey.expiresInThePast", "expiresOn");

    [DatabaseFact]
    public async Task An_officer_can_create_keys_for_officers_and_reporters_only()
    {
        var organization = await _host.Organization("Keys");
        using var officer = _host.Client(await _host.Key(organization, "officer"));
        foreach (var role in new[] { "officer", "reporter" })
            (await officer.Post($"{Organizations}/{organization.Value}/api-keys", Bodies.Key(role))).MustBe(201);
        foreach (var role in new[] { "secretariat", "reviewer", "board", "community" })
            (await officer.Post($"{Organizations}/{organization.Value}/api-keys", Bodies.Key(role))).MustRefuse(403, "access.keyRole");
    }

    [DatabaseFact]
    public async Task The_SMART_readiness_in_lists_and_details_agrees_when_contacts_come_and_go()
    {
        var own = await _host.Organization("Reachable");
        var partnership = await _host.ActivePartnership(own, await _host.Organization("Other"));
        // Some of the twenty ingredients are missing or unclear, so that the contact decides between the two higher levels.
        var draft = Bodies.Commitment(partnership.Value, own.Value).With("targetGroup", null);
        var url = (await _secretariat.Post("/api/v1/commitments", draft)).MustBe(201).Headers.Location!.ToString();
        var contact = (await _secretariat.Get($"{Organizations}/{own.Value}/contacts")).Items.Single().GetProperty("id").GetGuid();
        var before = await Readiness();

        (await _secretariat.DeleteAsync($"{Organizations}/{own.Value}/contacts/{contact}")).EnsureSuccessStatusCode();
        var without = await Readiness();
        (before.Level, without.Level, without.Score).ShouldBe(("high", "upperModerate", before.Score - 0.05m));
        await _secretariat.Post($"{Organizations}/{own.Value}/contacts", Bodies.Contact("again@example.org"));
        (await Readiness()).ShouldBe(before);

        // The same from the details, the list with its filter, and the newest version.
        async Task<(decimal Score, string? Level)> Readiness()
        {
            var smart = (await _secretariat.Get(url))["smart"];
            var (score, level) = (smart.GetProperty("score").GetDecimal(), smart.GetProperty("level").GetString());
            (await _secretariat.Get($"/api/v1/commitments?organizationId={own.Value}&smartLevel={level}")).Items.ShouldHaveSingleItem();
            var version = (await _secretariat.Get(url + "/versions")).Items[0];
            version.GetProperty("smartScore").GetDecimal().ShouldBe(score);
            version.GetProperty("smartLevel").GetString().ShouldBe(level);
            return (score, level);
        }
    }
}
