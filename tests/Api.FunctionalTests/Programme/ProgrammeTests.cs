using System.Text.Json;
using System.Text.Json.Nodes;
using PartnershipTracker.Api.FunctionalTests.Dashboard.Initiatives;
using PartnershipTracker.Api.FunctionalTests.Dialogues;
using PartnershipTracker.Application.Dialogues;
using PartnershipTracker.Application.Initiatives;
using PartnershipTracker.Application.Programme;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.Domain.Programme;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.Programme;

public sealed class ProgrammeOnSqlite(OnSqlite fixture) : ProgrammeTests(fixture), IClassFixture<OnSqlite>;

public sealed class ProgrammeOnPostgreSql(OnPostgreSql fixture) : ProgrammeTests(fixture), IClassFixture<OnPostgreSql>;

public abstract class ProgrammeTests(HostFixture fixture)
{
    private readonly TrackerHost _host = fixture.Host;
    private readonly HttpClient _secretariat = fixture.Host.Client();

    [DatabaseFact]
    public async Task The_numbers_of_a_theme_are_those_of_the_lists()
    {
        _host.Clock.Now = TestClock.Start;
        var code = await _host.Send(new AddVocabularyTerm(VocabularyKind.Theme, $"Theme {Guid.NewGuid():n}"));
        var own = await _host.Organization("Own");
        var other = await _host.Organization("Other", "10", "CH", "Europe/Zurich");
        var partnership = await _host.ActivePartnership(own, other);
        await Accepted(partnership.Value, own.Value, code, "2026-11-01");
        await Accepted(partnership.Value, own.Value, code, "2027-11-01");
        await Accepted(partnership.Value, other.Value, code, "2027-11-01");
        (await _secretariat.Post("/api/v1/commitments", Body(partnership.Value, own.Value, code, "2027-11-01"))).MustBe(201);

        var theme = (await _secretariat.Get($"/api/v1/programme/themes/{code}")).MustBe(200);
        Numbers(theme.Json).ShouldBe((3, 0, 1));
        theme["onTime"].GetInt32().ShouldBe(2);
        theme["organizations"].GetInt32().ShouldBe(2);
        var first = theme["byOrganization"][0];
        first.GetProperty("organizationId").GetGuid().ShouldBe(own.Value);
        Numbers(first).ShouldBe((2, 0, 1));
        theme["byCountry"].GetArrayLength().ShouldBe(1, "all name Bangladesh");
        theme["byCountry"][0].GetProperty("total").GetInt32().ShouldBe(3);
        (await Total($"/api/v1/commitments?accepted=true&theme={code}")).ShouldBe(3);
        (await Total($"/api/v1/commitments?overdue=true&theme={code}")).ShouldBe(1);
        (await Total($"/api/v1/commitments?status=active&overdue=false&theme={code}")).ShouldBe(2);
        (await Total($"/api/v1/organizations?theme={code}")).ShouldBe(2);

        var all = (await _secretariat.Get("/api/v1/programme")).MustBe(200);
        Numbers(all["themes"].EnumerateArray().Single(t => t.GetProperty("code").GetString() == code)).ShouldBe((3, 0, 1));
        all["pillars"]
            .EnumerateArray()
            .Take(3)
            .Select(p => p.GetProperty("code").GetString())
            .ShouldBe(["advocacy", "capacityStrengthening", "knowledgeGenerationAndSharing"]);
    }

    [DatabaseFact]
    public async Task Whoever_may_not_see_a_commitment_does_not_find_it_in_the_numbers()
    {
        var code = await _host.Send(new AddVocabularyTerm(VocabularyKind.Theme, $"Theme {Guid.NewGuid():n}"));
        var own = await _host.Organization("Own");
        var hidden = await _host.ActivePartnership(own, await _host.Organization("Other"));
        await Accepted(hidden.Value, own.Value, code, "2027-11-01");
        var stranger = _host.Client(await _host.Key(await _host.Organization("Stranger"), "officer"));
        var theme = (await stranger.Get($"/api/v1/programme/themes/{code}")).MustBe(200);
        Numbers(theme.Json).ShouldBe((0, 0, 0));
        theme["byOrganization"].GetArrayLength().ShouldBe(0);
        (await _secretariat.Get($"/api/v1/programme/themes/{code}")).MustBe(200)["committed"].GetInt32().ShouldBe(1);
    }

    [DatabaseFact]
    public async Task A_partnership_that_names_a_pillar_is_listed_with_it()
    {
        var code = await _host.Send(new AddVocabularyTerm(VocabularyKind.Pillar, $"Pillar {Guid.NewGuid():n}"));
        var named = (await _secretariat.Post("/api/v1/partnerships", Bodies.Partnership().With("pillars", new[] { code }))).MustBe(201);
        var pillar = (await _secretariat.Get($"/api/v1/programme/pillars/{code}")).MustBe(200);
        pillar["partnershipsTotal"].GetInt32().ShouldBe(1);
        pillar["partnerships"][0].GetProperty("partnershipId").GetString().ShouldBe(named.Id);
        (await _secretariat.Put($"/api/v1/partnerships/{named.Id}", Bodies.Partnership())).MustBe(200);
        (await _secretariat.Get($"/api/v1/programme/pillars/{code}")).MustBe(200)["partnershipsTotal"].GetInt32().ShouldBe(0);
    }

    [DatabaseFact]
    public async Task A_pillar_and_a_theme_have_initiatives_and_dialogues_and_the_lists_say_the_same()
    {
        var pillar = await _host.Send(new AddVocabularyTerm(VocabularyKind.Pillar, $"Pillar {Guid.NewGuid():n}"));
        var theme = await _host.Send(new AddVocabularyTerm(VocabularyKind.Theme, $"Theme {Guid.NewGuid():n}"));
        var draft = InitiativeThings.Draft with { Pillar = pillar, Themes = ["nonCommunicableDiseases", theme] };
        var first = await _host.Send(new ProposeInitiative(draft));
        var second = await _host.Send(new ProposeInitiative(draft));
        await _host.Send(new ProposeInitiative(InitiativeThings.Draft));
        await _host.SendAs(Role.Board, null, new AcceptInitiative(first, "It answers a need."));
        var names = Bodies.Partnership().With("pillars", new[] { pillar }).With("themes", new[] { theme });
        var partnership = new PartnershipId(Guid.Parse((await _secretariat.Post("/api/v1/partnerships", names)).MustBe(201).Id));
        var own = await _host.Organization("Own");
        var dialogue = await _host.Send(new PlanDialogue(own, GivenDialogue.Draft(partnership)));
        await _host.Send(new PlanDialogue(own, GivenDialogue.Draft()));

        var village = _host.Client(await _host.Key(await _host.Organization("Village"), "community"));
        foreach (var (kind, code) in new[] { ("pillar", pillar), ("theme", theme) })
        {
            var path = $"/api/v1/programme/{kind}s/{code}";
            var found = (await _secretariat.Get(path)).MustBe(200);
            found.Headers.ETag.ShouldNotBeNull();
            found["initiativesTotal"].GetInt32().ShouldBe(2);
            Ids(found["initiatives"]).ShouldBe([second.Value, first.Value], "the newest comes first");
            found["initiatives"][1].GetProperty("status").GetString().ShouldBe("accepted");
            found["dialoguesTotal"].GetInt32().ShouldBe(1);
            Ids(found["dialogues"]).ShouldBe([dialogue.Value]);
            (await Total($"/api/v1/initiatives?{kind}={code}")).ShouldBe(2);
            (await Total($"/api/v1/dialogues?{kind}={code}")).ShouldBe(1);

            var hidden = (await village.Get(path)).MustBe(200);
            hidden["initiativesTotal"].ValueKind.ShouldBe(JsonValueKind.Null, "a community does not read initiatives");
            hidden["initiatives"].GetArrayLength().ShouldBe(0);
            hidden["dialoguesTotal"].GetInt32().ShouldBe(0, "it is not published");
        }

        var board = (await village.Get($"/api/v1/programme/pillars/{pillar}"))["soundingBoard"].GetProperty("all");
        board.GetProperty("proposed").GetInt32().ShouldBe(2);
        board.GetProperty("answeredInTime").GetInt32().ShouldBe(1);
        (await _secretariat.Get($"/api/v1/programme/themes/{theme}"))["soundingBoard"].ValueKind.ShouldBe(JsonValueKind.Null);
        (await _secretariat.Get("/api/v1/dialogues?pillar=nothing")).MustRefuse(400, "request.invalid", "pillar");
    }

    [DatabaseFact]
    public async Task What_is_neither_a_pillar_nor_a_theme_has_no_page()
    {
        (await _secretariat.Get("/api/v1/programme/pillars/nothing")).MustRefuse(404, "vocabularyTerm.notFound");
        (await _secretariat.Get("/api/v1/programme/themes/advocacy")).MustRefuse(404, "vocabularyTerm.notFound");
    }

    [DatabaseFact]
    public async Task Templates_are_published_for_everybody()
    {
        var templates = (await _host.Client(null).Get("/api/v1/reference/commitment-templates")).MustBe(200).Items;
        templates.Length.ShouldBe(9);
        var training = templates.Single(t => t.GetProperty("code").GetString() == "training");
        training.GetProperty("pillar").GetString().ShouldBe("capacityStrengthening");
        training.GetProperty("measure").GetProperty("unit").GetString().ShouldBe("people");
        training.GetProperty("milestones").GetArrayLength().ShouldBe(3);
    }

    [DatabaseFact]
    public async Task Templates_of_a_retired_pillar_are_not_offered()
    {
        await _host.Send(new RetireVocabularyTerm(VocabularyKind.Pillar, PillarCodes.Advocacy));
        try
        {
            (await _host.Client(null).Get("/api/v1/reference/commitment-templates"))
                .MustBe(200)
                .Items.Select(t => t.GetProperty("pillar").GetString())
                .Distinct()
                .ShouldBe([PillarCodes.CapacityStrengthening, PillarCodes.KnowledgeGenerationAndSharing]);
            var page = (await _secretariat.Get("/templates")).MustBe(200).Text;
            page.ShouldContain("template=training");
            page.ShouldNotContain("template=awarenessCampaign");
        }
        finally
        {
            await _host.Send(new RestoreVocabularyTerm(VocabularyKind.Pillar, PillarCodes.Advocacy));
        }
    }

    private static IEnumerable<Guid> Ids(JsonElement items) => items.EnumerateArray().Select(item => item.GetProperty("id").GetGuid());

    private static (int Committed, int Completed, int Overdue) Numbers(JsonElement of) =>
        (of.GetProperty("committed").GetInt32(), of.GetProperty("completed").GetInt32(), of.GetProperty("overdue").GetInt32());

    private static JsonObject Body(Guid partnership, Guid organization, string theme, string due) =>
        Bodies
            .Commitment(partnership, organization)
            .With("themes", new[] { theme })
            .With("dueDate", due)
            .With("milestones", Array.Empty<object>())
            .With("startDate", "2025-01-01");

    private async Task Accepted(Guid partnership, Guid organization, string theme, string due)
    {
        var made = (await _secretariat.Post("/api/v1/commitments", Body(partnership, organization, theme, due))).MustBe(201);
        await _host.Send(new Application.Commitments.SubmitCommitment(new(Guid.Parse(made.Id))));
        await _host.Send(new Application.Commitments.AcceptCommitment(new(Guid.Parse(made.Id)), "As agreed."));
    }

    private async Task<int> Total(string list) => (await _secretariat.Get(list)).MustBe(200)["total"].GetInt32();
}
