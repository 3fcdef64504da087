using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.History;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.HealthChecks;
using PartnershipTracker.Domain.Reference;
using PartnershipTracker.Domain.Voices;
using PartnershipTracker.Infrastructure.Persistence;
using PartnershipTracker.TestKit;
using static PartnershipTracker.Api.FunctionalTests.Dashboard.Html;

namespace PartnershipTracker.Api.FunctionalTests.Demo;

public sealed class TransformativeHealthOnSqlite(SampleOnSqlite fixture)
    : TransformativeHealthTests(fixture),
        IClassFixture<SampleOnSqlite>;

public sealed class TransformativeHealthOnPostgreSql(SampleOnPostgreSql fixture)
    : TransformativeHealthTests(fixture),
        IClassFixture<SampleOnPostgreSql>;

/// <summary>The demonstration with samples/transformative-health, as visitors see it on pages and systems in the API.</summary>
public abstract class TransformativeHealthTests(SampleFixture fixture) : IDisposable
{
    private readonly HttpClient _secretariat = fixture.Host.Client();
    private readonly HttpClient _visitor = fixture.Host.Client(null);

    public void Dispose()
    {
        _secretariat.Dispose();
        _visitor.Dispose();
        GC.SuppressFinalize(this);
    }

    [DatabaseFact]
    public async Task The_session_has_three_segments_of_half_an_hour_in_two_groups_and_a_plenary()
    {
        var dialogue = await OneAsync("/api/v1/dialogues");
        (Text(dialogue, "status"), dialogue.GetProperty("minutes").GetInt32()).ShouldBe(("published", 90));
        dialogue.GetProperty("notes").GetInt32().ShouldBe(14);
        dialogue.GetProperty("participants").GetInt32().ShouldBe(24);
        dialogue.GetProperty("accepted").GetInt32().ShouldBe(22);
        dialogue.GetProperty("openQuestions").GetInt32().ShouldBe(2);

        var segments = Each((await _secretariat.Get($"/api/v1/dialogues/{Id(dialogue)}/agenda")).MustBe(200)["segments"]);
        segments
            .Select(s => (Text(s, "method"), s.GetProperty("minutes").GetInt32(), s.GetProperty("rooms").GetArrayLength()))
            .ShouldBe([("interview", 30, 2), ("interview", 30, 2), ("plenary", 30, 1)]);
        segments
            .Take(2)
            .SelectMany(s => Each(s.GetProperty("rooms")))
            .Select(room => string.Join(' ', Each(room.GetProperty("people")).Select(person => Text(person, "role"))))
            .ShouldAllBe(roles => roles == "contributor contributor interviewer rapporteur");
    }

    [DatabaseFact]
    public async Task The_four_experts_change_groups_between_the_first_two_segments()
    {
        var id = Id(await OneAsync("/api/v1/dialogues"));
        Each((await _secretariat.Get($"/api/v1/dialogues/{id}/rotation")).MustBe(200)["contributors"])
            .Select(c => $"{Text(c, "name")}: {string.Join(", ", Each(c.GetProperty("rooms")).Select(room => room.GetString() ?? "–"))}")
            .ShouldBe([
                "Clara Jensen: Group 2, Group 1, –",
                "Peter Lubega: Group 1, Group 2, –",
                "Robert Kato: Group 1, Group 2, –",
                "Samuel Mwangi: Group 2, Group 1, –",
            ]);
        Read((await _visitor.Get($"/dialogues/{id}/rotation")).MustBe(200))
            .QuerySelectorAll("tbody tr")
            .Select(row => string.Join(' ', row.QuerySelectorAll("td").Select(cell => cell.TextContent.Trim())))
            .ShouldBe(["Group 2 Group 1 –", "Group 1 Group 2 –", "Group 1 Group 2 –", "Group 2 Group 1 –"]);
    }

    [DatabaseFact]
    public async Task Each_outcome_says_what_became_of_it()
    {
        var id = Id(await OneAsync("/api/v1/dialogues"));
        var outcomes = (await _secretariat.Get($"/api/v1/dialogues/{id}/outcomes")).MustBe(200).Items;
        outcomes
            .Select(o => $"{Text(o, "kind")}: {Became(o)}")
            .ShouldBe([
                "consensusStatement: active",
                "recommendation: completed",
                "pathway: overdue active",
                "recommendation: partlyCompleted",
                "recommendation: nobody",
                "openQuestion: open",
            ]);
        Each(outcomes[2].GetProperty("steps"))
            .Select(step => step.GetProperty("isNotTakenUp").GetBoolean())
            .ShouldBe([false, false, true, true], "a pathway is judged step by step");

        var page = Read((await _visitor.Get($"/dialogues/{id}")).MustBe(200)).Body!.TextContent;
        page.ShouldContain(Texts.Page("outcome.nobody"));
        page.ShouldContain(Texts.Word(CommitmentStatus.PartlyCompleted));
    }

    [DatabaseFact]
    public async Task The_stakeholder_groups_agree_unequally_and_say_why()
    {
        var id = Id(await OneAsync("/api/v1/dialogues"));
        var pathway = await OneAsync($"/api/v1/dialogues/{id}/outcomes?kind=pathway");
        Each(pathway.GetProperty("agreements"))
            .Select(a => $"{Text(a, "group")}: {Text(a, "level")}")
            .ShouldBe([
                "research: agrees",
                "policy: disagrees",
                "practice: agreesWithReservations",
                "multilateral: agrees",
                "civilSociety: agrees",
                "communities: agrees",
                "earlyCareer: didNotSay",
            ]);
        Each(pathway.GetProperty("agreements"))
            .Where(a => Text(a, "level") is "disagrees" or "agreesWithReservations")
            .ShouldAllBe(a => a.GetProperty("reason").GetString()!.Length > 0);
    }

    [DatabaseFact]
    public async Task The_six_commitments_are_in_six_states()
    {
        var mine = $"/api/v1/commitments?partnershipId={await PartnershipAsync()}";
        (await _secretariat.Get(mine))
            .MustBe(200)
            .Items.Select(c => Text(c, "status"))
            .Order(StringComparer.Ordinal)
            .ShouldBe(["active", "active", "active", "completed", "partlyCompleted", "submitted"]);
        (await TitlesAsync(mine + "&overdue=true")).ShouldHaveSingleItem().ShouldStartWith("Open a desk for complaints");
        (await TitlesAsync(mine + "&reportedComplete=true")).ShouldHaveSingleItem().ShouldStartWith("Train 60 health workers");
        (await _visitor.Get($"/commitments?partnershipId={await PartnershipAsync()}"))
            .MustBe(200)
            .Text.ShouldNotContain("Forty young nurses", Case.Sensitive, "what awaits a decision is not public");
    }

    [DatabaseFact]
    public async Task Voices_that_differ_from_a_claim_are_counted_and_shown_beside_claim_and_assessment()
    {
        (await _secretariat.Get("/api/v1/dashboard/summary")).MustBe(200)["voicesDiffer"].GetInt32().ShouldBe(3);
        (await TitlesAsync("/api/v1/commitments?voices=diverging")).Count.ShouldBe(3);

        var plans = await OneAsync("/api/v1/commitments?q=district%20health%20plans");
        var voices = (await _secretariat.Get($"/api/v1/commitments/{Id(plans)}/voices")).MustBe(200).Items;
        voices
            .Select(v => Text(v, "stance"))
            .Order(StringComparer.Ordinal)
            .ShouldBe(["cannotSay", "confirms", "confirms", "disputes", "partly"]);
        Text(voices.Single(v => Text(v, "stance") == "disputes"), "by").ShouldBe("a member of Fisherfolk Health Committee (fictional)");
        Text(plans, "assessedLevel").ShouldBe("limited");

        (await fixture.Host.Db(db => db.Voices.CountAsync(v => v.ClaimKind == VoiceClaimKind.Outcome))).ShouldBe(2);

        var page = Read((await _visitor.Get($"/commitments/{Id(plans)}")).MustBe(200)).Body!.TextContent;
        page.ShouldContain("Eight of twelve plans were decided together.");
        page.ShouldContain("In the two that I visited, the committee saw three priorities and was asked to confirm them.");
        page.ShouldContain("The list with our names was signed before the meeting.");
        page.ShouldContain("We asked the two offices, and hold this meeting again with the committee.");
        page.ShouldNotContain("Lydia Awuor");
    }

    [DatabaseFact]
    public async Task Two_rounds_of_the_health_check_show_a_trend_and_where_communities_and_the_lead_differ_most()
    {
        var partnership = await PartnershipAsync();
        var rounds = (await _secretariat.Get($"/api/v1/partnerships/{partnership}/health-checks/trend")).MustBe(200).Items;
        rounds
            .Select(r => r.GetProperty("round"))
            .Select(round => (round.GetProperty("invited").GetInt32(), round.GetProperty("answers").GetInt32()))
            .ShouldBe([(14, 13), (14, 14)]);
        rounds.Select(r => Statement(r, "communityVoice").GetProperty("median").GetDecimal()).ShouldBe([3m, 4m]);
        rounds.Select(r => Of(Statement(r, "powerBalanceAndEquity"), "lead")).ShouldBe([5m, 4m]);
        rounds.Select(r => Of(Statement(r, "powerBalanceAndEquity"), "community")).ShouldBe([2m, 2m]);
        rounds
            .Select(r => Text(r, "comparison"))
            .ShouldBe([
                Texts.Page("health.gap", HealthStatement.PowerBalanceAndEquity, 2m, 5m),
                Texts.Page("health.gap", HealthStatement.PowerBalanceAndEquity, 2m, 4m),
            ]);

        var page = Read((await _visitor.Get($"/partnerships/{partnership}/health")).MustBe(200)).Body!.TextContent;
        page.ShouldContain("The first half year after the dialogue");
        page.ShouldContain("The second half year after the dialogue");
    }

    [DatabaseFact]
    public async Task The_sounding_board_counts_what_members_proposed_and_what_became_of_it()
    {
        var board = (await _secretariat.Get("/api/v1/initiatives/sounding-board")).MustBe(200);
        Figures(board["all"]).ShouldBe((6, 4, 2, 2, 2, 1), "three are of the sample, three of the other fictional partnership");
        Figures(board["earlyCareer"]).ShouldBe((4, 2, 2, 1, 1, 1));

        var mentors = await OneAsync("/api/v1/initiatives?q=community%20health%20workers");
        var made = (await _secretariat.Get($"/api/v1/commitments/{Text(mentors, "commitmentId")}")).MustBe(200);
        (made["status"].GetString(), made["organizationName"].GetString()).ShouldBe(
            ("submitted", "Young Leaders in Global Health (fictional)")
        );
    }

    [DatabaseFact]
    public async Task Sentences_say_who_is_missing_and_who_decides()
    {
        var inclusion = (await _secretariat.Get($"/api/v1/partnerships/{await PartnershipAsync()}/inclusion")).MustBe(200);
        var sentences = Each(inclusion["sentences"]).Select(sentence => sentence.GetString()).ToList();
        Sector[] missing = [Sector.Private, Sector.Philanthropy, Sector.PublicPrivate];
        sentences.ShouldContain(Texts.Page("inclusion.sectors.missing", string.Join(", ", missing.Select(sector => Texts.Word(sector)))));
        sentences.ShouldContain(Texts.Count("inclusion.communities", 2, 8, 0));
        sentences.ShouldContain(Texts.Count("inclusion.decisions", 16, 6, 10, 0));
        Read((await _visitor.Get($"/partnerships/{await PartnershipAsync()}/inclusion")).MustBe(200))
            .Body!.TextContent.ShouldContain(sentences[0]!);
    }

    [DatabaseFact]
    public async Task Communities_take_part_in_all_phases_and_at_all_levels()
    {
        var partnership = await PartnershipAsync();
        var records = (await _secretariat.Get($"/api/v1/partnerships/{partnership}/engagements")).MustBe(200).Items.ToList();
        foreach (var commitment in (await _secretariat.Get($"/api/v1/commitments?partnershipId={partnership}")).MustBe(200).Items)
            records.AddRange((await _secretariat.Get($"/api/v1/commitments/{Id(commitment)}/engagements")).MustBe(200).Items);
        records
            .Select(e => Text(e, "phase"))
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ShouldBe(["delivery", "design", "needs", "priorities", "review"]);
        records
            .Select(e => Text(e, "level"))
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ShouldBe(["collaborate", "consult", "empower", "inform", "involve"]);
        (await _secretariat.Get($"/api/v1/partnerships/{partnership}/result-measures")).MustBe(200).Items.Length.ShouldBe(3);
    }

    [DatabaseFact]
    public async Task Its_history_is_sealed_and_in_the_order_of_its_times()
    {
        var partnership = await PartnershipAsync();
        var times = await fixture.Host.Db(db =>
            db.History.Where(h => h.PartnershipId == partnership).OrderBy(h => h.Seq).Select(h => h.At).ToListAsync()
        );
        times.Count.ShouldBeGreaterThan(50);
        times.ShouldBe(times.Order());
        times[0].ShouldBe(TestClock.Instant("2025-09-27T12:00:00Z"), "420 days before the day of the test");

        var audit = await fixture.Host.Send(new VerifyAudit());
        audit.Valid.ShouldBeTrue();
        audit.RecordedLate.ShouldBeEmpty();
        fixture.Host.Errors.Lines.ShouldBeEmpty();
    }

    private static string Became(JsonElement outcome) =>
        outcome.GetProperty("isNotTakenUp").GetBoolean() ? "nobody"
        : !outcome.GetProperty("isTakenUp").GetBoolean() ? "open"
        : string.Join(
            ' ',
            Each(outcome.GetProperty("commitments")).Select(c => c.GetProperty("isOverdue").GetBoolean() ? "overdue" : Text(c, "status"))
        );

    private static JsonElement Statement(JsonElement results, string code) =>
        Each(results.GetProperty("statements")).Single(statement => Text(statement, "statement") == code);

    private static decimal Of(JsonElement statement, string role) =>
        Each(statement.GetProperty("roles")).Single(r => Text(r, "role") == role).GetProperty("median").GetDecimal();

    private static (int Proposed, int AnsweredInTime, int Waiting, int Accepted, int Declined, int TakenUp) Figures(JsonElement figures)
    {
        return (Of("proposed"), Of("answeredInTime"), Of("waiting"), Of("accepted"), Of("declined"), Of("takenUp"));

        int Of(string name) => figures.GetProperty(name).GetInt32();
    }

    private static List<JsonElement> Each(JsonElement array) => [.. array.EnumerateArray()];

    private static string Text(JsonElement item, string member) => item.GetProperty(member).GetString()!;

    private static Guid Id(JsonElement item) => item.GetProperty("id").GetGuid();

    private async Task<JsonElement> OneAsync(string path) => (await _secretariat.Get(path)).MustBe(200).Items.ShouldHaveSingleItem();

    private async Task<Guid> PartnershipAsync() => Id(await OneAsync("/api/v1/partnerships?q=transformative"));

    private async Task<List<string>> TitlesAsync(string path) =>
        [.. (await _secretariat.Get(path)).MustBe(200).Items.Select(item => Text(item, "title"))];
}

/// <summary>The demonstration with this sample alone, beside the fictional partnership that it always has.</summary>
public abstract class SampleFixture(DatabaseProvider provider)
    : HostFixture(provider, new Dictionary<string, string> { ["Demo:Enabled"] = "true", ["Demo:Samples"] = "transformative-health" });

public sealed class SampleOnSqlite() : SampleFixture(DatabaseProvider.Sqlite);

public sealed class SampleOnPostgreSql() : SampleFixture(DatabaseProvider.PostgreSql);
