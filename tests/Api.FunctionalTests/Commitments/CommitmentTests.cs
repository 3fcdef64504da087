using System.Text.Json;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.Commitments;

public sealed class CommitmentsOnSqlite(OnSqlite fixture) : CommitmentTests(fixture), IClassFixture<OnSqlite>;

public sealed class CommitmentsOnPostgreSql(OnPostgreSql fixture) : CommitmentTests(fixture), IClassFixture<OnPostgreSql>;

public abstract class CommitmentTests(HostFixture fixture) : IAsyncLifetime
{
    private const string Commitments = "/api/v1/commitments";
    private readonly TrackerHost _host = fixture.Host;
    private readonly HttpClient _secretariat = fixture.Host.Client();
    private OrganizationId _organization;
    private PartnershipId _partnership;
    private HttpClient _officer = null!,
        _reporter = null!,
        _reviewer = null!;

    public async Task InitializeAsync()
    {
        _organization = await _host.Organization("Green Delta");
        var ministry = await _host.Organization("Ministry of Health", "10");
        _partnership = await _host.ActivePartnership(_organization, ministry);
        _officer = _host.Client(await _host.Key(_organization, "officer"));
        _reporter = _host.Client(await _host.Key(_organization, "reporter"));
        _reviewer = _host.Client(await _host.Key(ministry, "reviewer"));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [DatabaseFact]
    public async Task A_commitment_goes_from_draft_to_completion()
    {
        var drafted = (await _reporter.Post(Commitments, Body())).MustBe(201);
        var url = drafted.Headers.Location!.ToString();
        url.ShouldBe($"{Commitments}/{drafted.Id}");
        drafted.Tag.ShouldStartWith("\"1-");
        drafted.Json.ShouldSatisfyAllConditions(
            c => c.GetProperty("status").GetString().ShouldBe("draft"),
            c => c.GetProperty("organizationName").GetString().ShouldBe("Green Delta"),
            c => c.GetProperty("partnershipName").GetString().ShouldBe("Healthy communities"),
            c => c.GetProperty("dueDate").GetString().ShouldBe("2027-06-30"),
            c => c.GetProperty("originalDueDate").GetString().ShouldBe("2027-06-30"),
            c => c.GetProperty("isOverdue").GetBoolean().ShouldBeFalse(),
            c => c.GetProperty("daysOverdue").GetInt32().ShouldBe(0),
            c => c.GetProperty("reportedCompleteOn").ValueKind.ShouldBe(JsonValueKind.Null),
            c => c.GetProperty("countryCodes")[0].GetString().ShouldBe("BD"),
            c => c.GetProperty("measure").GetProperty("target").GetDecimal().ShouldBe(5000),
            c => c.GetProperty("funding").GetProperty("amount").GetDecimal().ShouldBe(120000.5m),
            c => c.GetProperty("funding").GetProperty("currency").GetString().ShouldBe("CHF"),
            c => c.GetProperty("reportingFrequency").GetString().ShouldBe("quarterly"),
            c => c.GetProperty("pillar").GetString().ShouldBe("capacityStrengthening"),
            c => c.GetProperty("milestones").GetArrayLength().ShouldBe(2)
        );

        (await _reporter.Post(url + "/submit")).MustRefuse(403, "access.notAllowed");
        (await _officer.Post(url + "/submit", null, drafted.Tag)).MustBe(200)["status"].GetString().ShouldBe("submitted");
        (await _officer.Post(url + "/accept")).MustRefuse(403, "access.notAllowed");
        (await _reviewer.Post(url + "/return", new { reason = "Say how it is measured." }))
            .MustBe(200)["returnReason"]
            .GetString()
            .ShouldBe("Say how it is measured.");
        (await _officer.Post(url + "/submit")).MustBe(200);
        var active = (await _reviewer.Post(url + "/accept")).MustBe(200);
        active["status"].GetString().ShouldBe("active");
        active["milestones"][0].GetProperty("isOverdue").GetBoolean().ShouldBeTrue("it was due on 31 October");

        var milestone = active["milestones"][0].GetProperty("id").GetString();
        var step = (await _reporter.Post($"{url}/milestones/{milestone}/complete", new { completedOn = "2026-11-15" })).MustBe(200)[
            "milestones"
        ][0];
        step.GetProperty("isOverdue").GetBoolean().ShouldBeFalse();
        step.GetProperty("completedOn").GetString().ShouldBe("2026-11-15");

        var report = (await _reporter.Post(url + "/reports", Bodies.Progress(reportsCompletion: true))).MustBe(201);
        report.Headers.Location!.ToString().ShouldBe($"{url}/reports/{report.Id}");
        report["value"].GetDecimal().ShouldBe(1200.5m);
        report["status"].GetString().ShouldBe("submitted");
        report["evidence"][0].GetProperty("url").GetString().ShouldBe("https://example.org/register.pdf");
        (await _reporter.Get(report.Headers.Location.ToString())).MustBe(200).Text.ShouldBe(report.Text);
        (await _reporter.Get(url)).MustBe(200)["reportedCompleteOn"].GetString().ShouldBe("2026-11-20");

        (await _reviewer.Post(url + "/assessments", Bodies.Assessment())).MustBe(201);
        var closed = (
            await _reviewer.Post(
                url + "/close",
                new
                {
                    outcome = "partlyCompleted",
                    narrative = "Half of it.",
                    closedOn = "2026-11-20",
                }
            )
        ).MustBe(200);
        closed["status"].GetString().ShouldBe("partlyCompleted");
        closed["closedOn"].GetString().ShouldBe("2026-11-20");
        (await _reporter.Post(url + "/reports", Bodies.Progress())).MustRefuse(422, "commitment.notActive");

        var history = (await _reporter.Get(url + "/history")).MustBe(200);
        history
            .Items.Select(h => h.GetProperty("event").GetString())
            .ShouldBe([
                "commitmentClosed",
                "commitmentAssessed",
                "progressReported",
                "milestoneCompleted",
                "commitmentAccepted",
                "commitmentSubmitted",
                "commitmentReturned",
                "commitmentSubmitted",
                "commitmentDrafted",
            ]);
        history
            .Items.Select(h => h.GetProperty("by").GetString())
            .ShouldBe([
                "Ministry of Health (reviewer)",
                "Ministry of Health (reviewer)",
                "Green Delta (reporter)",
                "Green Delta (reporter)",
                "Ministry of Health (reviewer)",
                "Green Delta (officer)",
                "Ministry of Health (reviewer)",
                "Green Delta (officer)",
                "Green Delta (reporter)",
            ]);
        history.Items.ShouldAllBe(h =>
            h.GetProperty("text").GetString()!.Length > 10 && h.GetProperty("data").ValueKind == JsonValueKind.Object
        );
        history.Items[^1].GetProperty("text").GetString().ShouldBe("Green Delta (reporter) drafted the commitment, due on 30 June 2027.");
        history["total"].GetInt32().ShouldBe(9);
    }

    [DatabaseTheory]
    [InlineData("title", null, 400, "request.invalid", "title")]
    [InlineData("title", "\"  \"", 400, "request.invalid", "title")]
    [InlineData("title", "\"a\\u0000b\"", 400, "request.invalid", "title")]
    [InlineData("dueDate", "\"2027-02-30\"", 400, "request.invalid", "dueDate")]
    [InlineData("dueDate", "\"0001-01-01\"", 400, "request.invalid", "dueDate")]
    [InlineData("sdgTargets", "[\"3.4\",\"3.44\"]", 422, "reference.unknownSdgTarget", "sdgTargets[1]")]
    [InlineData("countryCodes", "[\"XX\"]", 422, "reference.unknownCountry", "countryCodes[0]")]
    [InlineData("funding", "{\"amount\":1,\"currency\":\"DOG\"}", 422, "reference.unknownCurrency", "funding.currency")]
    [InlineData("funding", "{\"amount\":-1,\"currency\":\"CHF\"}", 400, "request.invalid", "funding.amount")]
    [InlineData("funding", "{\"amount\":\"1\",\"currency\":\"CHF\"}", 400, "request.invalid", "funding.amount")]
    [InlineData("startDate", "\"2028-01-01\"", 422, "commitment.startsAfterDueDate", "startDate")]
    [InlineData(
        "milestones",
        "[{\"title\":\"Late\",\"dueDate\":\"2027-07-01\",\"weight\":1}]",
        422,
        "commitment.milestoneAfterDueDate",
        "milestones[0].dueDate"
    )]
    [InlineData(
        "milestones",
        "[{\"title\":\"Nothing\",\"dueDate\":\"2027-06-01\",\"weight\":0}]",
        400,
        "request.invalid",
        "milestones[0].weight"
    )]
    [InlineData("reportingFrequency", "\"hourly\"", 400, "request.invalid", "reportingFrequency")]
    [InlineData("reportingFrequency", "1", 400, "request.invalid", "reportingFrequency")]
    [InlineData("pillar", "\"flying\"", 400, "request.invalid", "pillar")]
    [InlineData("measure", "{\"target\":1e20}", 400, "request.invalid", "measure.target")]
    [InlineData("organizationId", "\"nobody\"", 400, "request.invalid", "organizationId")]
    public async Task Each_invalid_field_is_refused_by_its_name(string field, string? json, int status, string code, string named) =>
        (await _officer.Post(Commitments, Body().With(field, json is null ? null : JsonElement.Parse(json)))).MustRefuse(
            status,
            code,
            named
        );

    [DatabaseFact]
    public async Task Only_members_of_a_partnership_can_make_commitments_in_it()
    {
        var outsider = await _host.Organization("Outsider");
        (await _secretariat.Post(Commitments, Bodies.Commitment(_partnership.Value, outsider.Value))).MustRefuse(
            422,
            "commitment.notAMember",
            "organizationId"
        );
        (await _secretariat.Post(Commitments, Bodies.Commitment(Guid.NewGuid(), _organization.Value))).MustRefuse(
            404,
            "partnership.notFound"
        );
        (await _secretariat.Post(Commitments, Bodies.Commitment(_partnership.Value, Guid.NewGuid()))).MustRefuse(
            404,
            "organization.notFound"
        );
    }

    [DatabaseFact]
    public async Task A_source_id_is_unique_in_a_partnership()
    {
        (await _officer.Post(Commitments, Body().With("sourceId", "A-1"))).MustBe(201)["sourceId"].GetString().ShouldBe("A-1");
        (await _officer.Post(Commitments, Body().With("sourceId", "A-1"))).MustRefuse(409, "commitment.sourceIdTaken", "sourceId");
        (await _officer.Post(Commitments, Body().With("sourceId", " "))).MustBe(201)["sourceId"].ValueKind.ShouldBe(JsonValueKind.Null);
        (await _officer.Post(Commitments, Body().With("sourceId", " "))).MustBe(201);
    }

    [DatabaseFact]
    public async Task An_organization_without_a_contact_cannot_submit()
    {
        var silent = Guid.Parse((await _secretariat.Post("/api/v1/organizations", Bodies.Organization("Silent"))).Id);
        (
            await _secretariat.Post(
                $"/api/v1/partnerships/{_partnership.Value}/members",
                new { organizationId = silent, role = "community" }
            )
        ).MustBe(201);
        var draft = (await _secretariat.Post(Commitments, Bodies.Commitment(_partnership.Value, silent))).MustBe(201);
        (await _secretariat.Post($"{Commitments}/{draft.Id}/submit")).MustRefuse(422, "commitment.noContact");
    }

    [DatabaseFact]
    public async Task A_past_due_date_is_allowed_with_a_remark() =>
        (await _officer.Post(Commitments, Body().With("dueDate", "2026-11-20").With("milestones", null)))
            .MustBe(201)["remarks"][0]
            .GetProperty("code")
            .GetString()
            .ShouldBe("commitment.dueInThePast");

    [DatabaseFact]
    public async Task A_draft_is_replaced_as_a_whole_and_only_in_the_version_that_was_read()
    {
        var draft = (await _officer.Post(Commitments, Body())).MustBe(201);
        var url = $"{Commitments}/{draft.Id}";
        var revised = (await _officer.Put(url, Bodies.Draft(), draft.Tag)).MustBe(200);
        revised["title"].GetString().ShouldBe("Screen 6,000 people");
        revised["milestones"].GetArrayLength().ShouldBe(0);
        revised["measure"].ValueKind.ShouldBe(JsonValueKind.Null);
        revised["countryCodes"].GetArrayLength().ShouldBe(0);

        (await _officer.Put(url, Bodies.Draft("Too late"), draft.Tag)).MustRefuse(412, "request.versionMoved");
        foreach (var action in new[] { "submit", "withdraw" })
            (await _officer.Post($"{url}/{action}", new { reason = "No." }, draft.Tag)).MustRefuse(412, "request.versionMoved");
        (await _officer.Post(url + "/submit", null, revised.Tag)).MustBe(200);
        (await _officer.Put(url, Bodies.Draft())).MustRefuse(422, "commitment.notADraft");
    }

    [DatabaseFact]
    public async Task Dates_of_past_events_are_never_in_the_future_in_the_time_zone_of_the_organization()
    {
        // It is already the 22nd in Dhaka, while it is the 21st in UTC.
        _host.Clock.Set("2026-11-21T20:00:00Z");
        var id = await _host.ActiveCommitment(_partnership, _organization, "2027-06-30", "Now", "2027-01-31");
        (await _reporter.Post(World.Url(id) + "/reports", Bodies.Progress().With("asOf", "2026-11-23"))).MustRefuse(
            422,
            "commitment.inTheFuture",
            "asOf"
        );
        (await _reporter.Post(World.Url(id) + "/reports", Bodies.Progress().With("asOf", "2026-11-22"))).MustBe(201);
        (
            await _reviewer.Post(
                World.Url(id) + "/close",
                new
                {
                    outcome = "completed",
                    narrative = "Done.",
                    closedOn = "2026-11-23",
                }
            )
        ).MustRefuse(422, "commitment.inTheFuture", "closedOn");
        (await _reviewer.Post(World.Url(id) + "/assessments", Bodies.Assessment("complete"))).MustBe(201);
        (await _reviewer.Post(World.Url(id) + "/close", new { outcome = "completed", narrative = "Done." }))
            .MustBe(200)["closedOn"]
            .GetString()
            .ShouldBe("2026-11-22");
        _host.Clock.Now = TestClock.Start;
    }

    [DatabaseTheory]
    [InlineData("evidence", "[{\"title\":\"x\",\"url\":\"javascript:alert(1)\"}]", "evidence[0].url")]
    [InlineData("evidence", "[{\"title\":\"\",\"url\":\"https://example.org\"}]", "evidence[0].title")]
    [InlineData("narrative", "\"\"", "narrative")]
    [InlineData("asOf", null, "asOf")]
    [InlineData("value", "\"many\"", "value")]
    public async Task A_malformed_progress_report_is_refused_by_field(string field, string? json, string named)
    {
        var id = await _host.ActiveCommitment(_partnership, _organization, "2027-06-30");
        (
            await _reporter.Post(World.Url(id) + "/reports", Bodies.Progress().With(field, json is null ? null : JsonElement.Parse(json)))
        ).MustRefuse(400, "request.invalid", named);
    }

    [DatabaseFact]
    public async Task A_reviewer_decides_nothing_about_an_organization_they_belong_to()
    {
        using var own = _host.Client(await _host.Key(_organization, "reviewer"));
        var id = await _host.Draft(_partnership, _organization, "2027-06-30");
        (await _officer.Post(World.Url(id) + "/submit")).MustBe(200);
        (await own.Post(World.Url(id) + "/accept")).MustRefuse(403, "access.ownCase");
        (await own.Post(World.Url(id) + "/return", new { reason = "No." })).MustRefuse(403, "access.ownCase");
        (await _reviewer.Post(World.Url(id) + "/accept")).MustBe(200);
        (await own.Post(World.Url(id) + "/close", new { outcome = "completed", narrative = "Done." })).MustRefuse(403, "access.ownCase");
    }

    [DatabaseFact]
    public async Task A_body_may_be_empty_if_no_field_is_required()
    {
        var id = await _host.ActiveCommitment(_partnership, _organization, "2027-06-30", "Steps", "2027-01-31");
        var milestone = (await _reporter.Get(World.Url(id)))["milestones"][0].GetProperty("id").GetString();
        (await _reporter.Post($"{World.Url(id)}/milestones/{milestone}/complete"))
            .MustBe(200)["milestones"][0]
            .GetProperty("completedOn")
            .GetString()
            .ShouldBe("2026-11-21");
        (await _reporter.Post($"{World.Url(id)}/milestones/{milestone}/complete")).MustRefuse(422, "commitment.milestoneCompleted");
        (await _reporter.Post($"{World.Url(id)}/milestones/{Guid.NewGuid()}/complete")).MustRefuse(404, "milestone.notFound");
    }

    private object Body() => Bodies.Commitment(_partnership.Value, _organization.Value);
}
