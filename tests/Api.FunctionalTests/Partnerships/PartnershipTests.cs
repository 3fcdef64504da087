using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.Partnerships;

public sealed class PartnershipsOnSqlite(OnSqlite fixture) : PartnershipTests(fixture), IClassFixture<OnSqlite>;

public sealed class PartnershipsOnPostgreSql(OnPostgreSql fixture) : PartnershipTests(fixture), IClassFixture<OnPostgreSql>;

public abstract class PartnershipTests(HostFixture fixture)
{
    private const string Partnerships = "/api/v1/partnerships";
    private readonly TrackerHost _host = fixture.Host;
    private readonly HttpClient _secretariat = fixture.Host.Client();

    [DatabaseFact]
    public async Task A_partnership_is_proposed_joined_and_activated()
    {
        var proposed = (await _secretariat.Post(Partnerships, Bodies.Partnership())).MustBe(201);
        proposed["status"].GetString().ShouldBe("proposed");
        proposed["countryCodes"].EnumerateArray().Select(c => c.GetString()).ShouldBe(["BD", "CH"]);
        proposed["pillars"].EnumerateArray().Select(c => c.GetString()).ShouldBe(["capacityStrengthening"]);
        var url = proposed.Headers.Location!.ToString();

        (await _secretariat.Post(url + "/activate")).MustRefuse(422, "partnership.tooFewMembers");
        var lead = await _host.Organization("Green Delta");
        (await _secretariat.Post(url + "/members", new { organizationId = lead.Value, role = "lead" })).MustBe(201);
        (await _secretariat.Post(url + "/members", new { organizationId = lead.Value, role = "funding" })).MustRefuse(409, "partnership.alreadyAMember");
        (await _secretariat.Post(url + "/members", new { organizationId = (await _host.Organization("Canton", "10", "CH", "Europe/Zurich")).Value, role = "funding" })).MustBe(201)["members"].GetInt32().ShouldBe(2);

        var active = (await _secretariat.Post(url + "/activate")).MustBe(200);
        active["status"].GetString().ShouldBe("active");
        active["remarks"].GetArrayLength().ShouldBe(0);
        (await _secretariat.Post(url + "/activate")).MustRefuse(422, "partnership.notProposed");

        var members = (await _secretariat.Get(url + "/members?role=funding")).MustBe(200).Items.ShouldHaveSingleItem();
        members.GetProperty("organizationName").GetString().ShouldBe("Canton");
        members.GetProperty("sector").GetString().ShouldBe("public");
    }

    [DatabaseFact]
    public async Task A_partnership_of_one_sector_or_one_country_is_allowed_with_a_remark()
    {
        var id = await _host.ActivePartnership(await _host.Organization("One"), await _host.Organization("Another of the same"));
        (await _secretariat.Get($"{Partnerships}/{id.Value}")).MustBe(200)["remarks"].EnumerateArray().Select(r => r.GetProperty("code").GetString())
            .ShouldBe(["partnership.oneSector", "partnership.oneCountry"]);
    }

    [DatabaseFact]
    public async Task A_partnership_can_end_only_after_its_commitments()
    {
        var own = await _host.Organization("Own");
        var id = await _host.ActivePartnership(own, await _host.Organization("Other"));
        var commitment = await _host.Draft(id, own, "2027-01-01");
        (await _secretariat.Post($"{Partnerships}/{id.Value}/complete")).MustRefuse(422, "partnership.openCommitments");
        (await _secretariat.Post($"{Partnerships}/{id.Value}/dissolve", new { reason = "No." })).MustRefuse(422, "partnership.openCommitments");

        (await _secretariat.Post($"{World.Url(commitment)}/withdraw", new { reason = "A mistake." })).MustBe(200);
        (await _secretariat.Post($"{Partnerships}/{id.Value}/complete")).MustBe(200)["status"].GetString().ShouldBe("completed");
        (await _secretariat.Post("/api/v1/commitments", Bodies.Commitment(id.Value, own.Value))).MustRefuse(422, "commitment.partnershipEnded");
        (await _secretariat.Post($"{Partnerships}/{id.Value}/members", new { organizationId = (await _host.Organization("Late")).Value, role = "lead" })).MustRefuse(422, "partnership.ended");
    }

    [DatabaseTheory]
    [InlineData("pillars", "[\"flying\"]", 400, "request.invalid")]
    [InlineData("sdgTargets", "[\"18.1\"]", 422, "reference.unknownSdgTarget")]
    [InlineData("countryCodes", "[\"XX\"]", 422, "reference.unknownCountry")]
    [InlineData("endDate", "\"2023-12-31\"", 422, "partnership.endsBeforeItStarts")]
    [InlineData("startDate", "\"31.12.2023\"", 400, "request.invalid")]
    [InlineData("startDate", null, 400, "request.invalid")]
    public async Task What_is_wrong_is_refused(string field, string? json, int status, string code) => (await _secretariat.Post(
        Partnerships, Bodies.Partnership().With(field, json is null ? null : System.Text.Json.JsonElement.Parse(json)))).MustRefuse(status, code);

    [DatabaseFact]
    public async Task Partnerships_are_found_by_name_and_status()
    {
        var name = Guid.NewGuid().ToString();
        (await _secretariat.Post(Partnerships, Bodies.Partnership(name))).MustBe(201);
        (await _secretariat.Get($"{Partnerships}?q={name[..13].ToUpperInvariant()}&status=proposed")).MustBe(200).Items.Length.ShouldBe(1);
        (await _secretariat.Get($"{Partnerships}?q={name}&status=active")).MustBe(200).Items.ShouldBeEmpty();
        (await _secretariat.Get($"{Partnerships}?status=asleep")).MustRefuse(400, "request.invalid", "status");
    }

    [DatabaseFact]
    public async Task A_published_partnership_is_visible_to_every_key_until_it_is_unpublished()
    {
        var id = await _host.ActivePartnership(await _host.Organization("Own"), await _host.Organization("Other"));
        using var stranger = _host.Client(await _host.Key(await _host.Organization("Stranger"), "reporter"));
        var url = $"{Partnerships}/{id.Value}";
        (await stranger.Get(url)).MustRefuse(404, "partnership.notFound");
        (await _secretariat.Post(url + "/publish")).MustBe(200)["isPublished"].GetBoolean().ShouldBeTrue();
        (await stranger.Get(url)).MustBe(200);
        (await _secretariat.Post(url + "/unpublish")).MustBe(200);
        (await stranger.Get(url)).MustRefuse(404, "partnership.notFound");
    }
}
