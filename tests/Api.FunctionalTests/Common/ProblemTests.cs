using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.Common;

public sealed class ProblemTests(OnSqlite fixture) : IClassFixture<OnSqlite>
{
    private readonly HttpClient _anonymous = fixture.Host.Client(null);
    private readonly HttpClient _secretariat = fixture.Host.Client();

    [Theory]
    [InlineData("/api/v1/nothing", 404, "http.404")]
    [InlineData("/api/v1/commitments/not-an-id", 404, "http.404")]
    [InlineData("/api/v1/commitments/00000000-0000-0000-0000-000000000001", 404, "commitment.notFound")]
    [InlineData("/api/v1/reference/countries/XX", 404, "country.notFound")]
    [InlineData("/api/v1/reference/sdg-targets/99.9", 404, "sdgTarget.notFound")]
    public async Task An_unknown_resource_is_answered_with_a_problem(string path, int status, string code) =>
        (await _secretariat.Get(path)).MustRefuse(status, code);

    [Fact]
    public async Task Without_a_key_only_the_reference_lists_can_be_read()
    {
        (await _anonymous.Get("/api/v1/commitments")).MustRefuse(401, "http.401");
        (await _anonymous.Post("/api/v1/organizations", Bodies.Organization())).MustRefuse(401, "http.401");
        (await _anonymous.Get("/api/v1/reference/sdg-goals")).MustBe(200).Items.Length.ShouldBe(17);
        (await _anonymous.Get("/api/v1/reference/sdg-targets")).MustBe(200).Items.Length.ShouldBe(169);
        (await _anonymous.Get("/api/v1/reference/sdg-indicators")).MustBe(200).Items.Length.ShouldBe(251);
        (await _anonymous.Get("/api/v1/reference/countries")).MustBe(200).Items.Length.ShouldBe(249);
        (await _anonymous.Get("/api/v1/reference/organization-types")).MustBe(200).Items.Length.ShouldBe(16);
    }

    [Fact]
    public async Task SDG_titles_are_available_in_six_languages()
    {
        var title = (await _anonymous.Get("/api/v1/reference/sdg-goals")).Items[2].GetProperty("title");
        foreach (var language in new[] { "en", "fr", "es", "ar", "ru", "zh" })
            title.GetProperty(language).GetString().ShouldNotBeNullOrWhiteSpace(language);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    [InlineData("DELETE")]
    public async Task An_unknown_address_is_not_found_by_any_method(string method)
    {
        (await _secretariat.Ask(new HttpMethod(method), "/api/v1/nowhere")).MustRefuse(404, "http.404");
        (await _anonymous.Ask(new HttpMethod(method), "/api/v1/nowhere")).MustRefuse(401, "http.401");
        (await _anonymous.Ask(new HttpMethod(method), "/nowhere")).MustRefuse(404, "http.404");
    }

    [Fact]
    public async Task A_wrong_method_and_a_wrong_media_type_have_different_answers()
    {
        (await _secretariat.Delete("/api/v1/commitments")).MustRefuse(405, "http.405");
        using var text = new StringContent("name=x", Encoding.UTF8, "text/plain");
        (await _secretariat.Post("/api/v1/organizations", text)).MustRefuse(415, "http.415");
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("")]
    public async Task A_body_that_is_not_json_is_malformed(string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, MediaTypeHeaderValue.Parse("application/json"));
        (await _secretariat.Post("/api/v1/organizations", content)).MustBe(400)["code"].GetString()!.ShouldStartWith("request.");
    }

    [Theory]
    [InlineData("{\"na\u00FFme\":\"A\"}")]
    [InlineData("{\"name\":\"A\u00FF\"}")]
    [InlineData("""{"name":"\ud800"}""")]
    public async Task A_body_that_is_not_unicode_is_malformed(string body)
    {
        using var content = new ByteArrayContent(Encoding.Latin1.GetBytes(body));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("application/json");
        (await _secretariat.Post("/api/v1/organizations", content)).MustRefuse(400, "request.invalid");
    }

    [Theory]
    [InlineData(
        """{"newDueDate":"31.12.2026"}""",
        "newDueDate",
        "Write a date as yyyy-MM-dd, for example 2027-06-30. Received: \"31.12.2026\""
    )]
    [InlineData(
        """{"reason":"money"}""",
        "reason",
        "Write one of these values: funding, partner, scope, forceMajeure, dependency, data, other. Received: \"money\""
    )]
    [InlineData("""{"weight":"3"}""", "weight", "Write a number, for example 120.5. Leave out the quotation marks. Received: \"3\"")]
    [InlineData("""{"dropMilestone":1}""", "dropMilestone", "Write true or false. Received: 1")]
    [InlineData(
        """{"milestoneId":"first"}""",
        "milestoneId",
        "Write an id as it stands in the answers of the API (a UUID). Received: \"first\""
    )]
    [InlineData("""{"explanation":["a"]}""", "explanation", "Write a text in quotation marks.")]
    [InlineData("[1]", "", "Write an object in braces, as the API description shows it.")]
    [InlineData("{\n\n\"unit\": hours}", "unit", "The body is not valid JSON. The error is in line 3.")]
    public async Task The_error_for_an_unreadable_value_names_what_is_allowed_and_what_was_received(string body, string field, string says)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        var refused = (
            await _secretariat.Post("/api/v1/commitments/00000000-0000-0000-0000-000000000001/change-requests", content)
        ).MustRefuse(400, "request.invalid", field);
        refused["errors"].GetProperty(field)[0].GetString().ShouldBe(says);
        refused["violations"]
            .EnumerateArray()
            .Single(v => v.GetProperty("detail").GetString() == says)
            .GetProperty("code")
            .GetString()
            .ShouldBe("request.json");
        refused["detail"].GetString()!.ShouldContain(field.Length == 0 ? says : $"{field}: {says}");
    }

    [Fact]
    public async Task The_received_value_is_shown_in_one_short_line()
    {
        var value = new string('x', 5000);
        using var content = new StringContent("{\"name\":\"A\",\n\t\"startDate\":\"" + value + "\"}", Encoding.UTF8, "application/json");
        var said = (await _secretariat.Post("/api/v1/partnerships", content))
            .MustRefuse(400, "request.invalid", "startDate")["errors"]
            .GetProperty("startDate")[0]
            .GetString()!;
        said.ShouldStartWith("Write a date as yyyy-MM-dd, for example 2027-06-30. Received: \"xxx");
        said.ShouldEndWith("x…");
        said[said.IndexOf('"', StringComparison.Ordinal)..].Length.ShouldBe(100);
    }

    [Theory]
    [InlineData("limit=many", "limit", "Write a whole number, for example 12. Received: many")]
    [InlineData(
        "status=done",
        "status",
        "Write one of these values: draft, submitted, active, completed, partlyCompleted, notCompleted, withdrawn, superseded. "
            + "Received: done"
    )]
    [InlineData("dueFrom=soon", "dueFrom", "Write a date as yyyy-MM-dd, for example 2027-06-30. Received: soon")]
    [InlineData("dueFrom=1.2.2026", "dueFrom", "Write a date as yyyy-MM-dd, for example 2027-06-30. Received: 1.2.2026")]
    [InlineData("dueTo=2026-06-30T00:00", "dueTo", "Write a date as yyyy-MM-dd, for example 2027-06-30. Received: 2026-06-30T00:00")]
    [InlineData("dueTo=9999-12-31", "dueTo", "Write a date from 1900-01-01 to 2200-12-31.")]
    [InlineData("overdue=perhaps", "overdue", "Write true or false. Received: perhaps")]
    [InlineData("q=a%00b", "q", "The text contains characters that cannot be shown. Remove them.")]
    public async Task An_unreadable_parameter_has_the_same_error_in_the_api_and_on_the_page(string query, string field, string says)
    {
        foreach (
            var path in new[] { "/api/v1/commitments?", "/commitments?" }.Where(path =>
                field is not "limit" || path.StartsWith("/api", StringComparison.Ordinal)
            )
        )
            (await _secretariat.Get(path + query))
                .MustRefuse(400, "request.invalid", field)["errors"]
                .GetProperty(field)[0]
                .GetString()
                .ShouldBe(says, path);
    }

    [Fact]
    public async Task Every_wrong_member_of_a_body_is_named_at_once()
    {
        var refused = (
            await _secretariat.Post(
                "/api/v1/commitments",
                new Dictionary<string, object?>
                {
                    ["partnershipId"] = "first",
                    ["title"] = null,
                    ["dueDate"] = "31.12.2026",
                    ["reportingFrequency"] = "daily",
                    ["colour"] = "red",
                    ["milestones"] = new object[]
                    {
                        new
                        {
                            title = "One",
                            dueDate = "soon",
                            weight = "3",
                        },
                        new { dueDate = "2027-01-31" },
                    },
                    ["sdgTargets"] = "3.4",
                    ["measure"] = new { target = "many" },
                }
            )
        ).MustRefuse(400, "request.invalid");
        var errors = refused["violations"]
            .EnumerateArray()
            .ToDictionary(v => v.GetProperty("pointer").GetString()!, v => v.GetProperty("code").GetString());
        errors.ShouldBe(
            new Dictionary<string, string?>
            {
                ["/partnershipId"] = "request.json",
                ["/organizationId"] = "form.required",
                ["/title"] = "form.required",
                ["/dueDate"] = "request.json",
                ["/reportingFrequency"] = "request.json",
                ["/colour"] = "request.unknownField",
                ["/milestones/0/dueDate"] = "request.json",
                ["/milestones/0/weight"] = "request.json",
                ["/milestones/1/title"] = "form.required",
                ["/sdgTargets"] = "request.json",
                ["/measure/target"] = "request.json",
            },
            ignoreOrder: true
        );
        var detail = refused["detail"].GetString()!;
        detail.ShouldContain("dueDate: Write a date as yyyy-MM-dd");
        detail.ShouldContain("reportingFrequency: Write one of these values: ");
    }

    [Fact]
    public async Task Every_wrong_parameter_is_named_at_once()
    {
        var refused = (
            await _secretariat.Get("/api/v1/commitments?limit=many&status=done&dueFrom=30.06.2027&overdue=perhaps&organizationId=1")
        ).MustRefuse(400, "request.invalid");
        refused["violations"]
            .EnumerateArray()
            .Select(v => v.GetProperty("parameter").GetString())
            .ShouldBe(["limit", "status", "dueFrom", "overdue", "organizationId"], ignoreOrder: true);
        (await _secretariat.Get("/api/v1/commitments?limit=")).MustRefuse(400, "request.invalid", "limit");
        (await _secretariat.Get("/api/v1/commitments?limit=1&limit=2")).MustRefuse(400, "request.invalid", "limit");
    }

    [Fact]
    public async Task A_body_of_unknown_length_is_explained_like_any_other()
    {
        using var content = new StringContent("{\"name\":1}", Encoding.UTF8, "application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/partnerships") { Content = content };
        request.Headers.TransferEncodingChunked = true;
        (await _secretariat.Ask(request)).MustRefuse(400, "request.invalid", "name");
        using var large = new StringContent(
            "{\"name\":1,\"description\":\"" + new string('x', 100_000) + "\"}",
            Encoding.UTF8,
            "application/json"
        );
        (await _secretariat.Post("/api/v1/partnerships", large)).MustRefuse(400, "request.invalid", "name");
    }

    [Theory]
    [InlineData("application/json; charset=utf-7")]
    [InlineData("application/json; charset=\"utf-7\"")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("application/json; charset=nonsense")]
    [InlineData("multipart/form-data; boundary=a; charset=utf-7")]
    [InlineData("application/x-www-form-urlencoded; charset=nonsense")]
    public async Task An_encoding_that_is_not_accepted_is_an_unsupported_media_type(string contentType)
    {
        var isJson = contentType.StartsWith("application/json", StringComparison.Ordinal);
        foreach (var path in isJson ? ["/api/v1/organizations"] : new[] { "/api/v1/imports", "/sign-in" })
        {
            using var content = new ByteArrayContent("{}"u8.ToArray());
            content.Headers.TryAddWithoutValidation("Content-Type", contentType);
            (await _secretariat.Post(path, content)).MustRefuse(415, "http.415");
        }
    }

    [Fact]
    public async Task A_part_of_a_form_in_an_encoding_that_does_not_exist_any_more_is_malformed()
    {
        using var form = new MultipartFormDataContent();
        var part = new StringContent("x");
        part.Headers.Remove("Content-Type");
        part.Headers.TryAddWithoutValidation("Content-Type", "text/plain; charset=utf-7");
        form.Add(part, "profile");
        (await _secretariat.Post("/api/v1/imports", form)).MustRefuse(400, "request.form");
    }

    [Fact]
    public async Task No_answer_reveals_internals_of_the_program()
    {
        foreach (
            var answer in new[]
            {
                await _secretariat.Get("/api/v1/nothing"),
                await _secretariat.Post("/api/v1/organizations", new { }),
                await _secretariat.Get("/"),
            }
        )
        {
            answer.Headers.Contains("Server").ShouldBeFalse();
            answer.Text.ShouldNotContain("   at ");
            answer.Text.ShouldNotContain("Exception");
        }
    }

    [Fact]
    public async Task Instants_are_utc_dates_have_no_time_and_numbers_are_json_numbers()
    {
        var own = await fixture.Host.Organization("Own");
        var id = await fixture.Host.ActiveCommitment(
            await fixture.Host.ActivePartnership(own, await fixture.Host.Organization("Other")),
            own,
            "2027-06-30"
        );
        var commitment = (await _secretariat.Get(World.Url(id))).MustBe(200);
        commitment["overdueAt"].GetString().ShouldEndWith("+00:00");
        commitment["dueDate"].GetString().ShouldBe("2027-06-30");
        commitment["version"].ValueKind.ShouldBe(JsonValueKind.Number);
    }

    [Fact]
    public async Task The_health_can_be_read_without_a_key()
    {
        (await _anonymous.Get("/health/live")).MustBe(200);
        (await _anonymous.Get("/health/ready")).MustBe(200);
    }

    [Fact]
    public async Task The_OpenAPI_document_describes_the_whole_api()
    {
        var document = (await _anonymous.Get("/openapi/v1.json")).MustBe(200);
        document["openapi"].GetString()!.ShouldStartWith("3.1");
        var operations = document["paths"]
            .EnumerateObject()
            .SelectMany(path =>
                path.Value.EnumerateObject()
                    .Where(o => o.Value.ValueKind == JsonValueKind.Object && o.Name is "get" or "post" or "put" or "delete")
                    .Select(o => (Name: $"{o.Name} {path.Name}", o.Value))
            )
            .ToList();
        operations.Count.ShouldBeGreaterThan(45);
        operations.Where(o => !o.Value.TryGetProperty("operationId", out _)).Select(o => o.Name).ShouldBeEmpty("operations without a name");
        operations.ShouldAllBe(o => o.Name.Contains("/api/v1/"));
        operations
            .GroupBy(o => o.Value.GetProperty("operationId").GetString())
            .Where(g => g.Count() > 1)
            .Select(g => g.Key)
            .ShouldBeEmpty();
        (await _anonymous.Get("/swagger/index.html")).MustBe(200);
    }

    [Fact]
    public async Task A_key_in_the_query_string_is_ignored() =>
        (await _anonymous.Get($"/api/v1/commitments?X-Api-Key={TrackerHost.BootstrapKey}")).Status.ShouldBe(
            (int)HttpStatusCode.Unauthorized
        );
}
