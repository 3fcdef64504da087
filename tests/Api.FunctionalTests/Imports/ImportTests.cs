using System.Text.Json;
using PartnershipTracker.Application.Imports;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.Imports;

public sealed class ImportsOnSqlite(OnSqlite fixture) : ImportTests(fixture), IClassFixture<OnSqlite>;

public sealed class ImportsOnPostgreSql(OnPostgreSql fixture) : ImportTests(fixture), IClassFixture<OnPostgreSql>;

public abstract class ImportTests(HostFixture fixture)
{
    private const string Imports = "/api/v1/imports";
    private readonly TrackerHost _host = fixture.Host;
    private readonly HttpClient _secretariat = fixture.Host.Client();

    [DatabaseFact]
    public async Task A_file_is_received_at_once_and_imported_by_a_job()
    {
        var id = Guid.NewGuid().ToString("n")[..8];
        var csv =
            $"id,name,due\n{id}-1,Dhaka North,2027\n{id}-2,,2027\n{id}-3,Khulna,soon\n{id}-1,Twice,2028\n{id}-4,"
            + $"\"=HYPERLINK(\"\"x\"\")\",2029\n";
        var started = (await _secretariat.Post(Imports, Bodies.Import(csv))).MustBe(202);
        started["state"].GetString().ShouldBe("queued");
        started.Headers.Location!.ToString().ShouldBe($"{Imports}/{started.Id}");

        await _host.Send(new RunImports());

        var done = (await _secretariat.Get($"{Imports}/{started.Id}")).MustBe(200);
        done["state"].GetString().ShouldBe("completed");
        (
            done["rows"].GetInt32(),
            done["imported"].GetInt32(),
            done["refused"].GetInt32(),
            done["unchanged"].GetInt32(),
            done["warnings"].GetInt32()
        ).ShouldBe((5, 2, 3, 0, 0));
        done.Items.Select(i => (i.GetProperty("line").GetInt32(), i.GetProperty("field").GetString(), i.GetProperty("code").GetString()))
            .ShouldBe([
                (3, "organization.name", "import.required"),
                (3, "title", "import.required"),
                (4, "dueDate", "import.date"),
                (5, "sourceId", "import.duplicateSourceId"),
            ]);
        done.Items.ShouldAllBe(i => i.GetProperty("message").GetString()!.Length > 5);
        (await _secretariat.All($"{Imports}/{started.Id}/items", 1)).Count.ShouldBe(4);

        var commitment = (
            await _secretariat.Get($"/api/v1/commitments?q={Uri.EscapeDataString("=HYPERLINK")}")
        ).Items.ShouldHaveSingleItem();
        commitment.GetProperty("status").GetString().ShouldBe("active");
        commitment.GetProperty("title").GetString().ShouldBe("=HYPERLINK(\"x\") by 2029", "cells are data");
        var history = (await _secretariat.Get($"/api/v1/commitments/{commitment.GetProperty("id")}/history")).Items.ShouldHaveSingleItem();
        history.GetProperty("event").GetString().ShouldBe("commitmentImported");
        history.GetProperty("by").GetString().ShouldBe("The secretariat");
    }

    [DatabaseFact]
    public async Task A_dry_run_reports_the_result_and_saves_nothing()
    {
        var name = Guid.NewGuid().ToString("n");
        var profile = Bodies.ImportProfile.Replace("Imported pledges", name, StringComparison.Ordinal);
        using var file = Bodies.Import($"id,name,due\n{name},A city,2027\n", profile);
        var started = (await _secretariat.Post(Imports + "?dryRun=true", file)).MustBe(202);
        await _host.Send(new RunImports());

        var done = (await _secretariat.Get($"{Imports}/{started.Id}")).MustBe(200);
        done["dryRun"].GetBoolean().ShouldBeTrue();
        (done["state"].GetString(), done["imported"].GetInt32()).ShouldBe(("completed", 1));
        (await _secretariat.Get($"/api/v1/partnerships?q={name}")).Items.ShouldBeEmpty();
        (await _secretariat.Get($"/api/v1/organizations?sourceId={name}")).Items.ShouldBeEmpty();
    }

    [DatabaseFact]
    public async Task The_same_file_again_changes_nothing_and_a_different_due_date_is_only_a_warning()
    {
        var id = Guid.NewGuid().ToString("n")[..8];
        foreach (var (due, unchanged, warnings) in new[] { (2027, 0, 0), (2027, 1, 0), (2030, 1, 2) })
        {
            var started = (await _secretariat.Post(Imports, Bodies.Import($"id,name,due\n{id},A city,{due}\n"))).MustBe(202);
            await _host.Send(new RunImports());
            var done = (await _secretariat.Get($"{Imports}/{started.Id}")).MustBe(200);
            (done["unchanged"].GetInt32(), done["warnings"].GetInt32()).ShouldBe((unchanged, warnings));
        }

        var organization = (await _secretariat.Get($"/api/v1/organizations?sourceId={id}")).Items.ShouldHaveSingleItem().GetProperty("id");
        (await _secretariat.Get($"/api/v1/commitments?organizationId={organization}"))
            .Items.ShouldHaveSingleItem()
            .GetProperty("dueDate")
            .GetString()
            .ShouldBe("2027-12-31");
    }

    [DatabaseTheory]
    [InlineData("{}", "import.profileInvalid")]
    [InlineData("not json", "import.profileInvalid")]
    [InlineData("{\"unknown\":1}", "import.profileInvalid")]
    [InlineData("{\"partnership\":{\"name\":\"A\\u0000B\",\"startDate\":\"2026-01-01\"},@}", "import.profileInvalid")]
    [InlineData("{\"partnership\":{\"name\":\"A\\ud800\",\"startDate\":\"2026-01-01\"},@}", "import.profileInvalid")]
    [InlineData("{\"partnership\":{\"name\":\"Two\\nlines\",\"startDate\":\"2026-01-01\"},@}", "import.profileInvalid")]
    [InlineData("{\"partnership\":{\"name\":\"A\",\"startDate\":\"9999-12-31\"},@}", "import.profileInvalid")]
    [InlineData("{\"partnership\":{\"name\":\"A\",\"startDate\":\"2026-01-01\"},#}", "import.profileInvalid")]
    public async Task A_profile_that_cannot_be_read_is_refused(string profile, string code)
    {
        // The rest of a valid profile after the partnership, and the same with a column that no file can have.
        var rest = Bodies
            .ImportProfile[Bodies.ImportProfile.IndexOf("\"organization\"", StringComparison.Ordinal)..]
            .TrimEnd()
            .TrimEnd('}');
        profile = profile
            .Replace("@", rest, StringComparison.Ordinal)
            .Replace("#", rest.Replace("{due}", "{du\\u0000e}", StringComparison.Ordinal), StringComparison.Ordinal);
        (await _secretariat.Post(Imports, Bodies.Import(profile: profile))).MustRefuse(400, code, "profile");
    }

    [DatabaseFact]
    public async Task A_file_is_required_and_without_a_profile_it_needs_the_heading_of_the_template()
    {
        using var noFile = new MultipartFormDataContent { { new StringContent(Bodies.ImportProfile), "profile" } };
        (await _secretariat.Post(Imports, noFile)).MustRefuse(400, "import.fileRequired", "file");
        using var noProfile = new MultipartFormDataContent { { new StringContent("id\n"), "file", "a.csv" } };
        (await _secretariat.Post(Imports, noProfile)).MustRefuse(422, "import.heading", "file");
        (await _secretariat.Post(Imports, new { file = "no form" })).Status.ShouldBeOneOf(400, 415);
    }

    [DatabaseTheory]
    [InlineData("id,name\nA,B\n", "import.columnMissing")]
    [InlineData("", "import.columnMissing")]
    public async Task A_file_that_does_not_fit_its_profile_fails_as_a_whole_and_says_why(string csv, string code)
    {
        var started = (await _secretariat.Post(Imports, Bodies.Import(csv))).MustBe(202);
        await _host.Send(new RunImports());
        var failed = (await _secretariat.Get($"{Imports}/{started.Id}")).MustBe(200);
        failed["state"].GetString().ShouldBe("failed", code);
        failed["failure"].GetString().ShouldNotBeNullOrWhiteSpace();
    }

    [DatabaseFact]
    public async Task A_file_that_is_not_utf8_fails_and_says_so()
    {
        using var latin = new MultipartFormDataContent
        {
            { new ByteArrayContent([.. "id,name,due\nA,Z"u8, 0xFC, .. "rich,2027\n"u8]), "file", "latin1.csv" },
            { new StringContent(Bodies.ImportProfile), "profile" },
        };
        var started = (await _secretariat.Post(Imports, latin)).MustBe(202);
        await _host.Send(new RunImports());
        var failed = (await _secretariat.Get($"{Imports}/{started.Id}")).MustBe(200);
        failed["state"].GetString().ShouldBe("failed");
        failed["failure"].GetString()!.ShouldContain("UTF-8");
    }

    [DatabaseFact]
    public async Task A_heading_with_a_byte_order_mark_and_quoted_line_breaks_is_read()
    {
        var id = Guid.NewGuid().ToString("n")[..8];
        var profile = Bodies.ImportProfile.Replace("\"title\"", "\"description\": \"{text}\", \"title\"", StringComparison.Ordinal);
        var csv = $"\uFEFFid,name,due,text\r\n{id},A city,2027,\"Two\r\nlines\"\r\n{id}x,,2027,\r\n{id}y,\"Two\r\nnames\",2027,\r\n";
        var started = (await _secretariat.Post(Imports, Bodies.Import(csv, profile))).MustBe(202);
        await _host.Send(new RunImports());
        var done = (await _secretariat.Get($"{Imports}/{started.Id}")).MustBe(200);
        (done["imported"].GetInt32(), done["refused"].GetInt32()).ShouldBe((1, 2), done.Text);
        done.Items[0].GetProperty("line").GetInt32().ShouldBe(4, "the line of the file, not the number of the row");
        done.Items[^1].GetProperty("line").GetInt32().ShouldBe(5);
        done.Items[^1].GetProperty("code").GetString().ShouldBe("form.oneLine", "a name is one line");
    }
}
