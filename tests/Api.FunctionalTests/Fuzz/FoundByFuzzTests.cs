using System.Text;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.Fuzz;

public sealed class FoundByFuzzOnSqlite(OnSqlite fixture) : FoundByFuzzTests(fixture), IClassFixture<OnSqlite>;

public sealed class FoundByFuzzOnPostgreSql(OnPostgreSql fixture) : FoundByFuzzTests(fixture), IClassFixture<OnPostgreSql>;

/// <summary>Errors that the fuzzer found, each with the smallest request that reproduces it.</summary>
public abstract class FoundByFuzzTests(HostFixture fixture)
{
    private readonly HttpClient _secretariat = fixture.Host.Client();

    [DatabaseFact]
    public async Task The_history_shows_a_change_of_a_field_that_was_empty()
    {
        var id = await fixture.Host.Organization("Without a website");
        (
            await _secretariat.Put(
                $"/api/v1/organizations/{id.Value}",
                Bodies.Organization("With one").With("website", "https://example.org")
            )
        ).MustBe(200);
        var line = (await _secretariat.Get($"/api/v1/history?organizationId={id.Value}&event=organizationChanged"))
            .MustBe(200)
            .Items.ShouldHaveSingleItem();
        line.GetProperty("text").GetString()!.ShouldContain("https://example.org");
        (await _secretariat.Get($"/api/v1/history.csv?organizationId={id.Value}")).MustBe(200).Text.ShouldContain("https://example.org");
    }

    [DatabaseTheory]
    [InlineData(null)]
    [InlineData("once")]
    public async Task A_form_that_ends_too_early_is_malformed(string? idempotencyKey)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/imports")
        {
            Content = new ByteArrayContent(
                "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\nid,na"u8.ToArray()
            ),
        };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=x");
        if (idempotencyKey is not null)
            request.Headers.Add("Idempotency-Key", idempotencyKey);
        (await _secretariat.Ask(request)).MustRefuse(400, "request.form");
    }

    [DatabaseTheory]
    [InlineData("1")]
    [InlineData("{\"partnership\":1}")]
    [InlineData("{\"partnership\":{\"name\":\"P\",\"startDate\":\"2026-02-30\"}}")]
    public async Task The_error_for_an_unreadable_profile_names_no_types_of_the_program(string profile)
    {
        var refusal = (await _secretariat.Post("/api/v1/imports", Bodies.Import(profile: profile))).MustRefuse(
            400,
            "import.profileInvalid",
            "profile"
        );
        refusal.Text.ShouldNotContain("System.");
        refusal.Text.ShouldNotContain("PartnershipTracker.");
    }

    [DatabaseTheory]
    [InlineData("/api/v1/organizations?sourceId=a%00b")]
    [InlineData("/api/v1/organizations?sourceId=a&sourceId=%00")]
    [InlineData("/commitments?q=%00")]
    public async Task Invalid_text_in_the_address_is_refused(string path) =>
        (await _secretariat.Get(path)).MustRefuse(400, "request.invalid");

    [DatabaseTheory]
    [InlineData("{\"title\":\"\\ud800\"}")]
    [InlineData("{\"title\":\"A\",\"title\":\"B\"}")]
    [InlineData("{\"measure\":{\"unit\":\"A\",\"unit\":\"B\"}}")]
    public async Task A_patch_with_an_unpaired_surrogate_or_a_duplicate_member_is_malformed(string patch)
    {
        var organization = await fixture.Host.Organization("Patcher");
        var draft = await fixture.Host.Draft(
            await fixture.Host.ActivePartnership(organization, await fixture.Host.Organization("Partner")),
            organization,
            "2027-06-30"
        );
        using var content = new StringContent(patch, Encoding.UTF8, "application/merge-patch+json");
        (await _secretariat.Ask(HttpMethod.Patch, World.Url(draft), content)).Status.ShouldBe(400);
    }

    [DatabaseFact]
    public async Task An_unknown_charset_is_refused_as_an_unsupported_media_type()
    {
        using var content = new ByteArrayContent("{}"u8.ToArray());
        content.Headers.TryAddWithoutValidation("Content-Type", "application/json; charset=nonsense");
        (await _secretariat.Ask(HttpMethod.Post, "/api/v1/accountability-reports/schedules", content)).MustRefuse(415, "http.415");
    }

    [DatabaseFact]
    public async Task A_cursor_with_invalid_text_is_refused()
    {
        var cursor = Convert.ToBase64String(Encoding.UTF8.GetBytes("""{"Key":"a\u0000","Seq":1}""")).TrimEnd('=');
        (await _secretariat.Get("/api/v1/organizations?cursor=" + cursor)).MustRefuse(400, "request.cursor");
    }

    [DatabaseTheory]
    [InlineData("A\uFFFEB", "form.controlCharacters")]
    [InlineData("A\u2028B", "form.oneLine")]
    [InlineData("A\nB", "form.oneLine")]
    public async Task A_name_that_is_not_one_line_of_text_is_refused_by_its_field(string name, string code)
    {
        var refusal = (await _secretariat.Post("/api/v1/organizations", Bodies.Organization(name))).MustRefuse(
            400,
            "request.invalid",
            "name"
        );
        refusal["violations"][0].GetProperty("code").GetString().ShouldBe(code);
        (await _secretariat.Get("/api/v1/organizations?q=" + Uri.EscapeDataString(name))).MustRefuse(400, "request.invalid", "q");
    }

    [DatabaseTheory]
    [InlineData("1899-12-31")]
    [InlineData("9999-12-31")]
    public async Task A_date_outside_the_range_is_refused_with_its_bounds(string day)
    {
        var refusal = (await _secretariat.Post("/api/v1/partnerships", Bodies.Partnership().With("startDate", day))).MustRefuse(
            400,
            "request.invalid",
            "startDate"
        );
        refusal.Text.ShouldContain("1900-01-01 to 2200-12-31");
    }
}
