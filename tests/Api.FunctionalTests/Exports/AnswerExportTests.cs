using System.Globalization;
using System.Text.Json;
using PartnershipTracker.Api.FunctionalTests.Dashboard.Initiatives;
using PartnershipTracker.Api.FunctionalTests.Dialogues;
using PartnershipTracker.Api.FunctionalTests.HealthChecks;
using PartnershipTracker.Api.FunctionalTests.Voices;
using PartnershipTracker.Application.Dialogues;
using PartnershipTracker.Application.Initiatives;
using PartnershipTracker.Application.Programme;
using PartnershipTracker.Domain.Programme;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.Exports;

public sealed class AnswerExportsOnSqlite(OnSqlite fixture) : AnswerExportTests(fixture), IClassFixture<OnSqlite>;

public sealed class AnswerExportsOnPostgreSql(OnPostgreSql fixture) : AnswerExportTests(fixture), IClassFixture<OnPostgreSql>;

/// <summary>The files of what pages show in tables: they say what the answer of the API says.</summary>
public abstract class AnswerExportTests(HostFixture fixture)
{
    private readonly TrackerHost _host = AtTheStart(fixture.Host);
    private readonly HttpClient _secretariat = fixture.Host.Client();

    [DatabaseFact]
    public async Task The_results_of_a_health_check_and_their_trend_hide_what_the_answer_hides()
    {
        var made = await Checked.Make(_host);
        await made.AnswerAll(made.Lead, "agree");
        await made.AnswerAll(made.Community, "disagree");
        var results = $"{made.Url}/{made.Round.Value}/results";
        (await Rows(results)).ShouldBeEmpty("it is still open");
        (await Rows(made.Url + "/trend")).ShouldBeEmpty();
        await made.Close();

        var statements = (await _secretariat.Get(results)).MustBe(200)["statements"].EnumerateArray().ToList();
        var rows = await Rows(results);
        rows.Count.ShouldBe(statements.Sum(s => 1 + s.GetProperty("roles").GetArrayLength() + s.GetProperty("sectors").GetArrayLength()));
        var first = statements[0];
        var ofFirst = rows.Where(r => r["statement"] == first.GetProperty("statement").GetString()).ToList();
        var all = ofFirst.Single(r => r["role"].Length == 0 && r["sector"].Length == 0);
        all["period"].ShouldBe("Second half of 2026");
        all["answers"].ShouldBe("6");
        foreach (var column in new[] { "median", "lowerQuartile", "upperQuartile", "lowestRole", "highestRole", "cannotSay" })
            Number(all[column]).ShouldBe(Number(first.GetProperty(column)), column);
        foreach (var role in first.GetProperty("roles").EnumerateArray())
        {
            var row = ofFirst.Single(r => r["role"] == role.GetProperty("role").GetString());
            foreach (var column in new[] { "answers", "median" })
                Number(row[column]).ShouldBe(Number(role.GetProperty(column)), $"{row["role"]} {column}");
        }

        ofFirst.Single(r => r["role"] == "implementing")["median"].ShouldBe("", "too few answers");
        var trend = await Rows(made.Url + "/trend");
        trend.ShouldAllBe(r => r["sector"].Length == 0 && r["roundId"] == made.Round.Value.ToString());
        trend.Count(r => r["role"].Length == 0).ShouldBe(statements.Count);
    }

    [DatabaseFact]
    public async Task Who_is_missing_is_a_row_for_each_group()
    {
        var own = await _host.Organization("Own");
        var partnership = await _host.ActivePartnership(own, await _host.Organization("Other", "10", "CH", "Europe/Zurich"));
        foreach (var path in new[] { "/api/v1/inclusion", $"/api/v1/partnerships/{partnership.Value}/inclusion" })
        {
            var answer = (await _secretariat.Get(path)).MustBe(200);
            var rows = await Rows(path);
            foreach (
                var (list, groupedBy) in new[]
                {
                    ("sectors", "sector"),
                    ("incomeGroups", "incomeGroup"),
                    ("communities", "community"),
                    ("stakeholderGroups", "stakeholderGroup"),
                    ("careerStages", "careerStage"),
                }
            )
                rows.Where(r => r["groupedBy"] == groupedBy)
                    .Select(r => (r["code"], r["total"], r["decisions"]))
                    .ShouldBe(
                        answer[list].EnumerateArray().Select(g => (Text(g, "code"), Text(g, "total"), Text(g, "decisions"))),
                        $"{path} {list}"
                    );
        }

        var one = (await Rows($"/api/v1/partnerships/{partnership.Value}/inclusion")).Single(r => r["code"] == "public");
        (one["total"], one["lead"], one["implementing"]).ShouldBe(("1", "0", "1"));
    }

    [DatabaseFact]
    public async Task The_figures_of_the_programme_and_of_the_board_are_those_of_the_answers()
    {
        var pillar = await _host.Send(new AddVocabularyTerm(VocabularyKind.Pillar, $"Pillar {Guid.NewGuid():n}", "What we say."));
        await _host.Send(new ProposeInitiative(InitiativeThings.Draft with { Pillar = pillar }));
        var own = await _host.Organization("Own");
        var partnership = await _host.ActivePartnership(own, await _host.Organization("Other"));
        var body = Bodies.Commitment(partnership.Value, own.Value).With("pillar", pillar);
        var made = (await _secretariat.Post("/api/v1/commitments", body)).MustBe(201);
        await _host.Send(new Application.Commitments.SubmitCommitment(new(Guid.Parse(made.Id))));
        await _host.Send(new Application.Commitments.AcceptCommitment(new(Guid.Parse(made.Id)), "As agreed."));

        var inAll = (await Rows("/api/v1/programme")).Single(r => r["code"] == pillar);
        (inAll["kind"], inAll["description"], inAll["committed"]).ShouldBe(("pillar", "What we say.", "1"));
        var figures = await Rows($"/api/v1/programme/pillars/{pillar}");
        figures
            .Select(r => (r["part"], r["organization"], r["countryCode"], r["committed"]))
            .ShouldBe([("whole", "", "", "1"), ("organization", "Own", "BD", "1"), ("country", "", "BD", "1")]);
        (await _secretariat.Get("/api/v1/exports/programme/pillars/nothing.csv")).MustRefuse(404, "vocabularyTerm.notFound");
        (await _secretariat.Get("/api/v1/exports/programme/themes/advocacy.csv")).MustRefuse(404, "vocabularyTerm.notFound");

        (await Rows("/api/v1/initiatives/sounding-board", $"?pillar={pillar}"))
            .Select(r => (r["members"], r["pillar"], r["proposed"], r["waiting"]))
            .ShouldBe([("all", pillar, "1", "1"), ("earlyCareer", pillar, "0", "0")]);
        var terms = await Rows("/api/v1/vocabularies/pillar", "?retired=false");
        terms.Single(r => r["code"] == pillar)["description"].ShouldBe("What we say.");
        (await _secretariat.Get("/api/v1/exports/vocabularies/nothing.csv")).MustBe(400);
    }

    [DatabaseFact]
    public async Task The_agenda_the_rotation_and_the_notes_of_an_outcome_are_files_of_a_dialogue()
    {
        var own = await _host.Organization("Own");
        var dialogue = await (
            await GivenDialogue.Make(_host, own, await _host.ActivePartnership(own, await _host.Organization("Other")))
        ).Running();
        await dialogue.Note("A thought of nobody else");
        var outcome = await dialogue.Outcome(await dialogue.Note("Villages want to see the register."));

        (await Rows(dialogue.Url + "/agenda"))
            .Select(r => (r["position"], r["startTime"], r["room"], r["role"], r["name"]))
            .ShouldBe([
                ("1", "14:00", "Group A", "contributor", "Amena Begum"),
                ("1", "14:00", "Group A", "rapporteur", "Chandra Das"),
                ("1", "14:00", "Group B", "contributor", "Bruno Frei"),
                ("2", "14:30", "", "", ""),
                ("3", "15:00", "", "", ""),
            ]);
        await _host.Send(new RotateContributors(dialogue.Id, dialogue.First));
        (await Rows(dialogue.Url + "/rotation"))
            .Select(r => $"{r["contributor"]} {r["position"]} {r["room"]}")
            .ShouldBe([
                "Amena Begum 1 Group A",
                "Amena Begum 2 Group B",
                "Amena Begum 3 ",
                "Bruno Frei 1 Group B",
                "Bruno Frei 2 Group A",
                "Bruno Frei 3 ",
            ]);
        (await Rows(dialogue.Url + "/notes")).Count.ShouldBe(2);
        (await Rows(dialogue.Url + "/notes", $"?outcomeId={outcome.Value}"))
            .ShouldHaveSingleItem()["text"]
            .ShouldBe("Villages want to see the register.");
        (await Rows(dialogue.Url + "/inclusion"))
            .Where(r => r["groupedBy"] == "stakeholderGroup")
            .Select(r => $"{r["code"]} {r["participants"]}")
            .ShouldBe(["research 1", "practice 2", "communities 1"]);
    }

    [DatabaseFact]
    public async Task A_file_of_voices_holds_no_words_of_a_protected_person_and_counts_each_claim()
    {
        var place = await Neighbourhood.MakeAsync(_host);
        (await Rows(place.Url + "/voices/claims")).ShouldBeEmpty();
        await place.Give();
        var (_, _, amina) = await place.Person();
        var named = (await amina.Post(place.Url + "/voices", place.Body("confirms", "named"))).MustBe(201);

        var rows = await Rows(place.Url + "/voices");
        rows.Count.ShouldBe(2);
        var open = rows.Single(r => r["shownAs"] == "named");
        (open["stance"], open["by"], open["text"], open["language"]).ShouldBe(
            ("confirms", named["by"].GetString()!, "The door was closed on both Fridays.", "bn")
        );
        var hidden = rows.Single(r => r["shownAs"] == "protected");
        (hidden["stance"], hidden["claimId"], hidden["stakeholderGroup"]).ShouldBe(
            ("disputes", place.Report.Value.ToString(), "communities")
        );
        foreach (var column in new[] { "by", "organizationId", "text", "language", "evidenceUrl", "reply" })
            hidden[column].ShouldBe("", column);

        var counted = (await Rows(place.Url + "/voices/claims")).ShouldHaveSingleItem();
        (counted["claimKind"], counted["claimAsOf"]).ShouldBe(("progressReport", "2026-11-19"));
        (counted["confirms"], counted["disputes"], counted["total"], counted["diverging"]).ShouldBe(("1", "1", "2", "1"));

        // What the secretariat hides is not in its own file either, and is not counted.
        (await _secretariat.Post($"{place.Url}/voices/{named.Id}/hide", new { reason = "It names a child." })).MustBe(200);
        var rest = (await Rows(place.Url + "/voices")).Single(r => r["state"] == "hidden");
        (rest["text"], rest["by"], rest["hiddenBecause"]).ShouldBe(("", "", "It names a child."));
        (await Rows(place.Url + "/voices", "?stance=confirms")).ShouldBeEmpty();
        (await Rows(place.Url + "/voices/claims")).ShouldHaveSingleItem()["total"].ShouldBe("1");
    }

    /// <param name="answer">The address of the answer in the API.</param>
    private async Task<List<Dictionary<string, string>>> Rows(string answer, string query = "")
    {
        var file = answer.Replace("/api/v1/", "/api/v1/exports/", StringComparison.Ordinal);
        return Sheet.Read((await _secretariat.Get($"{file}.csv{query}")).MustBe(200).Text);
    }

    /// <summary>A health check moves the clock on.</summary>
    private static TrackerHost AtTheStart(TrackerHost host)
    {
        host.Clock.Now = TestClock.Start;
        return host;
    }

    private static string Text(JsonElement group, string member) => group.GetProperty(member).ToString();

    private static decimal? Number(string cell) => cell.Length == 0 ? null : decimal.Parse(cell, CultureInfo.InvariantCulture);

    private static decimal? Number(JsonElement value) => value.ValueKind == JsonValueKind.Null ? null : value.GetDecimal();
}
