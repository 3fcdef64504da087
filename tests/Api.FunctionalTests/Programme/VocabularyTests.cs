using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.Programme;

public sealed class VocabularyOnSqlite(OnSqlite fixture) : VocabularyTests(fixture), IClassFixture<OnSqlite>;

public sealed class VocabularyOnPostgreSql(OnPostgreSql fixture) : VocabularyTests(fixture), IClassFixture<OnPostgreSql>;

public abstract class VocabularyTests(HostFixture fixture)
{
    private const string Themes = "/api/v1/vocabularies/theme";
    private readonly TrackerHost _host = fixture.Host;
    private readonly HttpClient _secretariat = fixture.Host.Client();

    [DatabaseFact]
    public async Task An_installation_begins_with_the_words_of_the_programme()
    {
        (await Codes("pillar")).Take(3).ShouldBe(["advocacy", "capacityStrengthening", "knowledgeGenerationAndSharing"]);
        (await Codes("theme"))
            .Take(4)
            .ShouldBe(["healthSystemsStrengthening", "leadershipAndGovernance", "nonCommunicableDiseases", "climateAndPlanetaryHealth"]);
        (await Codes("stakeholderGroup")).ShouldBe([
            "research",
            "policy",
            "practice",
            "multilateral",
            "civilSociety",
            "communities",
            "earlyCareer",
        ]);
        (await _secretariat.Get("/api/v1/vocabularies/stakeholderGroup/civilSociety"))
            .MustBe(200)["name"]
            .GetString()
            .ShouldBe("Civil society");
        (await _secretariat.Get("/api/v1/vocabularies/planets")).MustBe(400);
        (await _secretariat.Get(Themes + "/nothing")).MustRefuse(404, "vocabularyTerm.notFound");
    }

    [DatabaseFact]
    public async Task A_term_is_added_used_renamed_and_retired_and_what_was_said_with_it_stays()
    {
        var (own, name) = (await _host.Organization("Own"), Unique("Health workforce"));
        var partnership = await _host.ActivePartnership(own, await _host.Organization("Other"));
        var added = (await _secretariat.Post(Themes, new { name, description = "Nurses first." })).MustBe(201);
        var code = added["code"].GetString()!;
        code.ShouldStartWith("healthWorkforce");
        (await _secretariat.Post(Themes, new { name = name.ToUpperInvariant() })).MustRefuse(409, "vocabulary.nameTaken", "name");

        var body = Bodies.Commitment(partnership.Value, own.Value).With("themes", new[] { code });
        var commitment = (await _secretariat.Post("/api/v1/commitments", body)).MustBe(201);
        var draft = Bodies
            .Commitment(partnership.Value, own.Value)
            .With("partnershipId", null)
            .With("organizationId", null)
            .With("sourceId", null);

        var renamed = (await _secretariat.Put($"{Themes}/{code}", new { name = name + " and teams" }, added.Tag)).MustBe(200);
        renamed["code"].GetString().ShouldBe(code);
        (await _secretariat.Put($"{Themes}/{code}", new { name }, added.Tag)).MustRefuse(412, "request.versionMoved");
        (await _secretariat.Get("/api/v1/history?event=vocabularyTermRenamed"))
            .Items[0]
            .GetProperty("text")
            .GetString()!
            .ShouldContain($"Name: “{name}” → “{name} and teams”.");

        (await _secretariat.Post($"{Themes}/{code}/retire")).MustBe(200)["retiredAt"].GetString().ShouldNotBeNull();
        (await _secretariat.Post("/api/v1/commitments", body)).MustRefuse(400, "request.invalid", "themes[0]");
        var url = $"/api/v1/commitments/{commitment.Id}";
        (await _secretariat.Put(url, draft.With("themes", new[] { code }))).MustBe(200)["themes"][0].GetString().ShouldBe(code);
        (await _secretariat.Put(url, draft.With("themes", new[] { "nonCommunicableDiseases" }))).MustBe(200);
        (await _secretariat.Put(url, draft.With("themes", new[] { code }))).MustRefuse(422, "vocabulary.retired");

        (await _secretariat.Post($"{Themes}/{code}/restore")).MustBe(200);
        (await _secretariat.Put(url, draft.With("themes", new[] { code }))).MustBe(200);
    }

    [DatabaseFact]
    public async Task A_partnership_keeps_a_retired_pillar_and_cannot_take_it_anew()
    {
        const string pillars = "/api/v1/vocabularies/pillar";
        var code = (await _secretariat.Post(pillars, new { name = Unique("Partnering") })).MustBe(201)["code"].GetString()!;
        var kept = (await _secretariat.Post("/api/v1/partnerships", Bodies.Partnership().With("pillars", new[] { code }))).MustBe(201);
        var other = (await _secretariat.Post("/api/v1/partnerships", Bodies.Partnership())).MustBe(201);
        (await _secretariat.Post($"{pillars}/{code}/retire")).MustBe(200);
        var terms = Bodies.Partnership("Renamed").With("pillars", new[] { code });
        (await _secretariat.Put($"/api/v1/partnerships/{kept.Id}", terms)).MustBe(200);
        (await _secretariat.Put($"/api/v1/partnerships/{other.Id}", terms)).MustRefuse(422, "vocabulary.retired");
        (await _secretariat.Post("/api/v1/partnerships", terms)).MustRefuse(422, "vocabulary.retired");
        (await _secretariat.Get($"/api/v1/partnerships?pillar={code}"))
            .MustBe(200)
            .Items.ShouldHaveSingleItem()
            .GetProperty("id")
            .GetString()
            .ShouldBe(kept.Id);
        (await _secretariat.Get("/api/v1/partnerships?pillar=nothing")).MustRefuse(400, "request.invalid", "pillar");
    }

    [DatabaseFact]
    public async Task Terms_are_moved_and_everybody_reads_them_in_that_order()
    {
        const string groups = "/api/v1/vocabularies/stakeholderGroup";
        (await _secretariat.Post($"{groups}/earlyCareer/move", new { position = 1 })).MustBe(200)["position"].GetInt32().ShouldBe(1);
        (await Codes("stakeholderGroup"))[0].ShouldBe("earlyCareer");
        (await _secretariat.Post($"{groups}/earlyCareer/move", new { position = 0 })).MustRefuse(422, "vocabulary.noPosition", "position");
        (await _secretariat.Post($"{groups}/earlyCareer/move", new { position = 500 })).MustBe(200)["position"].GetInt32().ShouldBe(7);
        var community = _host.Client(await _host.Key(await _host.Organization("Village"), "community"));
        (await community.Get(groups)).MustBe(200)["total"].GetInt32().ShouldBe(7);
        (await community.Post($"{groups}/policy/retire")).MustRefuse(403, "access.notAllowed");
    }

    [DatabaseFact]
    public async Task Commitments_are_filtered_by_theme()
    {
        var own = await _host.Organization("Own");
        var partnership = await _host.ActivePartnership(own, await _host.Organization("Other"));
        var body = Bodies
            .Commitment(partnership.Value, own.Value)
            .With("themes", new[] { "leadershipAndGovernance", "nonCommunicableDiseases" });
        var made = (await _secretariat.Post("/api/v1/commitments", body)).MustBe(201);
        var list = $"/api/v1/commitments?partnershipId={partnership.Value}";
        (await _secretariat.Get($"{list}&theme=leadershipAndGovernance"))
            .Items.ShouldHaveSingleItem()
            .GetProperty("id")
            .GetString()
            .ShouldBe(made.Id);
        (await _secretariat.Get($"{list}&theme=climateAndPlanetaryHealth")).Items.ShouldBeEmpty();
        var version = (await _secretariat.Get($"/api/v1/commitments/{made.Id}/versions")).Items.ShouldHaveSingleItem();
        version.GetProperty("title").GetString().ShouldBe("Screen 5,000 people for high blood pressure");
        version.GetProperty("sdgTargets")[0].GetString().ShouldBe("3.4");
        version.GetProperty("countryCodes")[0].GetString().ShouldBe("BD");
        version.GetProperty("themes").GetArrayLength().ShouldBe(2);
    }

    private static string Unique(string name) => $"{name} {Guid.NewGuid().ToString("n")[..6]}";

    private async Task<List<string>> Codes(string kind) =>
        [
            .. (await _secretariat.Get($"/api/v1/vocabularies/{kind}"))
                .MustBe(200)
                .Items.Select(term => term.GetProperty("code").GetString()!),
        ];
}
