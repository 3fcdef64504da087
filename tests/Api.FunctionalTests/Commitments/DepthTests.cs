using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.Infrastructure.Persistence;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.Commitments;

/// <summary>What makes a commitment trackable: readiness, review, change requests and payments, as a caller sees them.</summary>
public sealed class DepthTests : IAsyncLifetime
{
    private TrackerHost _host = null!;
    private HttpClient _client = null!;
    private HttpClient _officer = null!;
    private OrganizationId _organization;
    private OrganizationId _reviewers;
    private PartnershipId _partnership;

    public async Task InitializeAsync()
    {
        _host = await TrackerHost.StartAsync(
            DatabaseProvider.Sqlite,
            new Dictionary<string, string> { ["Rules:SmartGate"] = "Trackable", ["Rules:OffTrackMargin"] = "20" }
        );
        _client = _host.Client();
        _organization = await _host.Organization("Green Delta");
        _reviewers = await _host.Organization("University", "80");
        _partnership = await _host.ActivePartnership(_organization, _reviewers);
        _officer = _host.Client(await _host.Key(_organization, "officer"));
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Every_answer_shows_the_SMART_readiness_and_what_is_missing()
    {
        var commitment = await Json(
            await _client.PostAsJsonAsync("/api/v1/commitments", Bodies.Commitment(_partnership.Value, _organization.Value))
        );
        var smart = commitment.GetProperty("smart");
        (smart.GetProperty("trackable").GetBoolean(), smart.GetProperty("level").GetString()).ShouldBe((true, "high"));
        smart.GetProperty("ingredients").GetArrayLength().ShouldBe(20);

        var score = await Json(await _client.PostAsJsonAsync("/api/v1/commitments/score", Bodies.Draft()));
        score.GetProperty("level").GetString().ShouldBe("low");
        var unit = score.GetProperty("ingredients").EnumerateArray().Single(i => i.GetProperty("name").GetString() == "unit");
        unit.GetProperty("hint").GetString()!.ShouldContain("posts");
    }

    [Fact]
    public async Task A_commitment_that_is_not_trackable_is_accepted_only_with_a_reason_which_is_recorded()
    {
        var url = await Submitted(
            new
            {
                partnershipId = _partnership.Value,
                organizationId = _organization.Value,
                title = "Screen people",
                sdgTargets = new[] { "3.4" },
                dueDate = "2027-06-30",
            }
        );
        (await Problem(await _client.PostAsync(url + "/accept", null), HttpStatusCode.UnprocessableEntity)).ShouldBe("commitment.notReady");
        (await _client.PostAsJsonAsync(url + "/accept", new { reason = "The measure follows." })).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Json(await _client.GetAsync(url + "/history")))
            .GetProperty("items")[0]
            .GetProperty("text")
            .GetString()!
            .ShouldContain("The measure follows.");
    }

    [Fact]
    public async Task After_acceptance_a_due_date_changes_only_by_an_approved_change_request()
    {
        var url = await Active();
        (await Problem(await _client.PutAsJsonAsync(url, Bodies.Draft()), HttpStatusCode.UnprocessableEntity)).ShouldBe(
            "commitment.notADraft"
        );

        var change = await Json(await _officer.PostAsJsonAsync(url + "/change-requests", Bodies.Change()), HttpStatusCode.Created);
        change.GetProperty("status").GetString().ShouldBe("requested");
        (
            await Problem(await _officer.PostAsJsonAsync(url + "/change-requests", Bodies.Change("2028-01-31")), HttpStatusCode.Conflict)
        ).ShouldBe("commitment.changeRequestPending");
        (await Json(await _client.PostAsync($"{url}/change-requests/{change.GetProperty("id").GetString()}/approve", null)))
            .GetProperty("status")
            .GetString()
            .ShouldBe("approved");

        var moved = await Json(await _client.GetAsync(url));
        (moved.GetProperty("dueDate").GetString(), moved.GetProperty("originalDueDate").GetString()).ShouldBe(("2027-12-31", "2027-06-30"));
        (moved.GetProperty("timesMoved").GetInt32(), moved.GetProperty("daysSlipped").GetInt32()).ShouldBe((1, 184));
        (await Json(await _client.GetAsync("/api/v1/commitments?moved=true&daysSlippedFrom=100&sort=-daysSlipped")))
            .GetProperty("total")
            .GetInt32()
            .ShouldBe(1);
        (await Json(await _client.GetAsync("/api/v1/commitments?timesMovedFrom=2"))).GetProperty("total").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task A_later_import_never_changes_a_due_date()
    {
        async Task Import(string due)
        {
            (await _client.PostAsync("/api/v1/imports", Bodies.Import($"id,name,due\nA-1,Dhaka North,{due}\n"))).StatusCode.ShouldBe(
                HttpStatusCode.Accepted
            );
            await _host.Send(new Application.Imports.RunImports());
        }

        await Import("2027");
        await Import("2029");
        var items = (await Json(await _client.GetAsync("/api/v1/commitments?q=dhaka"))).GetProperty("items");
        items.GetArrayLength().ShouldBe(1);
        items[0].GetProperty("dueDate").GetString().ShouldBe("2027-12-31");
    }

    [Fact]
    public async Task Only_a_reviewer_of_another_organization_can_review()
    {
        var url = await Active();
        var report = await Json(
            await _officer.PostAsJsonAsync(url + "/reports", Bodies.Progress(reportsCompletion: true)),
            HttpStatusCode.Created
        );
        var review = $"{url}/reports/{report.GetProperty("id").GetString()}";
        var own = _host.Client(await _host.Key(_organization, "reviewer"));
        (await Problem(await own.PostAsync(review + "/accept", null), HttpStatusCode.Forbidden)).ShouldBe("access.ownCase");
        (await Problem(await own.PostAsJsonAsync(url + "/assessments", Bodies.Assessment()), HttpStatusCode.Forbidden)).ShouldBe(
            "access.ownCase"
        );

        var reviewer = _host.Client(await _host.Key(_reviewers, "reviewer"));
        (await Json(await reviewer.PostAsJsonAsync(review + "/return", new { reason = "Which registers?" })))
            .GetProperty("status")
            .GetString()
            .ShouldBe("returned");
        (await Json(await _client.GetAsync(url))).GetProperty("reportedCompleteOn").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task Closing_needs_a_matching_assessment_and_shows_whether_it_was_on_time()
    {
        var url = await Active();
        var close = new
        {
            outcome = "completed",
            narrative = "Done.",
            closedOn = "2026-11-20",
        };
        (await Problem(await _client.PostAsJsonAsync(url + "/close", close), HttpStatusCode.UnprocessableEntity)).ShouldBe(
            "commitment.notAssessed"
        );
        await _client.PostAsJsonAsync(url + "/assessments", Bodies.Assessment("noEvidence"));
        (await Problem(await _client.PostAsJsonAsync(url + "/close", close), HttpStatusCode.UnprocessableEntity)).ShouldBe(
            "commitment.assessmentDisagrees"
        );
        await _client.PostAsJsonAsync(url + "/assessments", Bodies.Assessment("complete"));

        var closed = await Json(await _client.PostAsJsonAsync(url + "/close", close));
        var reached = closed.GetProperty("completion");
        (reached.GetProperty("on").GetString(), reached.GetProperty("onTime").GetBoolean()).ShouldBe(("2026-11-20", true));
        (await Json(await _client.PostAsJsonAsync(url + "/reopen", new { reason = "Another one." })))
            .GetProperty("status")
            .GetString()
            .ShouldBe("active");
    }

    [Fact]
    public async Task A_member_leaves_only_after_handing_over_withdrawing_or_superseding()
    {
        var url = await Active();
        var leave = $"/api/v1/partnerships/{_partnership.Value}/members/{_organization.Value}/leave";
        (await Problem(await _client.PostAsJsonAsync(leave, new { reason = "Merged." }), HttpStatusCode.UnprocessableEntity)).ShouldBe(
            "partnership.memberHasCommitments"
        );
        (await Json(await _client.PostAsJsonAsync(url + "/hand-over", new { organizationId = _reviewers.Value, reason = "They merged." })))
            .GetProperty("organizationName")
            .GetString()
            .ShouldBe("University");
        (await Json(await _client.PostAsJsonAsync(leave, new { reason = "Merged." }))).GetProperty("members").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task Payments_are_compared_with_the_committed_funding_and_never_added_across_currencies()
    {
        var url = await Active();
        await _client.PostAsJsonAsync(
            url + "/payments",
            new
            {
                amount = 20000,
                currency = "CHF",
                paidOn = "2026-11-01",
            }
        );
        await _client.PostAsJsonAsync(
            url + "/payments",
            new
            {
                amount = 500,
                currency = "USD",
                paidOn = "2026-11-02",
            }
        );
        (await Json(await _client.GetAsync(url))).GetProperty("funding").GetProperty("paid").GetDecimal().ShouldBe(20000);
        (await Json(await _client.GetAsync(url + "/payments"))).GetProperty("total").GetInt32().ShouldBe(2);
    }

    [Fact]
    public async Task The_rubric_is_public_and_names_its_source()
    {
        var rubric = await Json(await _host.Client(null).GetAsync("/api/v1/reference/smart-rubric"));
        rubric.GetProperty("ingredients").GetArrayLength().ShouldBe(20);
        rubric.GetProperty("inspiration").GetString()!.ShouldContain("Nutrition Accountability Framework");
        (await _host.Client(null).GetStringAsync("/rubric")).ShouldContain("Means of verification");
    }

    private async Task<string> Active()
    {
        var url = await Submitted(Bodies.Commitment(_partnership.Value, _organization.Value));
        (await _client.PostAsync(url + "/accept", null)).StatusCode.ShouldBe(HttpStatusCode.OK);
        return url;
    }

    private async Task<string> Submitted(object body)
    {
        var created = await _client.PostAsJsonAsync("/api/v1/commitments", body);
        var url = created.Headers.Location!.ToString();
        (await _officer.PostAsync(url + "/submit", null)).StatusCode.ShouldBe(HttpStatusCode.OK);
        return url;
    }

    private static async Task<JsonElement> Json(HttpResponseMessage answer, HttpStatusCode? status = null)
    {
        if (status is { } expected)
            answer.StatusCode.ShouldBe(expected);
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static async Task<string?> Problem(HttpResponseMessage answer, HttpStatusCode status)
    {
        answer.StatusCode.ShouldBe(status, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString();
    }
}
