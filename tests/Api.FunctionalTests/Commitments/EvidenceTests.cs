using System.Net.Http.Headers;
using System.Security.Cryptography;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Infrastructure.Persistence;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.Commitments;

public sealed class EvidenceOnSqlite(OnSqlite fixture) : EvidenceTests(fixture), IClassFixture<OnSqlite>;

public sealed class EvidenceOnPostgreSql(OnPostgreSql fixture) : EvidenceTests(fixture), IClassFixture<OnPostgreSql>;

public abstract class EvidenceTests(HostFixture fixture)
{
    private static readonly byte[] Pdf = "%PDF-1.7\nA register."u8.ToArray();
    private readonly TrackerHost _host = fixture.Host;

    [DatabaseFact]
    public async Task A_file_is_stored_under_its_hash_and_downloaded_unchanged()
    {
        var world = await World.Create(_host);
        var (id, report) = await Reported(world);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Pdf));

        var added = (
            await world
                .As("reporter")
                .Post(report + "/evidence", Bodies.Evidence(Pdf, "../Übersicht „Q3“.exe", "Register of October", "text/html"))
        ).MustBe(201);
        added["kind"].GetString().ShouldBe("file");
        added["title"].GetString().ShouldBe("Register of October");
        added["fileName"].GetString().ShouldBe("Übersicht „Q3“.pdf");
        added["contentType"].GetString().ShouldBe("application/pdf", "detected from the content, not taken from the request");
        (added["size"].GetInt64(), added["sha256"].GetString(), added["isDead"].GetBoolean()).ShouldBe((Pdf.Length, hash, false));
        added["addedAt"].GetDateTimeOffset().ShouldBe(_host.Clock.Now);

        var got = (await world.As("board").Get(added.Headers.Location!.ToString())).MustBe(200);
        got.Text.ShouldBe(System.Text.Encoding.UTF8.GetString(Pdf));
        got.MediaType.ShouldBe("application/pdf");
        var disposition = got.ContentHeaders.ContentDisposition!;
        disposition.DispositionType.ShouldBe("attachment");
        disposition.FileNameStar.ShouldBe("Übersicht „Q3“.pdf");
        disposition.FileName!.ShouldAllBe(c => c < 128);
        got.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        got.Headers.GetValues("Content-Security-Policy").Single().ShouldBe("default-src 'none'; sandbox");
        got.Tag.ShouldBe($"\"{hash}\"");

        var listed = (await world.As("board").Get(report))["evidence"].EnumerateArray().ToList();
        listed.Select(e => e.GetProperty("kind").GetString()).ShouldBe(["link", "file"]);
        listed[0].GetProperty("url").GetString().ShouldBe("https://example.org/register.pdf");
        var entry = (await world.As("board").Get(World.Url(id) + "/history")).Items[0];
        entry.GetProperty("event").GetString().ShouldBe("evidenceAdded");
        entry.GetProperty("text").GetString()!.ShouldContain(hash);
        entry.GetProperty("data").GetProperty("evidenceId").GetString().ShouldBe(added.Id);
    }

    [DatabaseFact]
    public async Task Files_with_the_same_content_are_stored_once()
    {
        var world = await World.Create(_host);
        var content = Guid.NewGuid().ToByteArray().Select(b => (byte)('a' + (b % 26))).ToArray();
        foreach (var name in new[] { "one.txt", "two.txt" })
        {
            var (_, report) = await Reported(world);
            (await world.Secretariat.Post(report + "/evidence", Bodies.Evidence(content, name)))
                .MustBe(201)["title"]
                .GetString()
                .ShouldBe(name);
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        Directory.GetFiles(_host.Folder, hash + "*", SearchOption.AllDirectories).ShouldHaveSingleItem().ShouldEndWith(hash);
    }

    [DatabaseFact]
    public async Task Files_that_could_run_as_programs_are_refused_whatever_their_name()
    {
        var world = await World.Create(_host);
        var (id, report) = await Reported(world);
        foreach (
            var content in new[]
            {
                "<html><script>alert(1)</script>"u8.ToArray(),
                "<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray(),
                [0x4D, 0x5A, 0x90, 0x00],
            }
        )
        {
            var refused = (
                await world
                    .As("officer")
                    .Post(report + "/evidence", Bodies.Evidence(content, "register.pdf", contentType: "application/pdf"))
            ).MustRefuse(422, "commitment.evidenceTypeRefused", "file");
            foreach (var allowed in new[] { "PDF", "PNG", "docx", "ods", "CSV" })
                refused["title"].GetString()!.ShouldContain(allowed);
        }

        (await world.As("officer").Post(report + "/evidence", Bodies.Evidence([]))).MustRefuse(422, "commitment.evidenceEmpty", "file");
        (await world.As("officer").Get(report))["evidence"].GetArrayLength().ShouldBe(1, "a refusal keeps nothing");
        (await world.As("officer").Get(World.Url(id) + "/history")).Items[0].GetProperty("event").GetString().ShouldBe("progressReported");
    }

    [DatabaseFact]
    public async Task A_reviewed_progress_report_accepts_no_more_evidence()
    {
        var world = await World.Create(_host);
        using var reviewer = _host.Client(await _host.Key(world.Organization(Whose.Partners), "reviewer"));
        var (_, accepted) = await Reported(world);
        (await reviewer.Post(accepted + "/accept")).MustBe(200);
        (await world.As("reporter").Post(accepted + "/evidence", Bodies.Evidence())).MustRefuse(422, "commitment.reportDecided");
        var (_, returned) = await Reported(world);
        (await reviewer.Post(returned + "/return", new { reason = "Which clinics?" })).MustBe(200);
        (await world.As("reporter").Post(returned + "/evidence", Bodies.Evidence())).MustRefuse(422, "commitment.reportDecided");
    }

    [DatabaseFact]
    public async Task A_supporting_organization_may_add_evidence_too()
    {
        var world = await World.Create(_host);
        var (id, report) = await Reported(world, Whose.Partners);
        (await world.As("reporter").Post(report + "/evidence", Bodies.Evidence())).MustRefuse(403, "access.notYourOrganization");
        await _host.Send(new AddSupporter(id, world.Organization(Whose.Own)));
        (await world.As("reporter").Post(report + "/evidence", Bodies.Evidence())).MustBe(201);
    }

    [DatabaseFact]
    public async Task A_progress_report_of_another_commitment_is_not_found()
    {
        var world = await World.Create(_host);
        var (_, report) = await Reported(world);
        var other = await world.Active(Whose.Own);
        (await world.As("reporter").Post($"{other}/reports/{report.Split('/')[^1]}/evidence", Bodies.Evidence())).MustRefuse(
            404,
            "progressReport.notFound"
        );
    }

    [DatabaseFact]
    public async Task The_number_of_evidence_files_and_links_is_limited()
    {
        var world = await World.Create(_host);
        var id = await world.ActiveId(Whose.Own);
        var links = Enumerable
            .Range(1, ProgressReport.MaxEvidence - 1)
            .Select(i => new { title = "Link", url = $"https://example.org/{i}" });
        var reports = World.Url(id) + "/reports";
        var sent = (await world.As("reporter").Post(reports, Bodies.Progress().With("evidence", links))).MustBe(201);
        var report = $"{reports}/{sent.Id}";
        (await world.As("reporter").Post(report + "/evidence", Bodies.Evidence())).MustBe(201);
        (await world.As("reporter").Post(report + "/evidence", Bodies.Evidence())).MustRefuse(422, "commitment.tooMuchEvidence");
    }

    [DatabaseFact]
    public async Task A_form_without_a_file_is_malformed()
    {
        var world = await World.Create(_host);
        var (_, report) = await Reported(world);
        using var empty = new MultipartFormDataContent { { new StringContent("x"), "title" } };
        (await world.As("reporter").Post(report + "/evidence", empty)).MustRefuse(400, "form.required", "file");
        (await world.As("reporter").Post(report + "/evidence", Bodies.Evidence(title: new string('x', 301)))).MustRefuse(
            400,
            "request.invalid",
            "title"
        );
        (await world.As("reporter").Post(report + "/evidence", new { file = "no form" })).Status.ShouldBeOneOf(400, 415);
    }

    [DatabaseFact]
    public async Task Evidence_is_not_found_by_callers_who_may_not_see_the_commitment()
    {
        var world = await World.Create(_host);
        var (id, report) = await Reported(world, Whose.Strangers);
        var file = (await world.Secretariat.Post(report + "/evidence", Bodies.Evidence())).MustBe(201);
        var link = (await _host.Send(new GetProgressReport(id, new ProgressReportId(Guid.Parse(report.Split('/')[^1]))))).Evidence[0].Id;
        (await world.As("officer").Get($"/api/v1/evidence/{file.Id}/content")).MustRefuse(404, "evidenceFile.notFound");
        (await world.As("officer").Get($"/api/v1/evidence/{Guid.NewGuid()}/content")).MustRefuse(404, "evidenceFile.notFound");
        (await world.Secretariat.Get($"/api/v1/evidence/{link}/content")).MustRefuse(404, "evidenceFile.notFound");
        (await world.As("community").Get($"/api/v1/evidence/{file.Id}/content")).MustBe(404);
        (await world.Secretariat.Post($"/api/v1/partnerships/{world.Partnership(Whose.Strangers).Value}/publish")).MustBe(200);
        (await world.As("community").Get($"/api/v1/evidence/{file.Id}/content")).MustBe(200);
    }

    [DatabaseFact]
    public async Task The_page_shows_files_and_links_and_marks_broken_links()
    {
        var world = await World.Create(_host);
        var (id, report) = await Reported(world);
        var file = (await world.As("reporter").Post(report + "/evidence", Bodies.Evidence(Pdf, "register.pdf"))).MustBe(201);
        await _host.Db(async db =>
        {
            var link = await db.Evidence.SingleAsync(e =>
                e.Url != null && db.ProgressReports.Any(r => r.Id == e.ReportId && r.CommitmentId == id)
            );
            link.Checked(LinkCheck.Gone, TestClock.Instant("2026-11-05T03:00:00Z"));
            link.Checked(LinkCheck.Gone, TestClock.Instant("2026-11-12T03:00:00Z"));
            return await db.SaveChangesAsync();
        });

        var page = new HtmlParser().ParseDocument((await world.As("board").Get($"/commitments/{id.Value}")).MustBe(200).Text);
        var lines = page.QuerySelectorAll("#reports .links li");
        lines.Length.ShouldBe(2);
        lines[0].QuerySelector("a")!.GetAttribute("href").ShouldBe("https://example.org/register.pdf");
        lines[0].TextContent.ShouldContain("link to example.org");
        lines[0].TextContent.ShouldContain("link does not work, checked on 12 Nov 2026");
        lines[1].TextContent.ShouldContain("File: PDF, 20 B, SHA-256 ");
        lines[1].TextContent.ShouldContain(file["sha256"].GetString()![..12]);
        var download = lines[1].QuerySelector("a")!.GetAttribute("href")!;
        var got = (await world.As("board").Get(download)).MustBe(200);
        got.ContentHeaders.ContentDisposition!.DispositionType.ShouldBe("attachment");
        (await world.Anonymous.Get(download)).MustBe(401);
    }

    private static async Task<(CommitmentId Commitment, string Report)> Reported(World world, Whose whose = Whose.Own)
    {
        var id = await world.ActiveId(whose);
        return (
            id,
            $"{World.Url(id)}/reports/{(await world.Secretariat.Post(World.Url(id) + "/reports", Bodies.Progress())).MustBe(201).Id}"
        );
    }
}

/// <summary>Over a real connection, because the server itself stops reading a body that is too large.</summary>
public sealed class EvidenceSizeTests
{
    [Fact]
    public async Task A_file_above_the_limit_is_refused_and_not_stored()
    {
        await using var host = await TrackerHost.StartAsync(
            DatabaseProvider.Sqlite,
            new Dictionary<string, string> { ["Evidence:MaxMegabytes"] = "1" },
            onKestrel: true
        );
        var world = await World.Create(host);
        var id = await world.ActiveId(Whose.Own);
        var report = $"{World.Url(id)}/reports/{(await host.ReportComplete(id, "2026-11-20")).Value}/evidence";
        foreach (var size in new[] { 1_000_001, 3_000_000 })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, report) { Content = Bodies.Evidence(Text(size)) };
            request.Headers.ExpectContinue = true;
            var refused = (await world.Secretariat.Ask(request)).MustRefuse(413, "commitment.evidenceTooLarge", "file");
            refused["title"].GetString()!.ShouldContain("1 MB");
        }

        var files = new DirectoryInfo(Path.Combine(host.Folder, "files"));
        (files.Exists ? files.GetFiles("*", SearchOption.AllDirectories).Where(f => f.Directory!.Name != "keys") : []).ShouldBeEmpty();
        (await world.Secretariat.Post(report, Bodies.Evidence(Text(1_000_000)))).MustBe(201);
    }

    private static byte[] Text(int size) => [.. Enumerable.Repeat((byte)'a', size)];
}
