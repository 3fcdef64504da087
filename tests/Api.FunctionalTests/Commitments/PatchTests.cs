using System.Text;
using System.Text.Json;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.Commitments;

/// <summary>Changes parts of a draft by JSON merge patch (RFC 7396).</summary>
public sealed class PatchTests(OnSqlite fixture) : IClassFixture<OnSqlite>, IAsyncLifetime
{
    private readonly HttpClient _secretariat = fixture.Host.Client();
    private string _url = "";

    public async Task InitializeAsync()
    {
        var own = await fixture.Host.Organization("Own");
        var partnership = await fixture.Host.ActivePartnership(own, await fixture.Host.Organization("Other"));
        _url =
            "/api/v1/commitments/"
            + (await _secretariat.Post("/api/v1/commitments", Bodies.Commitment(partnership.Value, own.Value))).MustBe(201).Id;
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_patch_changes_only_the_given_members()
    {
        var before = (await _secretariat.Get(_url)).Json;
        var after = (
            await Patch(
                """{"title":"Screen 6,000 people","measure":{"target":6000},"place":null,"""
                    + """ "milestones":[{"title":"All","dueDate":"2027-03-31"}]}"""
            )
        ).MustBe(200);
        after["title"].GetString().ShouldBe("Screen 6,000 people");
        after["measure"].GetProperty("target").GetDecimal().ShouldBe(6000);
        after["measure"].GetProperty("indicator").GetString().ShouldBe("People screened");
        after["place"].ValueKind.ShouldBe(JsonValueKind.Null);
        after["milestones"].EnumerateArray().Select(m => m.GetProperty("title").GetString()).ShouldBe(["All"]);
        foreach (
            var same in new[]
            {
                "description",
                "pillar",
                "themes",
                "sdgTargets",
                "countryCodes",
                "startDate",
                "dueDate",
                "reportingFrequency",
                "funding",
                "targetGroup",
            }
        )
            after[same].GetRawText().ShouldBe(before.GetProperty(same).GetRawText(), same);
    }

    [Theory]
    [InlineData("""{"title":null}""", "title", "/title", "form.required")]
    [InlineData("""{"titel":"x"}""", "titel", "/titel", "request.unknownField")]
    [InlineData("""{"measure":{"target":"many"}}""", "measure.target", "/measure/target", "request.json")]
    [InlineData(
        """{"milestones":[{"title":"x","dueDate":"2027-02-30"}]}""",
        "milestones[0].dueDate",
        "/milestones/0/dueDate",
        "request.json"
    )]
    [InlineData("""{"milestones":[{"title":"","dueDate":"2027-02-28"}]}""", "milestones[0].title", "/milestones/0/title", "form.required")]
    public async Task An_invalid_patch_is_refused_by_field_and_changes_nothing(string patch, string field, string place, string code)
    {
        var before = (await _secretariat.Get(_url)).Text;
        var refused = (await Patch(patch)).MustRefuse(400, "request.invalid", field);
        var violation = refused["violations"].EnumerateArray().Single();
        (violation.GetProperty("pointer").GetString(), violation.GetProperty("code").GetString()).ShouldBe((place, code));
        (await _secretariat.Get(_url)).Text.ShouldBe(before);
    }

    [Fact]
    public async Task A_patch_of_something_else_leaves_the_milestones_as_they_are()
    {
        var before = (await _secretariat.Get(_url))["milestones"].GetRawText();
        (await Patch("""{"title":"Screen 6,000 people"}""")).MustBe(200)["milestones"].GetRawText().ShouldBe(before);
    }

    [Fact]
    public async Task A_milestone_keeps_its_id_by_its_id_or_its_title_and_others_are_new()
    {
        var before = Ids(
            (
                await Patch(
                    """{"milestones":[{"title":"A","dueDate":"2027-01-31"},{"title":"B","dueDate":"2027-02-28"},"""
                        + """{"title":"C","dueDate":"2027-03-31"}]}"""
                )
            ).MustBe(200)
        );
        var after = Ids(
            (
                await Patch(
                    $$"""
                    {"milestones":[{"title":"New","dueDate":"2027-01-01"},{"title":"B","dueDate":"2027-02-01","weight":3},
                        {"id":"{{before["A"]}}","title":"Renamed","dueDate":"2027-03-01"}]}
                    """
                )
            ).MustBe(200)
        );
        after.Keys.ShouldBe(["New", "B", "Renamed"]);
        after["B"].ShouldBe(before["B"]);
        after["Renamed"].ShouldBe(before["A"]);
        before.Values.ShouldNotContain(after["New"]);
        Ids(await _secretariat.Get(_url)).ShouldBe(after);
    }

    [Fact]
    public async Task The_id_of_a_milestone_that_the_draft_does_not_have_is_refused() =>
        (await Patch($$"""{"milestones":[{"id":"{{Guid.NewGuid()}}","title":"A","dueDate":"2027-01-31"}]}""")).MustRefuse(
            422,
            "commitment.unknownMilestone",
            "milestones[0].id"
        );

    [Fact]
    public async Task A_patch_must_be_an_object() => (await Patch("[]")).MustRefuse(400, "request.patch");

    [Fact]
    public async Task An_outdated_tag_is_refused()
    {
        var tag = (await _secretariat.Get(_url)).Tag;
        (await Patch("""{"title":"One"}""", tag)).MustBe(200);
        (await Patch("""{"title":"Two"}""", tag)).MustRefuse(412, "request.versionMoved");
    }

    [Fact]
    public async Task After_submission_a_patch_cannot_change_the_due_date()
    {
        (await _secretariat.Post(_url + "/submit")).MustBe(200);
        (await Patch("""{"dueDate":"2028-06-30"}""")).MustRefuse(422, "commitment.notADraft");
    }

    private static Dictionary<string, string> Ids(Answer commitment) =>
        commitment["milestones"]
            .EnumerateArray()
            .ToDictionary(m => m.GetProperty("title").GetString()!, m => m.GetProperty("id").GetString()!);

    private async Task<Answer> Patch(string body, string? ifMatch = null)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/merge-patch+json");
        return await _secretariat.Ask(HttpMethod.Patch, _url, content, ifMatch);
    }
}
