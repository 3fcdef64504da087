using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using PartnershipTracker.Application.Accountability;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Exports;
using PartnershipTracker.Application.Organizations;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.Exports;

public sealed class ExportsOnSqlite() : ExportTests(Infrastructure.Persistence.DatabaseProvider.Sqlite);

public sealed class ExportsOnPostgreSql() : ExportTests(Infrastructure.Persistence.DatabaseProvider.PostgreSql);

public abstract class ExportTests(Infrastructure.Persistence.DatabaseProvider provider) : IAsyncLifetime
{
    private const string Exports = "/api/v1/exports/";
    private TrackerHost _host = null!;
    private World _world = null!;

    public async Task InitializeAsync()
    {
        _host = await TrackerHost.StartAsync(provider);
        _world = await World.Create(_host);
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [DatabaseFact]
    public async Task Each_table_contains_what_the_caller_may_see_and_has_filtered()
    {
        foreach (var whose in Enum.GetValues<Whose>())
        {
            var id = await _host.ActiveCommitment(
                _world.Partnership(whose),
                _world.Organization(whose),
                "2026-11-01",
                whose.ToString(),
                "2026-10-01"
            );
            await _host.Send(
                new ReportProgress(
                    id,
                    TestClock.Day("2026-11-20"),
                    "=cmd|' /C calc'!A0",
                    12.5m,
                    Evidence: [new("Register", "https://example.org/r")]
                )
            );
        }

        await _host.Send(new Sweep());
        foreach (var (table, each) in new[] { ("commitments", 1), ("milestones", 1), ("reports", 1), ("flags", 2) })
        {
            (await Rows(_world.Secretariat, table)).Count.ShouldBe(3 * each, table);
            (await Rows(_world.As("officer"), table))
                .Select(row => row.GetValueOrDefault("commitment", row.GetValueOrDefault("title", "")))
                .Distinct()
                .ShouldBe(["Own", "Partners"], table);
            (await Rows(_world.As("community"), table)).ShouldBeEmpty(table);
            (await Rows(_world.Secretariat, table, $"?organizationId={_world.Organization(Whose.Strangers).Value}")).Count.ShouldBe(
                each,
                table
            );
        }

        (await Rows(_world.Secretariat, "commitments", "?overdue=true&q=strang")).ShouldHaveSingleItem()["isOverdue"].ShouldBe("true");
        (await Rows(_world.Secretariat, "flags", "?kind=milestoneOverdue&open=true")).Count.ShouldBe(3);
        (await Rows(_world.Secretariat, "milestones", "?dueFrom=2026-11-02")).ShouldBeEmpty();
        var report = (await Rows(_world.As("officer"), "reports"))[0];
        (report["narrative"], report["value"], report["status"], report["reporter"], report["evidence"], report["asOf"]).ShouldBe(
            ("'=cmd|' /C calc'!A0", "12.5", "submitted", "Own", "https://example.org/r", "2026-11-20")
        );
    }

    [DatabaseFact]
    public async Task A_list_is_exported_whole_with_its_filters_and_the_fields_of_its_answer()
    {
        var own = _world.Organization(Whose.Own);
        for (var i = 0; i < Application.Common.Paging.MaxLimit + 5; i++)
            await _host.Send(new RegisterOrganization($"=Network {i}", "22", "BD", "Asia/Dhaka"));
        var found = await Rows(_world.Secretariat, "organizations", "?q=network&limit=1&cursor=nothing");
        found.Count.ShouldBe(Application.Common.Paging.MaxLimit + 5);
        found.Select(row => row["name"]).Distinct().Count().ShouldBe(found.Count);
        (found[0]["name"][..2], found[0]["sector"], found[0]["isCommunity"]).ShouldBe(("'=", "civilSociety", "false"));
        found[0].Keys.ShouldBe((await _world.Secretariat.Get("/api/v1/organizations")).Items[0].EnumerateObject().Select(f => f.Name));

        var id = await _host.ActiveCommitment(_world.Partnership(Whose.Own), own, "2026-11-01", "Late", "2026-10-01");
        await _host.Send(new RecordPayment(id, 1200.50m, "CHF", TestClock.Day("2026-06-30")));
        var request = await _host.Send(
            new RequestChange(id, new ChangeTerms(TestClock.Day("2027-01-31"), ChangeReason.Funding, "Later money."))
        );
        await _host.Send(new ReportProgress(id, TestClock.Day("2026-11-02"), "Begun."));
        (await Rows(_world.As("officer"), $"commitments/{id.Value}/payments")).ShouldHaveSingleItem()["amount"].ShouldBe("1200.5");
        (await Rows(_world.As("officer"), $"commitments/{id.Value}/change-requests", "?status=approved")).ShouldBeEmpty();
        (await Rows(_world.As("officer"), $"commitments/{id.Value}/change-requests", "?status=requested"))
            .ShouldHaveSingleItem()["id"]
            .ShouldBe($"{request.Value}");
        (await Rows(_world.As("officer"), $"commitments/{id.Value}/reports")).ShouldHaveSingleItem()["narrative"].ShouldBe("Begun.");
        (await Rows(_world.As("officer"), "overdue-milestones")).ShouldHaveSingleItem()["commitmentTitle"].ShouldBe("Late");
        (await Rows(_world.Secretariat, "reviews", "?kind=changeRequest")).ShouldHaveSingleItem()["commitmentTitle"].ShouldBe("Late");
        (await Rows(_world.Secretariat, "reviews", "?kind=completion")).ShouldBeEmpty();
        (await Rows(_world.As("officer"), "partnerships")).ShouldAllBe(row => row["sdgTargets"] == "SDG 17.16");
        (await Rows(_world.As("officer"), "history", $"?commitmentId={id.Value}&event=changeRequestSubmitted")).ShouldHaveSingleItem();

        // No secret is among the columns.
        (await Rows(_world.As("officer"), $"organizations/{own.Value}/api-keys"))[0]
            .Keys.ShouldNotContain("key");
        (await Rows(_world.As("officer"), $"organizations/{own.Value}/contacts"))[0]["email"].ShouldBe("focal@example.org");
        (await Rows(_world.As("officer"), $"partnerships/{_world.Partnership(Whose.Own).Value}/members", "?role=lead"))
            .ShouldHaveSingleItem()["organizationId"]
            .ShouldBe($"{own.Value}");
    }

    [DatabaseFact]
    public async Task A_refused_export_is_a_problem_and_no_file()
    {
        foreach (var format in new[] { "csv", "xlsx" })
        {
            var refused = (await _world.As("reporter").Get($"{Exports}people.{format}")).MustBe(403);
            refused.Json.GetProperty("code").GetString().ShouldBe("access.notAllowed");
            (await _world.As("community").Get($"{Exports}commitments/{Guid.NewGuid()}/payments.{format}")).MustBe(404);
            (await _world.As("officer").Get($"{Exports}organizations.{format}?sector=nothing")).MustBe(400);
        }
    }

    [DatabaseFact]
    public async Task Days_that_spreadsheets_cannot_hold_are_texts_in_a_workbook()
    {
        await _host.ActiveCommitment(
            _world.Partnership(Whose.Own),
            _world.Organization(Whose.Own),
            "2200-12-31",
            "Old and new",
            "1900-01-31",
            "1900-03-01",
            "2200-12-31"
        );
        using var document = SpreadsheetDocument.Open(
            new MemoryStream(await _world.Secretariat.GetByteArrayAsync(new Uri(Exports + "milestones.xlsx", UriKind.Relative))),
            isEditable: false
        );
        var cells = document.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Cell>().Select(cell => cell.InnerText).ToList();
        cells.ShouldContain("1900-01-31", "Excel would show it a day off");
        cells.ShouldContain("61", "1 March 1900, counted from 31 December 1899 with the leap day that Excel invents");
        cells.ShouldContain("109939", "31 December 2200");
    }

    [DatabaseFact]
    public async Task A_workbook_is_valid_and_its_cells_have_types()
    {
        await _host
            .ActiveCommitment(_world.Partnership(Whose.Own), _world.Organization(Whose.Own), "2027-06-30", "=1+1 \u0001", "2027-01-31")
            .ShouldThrowAsync<FluentValidation.ValidationException>();
        await _host.ActiveCommitment(
            _world.Partnership(Whose.Own),
            _world.Organization(Whose.Own),
            "2027-06-30",
            "=1+1 \uFFFF",
            "2027-01-31"
        );
        foreach (
            var path in new[]
            {
                Exports + "commitments.xlsx",
                Exports + "milestones.xlsx",
                Exports + "reports.xlsx",
                Exports + "flags.xlsx",
                "/api/v1/imports/template.xlsx",
            }
        )
        {
            using var book = SpreadsheetDocument.Open(
                new MemoryStream(await _world.Secretariat.GetByteArrayAsync(new Uri(path, UriKind.Relative))),
                isEditable: false
            );
            new OpenXmlValidator().Validate(book).Select(e => $"{path}: {e.Part?.Uri} {e.Description}").ShouldBeEmpty();
        }

        using var document = SpreadsheetDocument.Open(
            new MemoryStream(await _world.Secretariat.GetByteArrayAsync(new Uri(Exports + "commitments.xlsx", UriKind.Relative))),
            isEditable: false
        );
        var sheet = document.WorkbookPart!.WorksheetParts.Single().Worksheet;
        sheet.Descendants<Pane>().Single().State!.Value.ShouldBe(PaneStateValues.Frozen);
        var (heading, row) = (sheet.Descendants<Row>().First(), sheet.Descendants<Row>().Last());
        Cell Of(string column) =>
            row.Elements<Cell>()
                .Single(c =>
                    c.CellReference!.Value!.TrimEnd('0', '1', '2', '3')
                    == heading.Elements<Cell>().Single(h => h.InnerText == column).CellReference!.Value!.TrimEnd('1')
                );
        (Of("title").DataType!.Value, Of("title").InnerText).ShouldBe((CellValues.InlineString, "'=1+1 \uFFFD"));
        (Of("dueDate").DataType, Of("dueDate").CellValue!.Text).ShouldBe(
            (null, new DateTime(2027, 6, 30).ToOADate().ToString(System.Globalization.CultureInfo.InvariantCulture))
        );
        (Of("timesMoved").DataType, Of("timesMoved").CellValue!.Text).ShouldBe((null, "0"));
    }

    [DatabaseFact]
    public async Task Rows_are_read_in_batches()
    {
        for (var i = 0; i < 3; i++)
            await _host.ActiveCommitment(_world.Partnership(Whose.Own), _world.Organization(Whose.Own), "2027-06-30", new string('x', 300));
        var sql = await _host.Sql.During(() => _host.Send(new ExportCommitments(new CommitmentFilter(), TableFormat.Csv, Stream.Null)));
        var read = sql.Where(command =>
                command.Contains("FROM \"Commitments\"", StringComparison.Ordinal) && command.Contains("ORDER BY", StringComparison.Ordinal)
            )
            .ToList();
        read.Count.ShouldBeGreaterThan(3, "commitments, targets, countries, milestones");
        read.ShouldAllBe(command => command.Contains("LIMIT", StringComparison.Ordinal));
    }

    [DatabaseFact]
    public async Task An_invalid_request_is_refused_before_the_file_begins()
    {
        (await _world.Secretariat.Get(Exports + "commitments.csv?sdgGoal=18")).MustRefuse(400, "request.invalid", "sdgGoal");
        (await _world.Secretariat.Get(Exports + "commitments.csv?sdgTarget=99.9")).MustRefuse(
            422,
            "reference.unknownSdgTarget",
            "sdgTarget"
        );
        (await _world.Secretariat.Get(Exports + "commitments.pdf")).MustBe(400);
        (await _world.As("officer").Get("/api/v1/imports/template.csv")).MustRefuse(403, "access.notAllowed");
        (await _world.Secretariat.Get(Exports + "commitments.csv")).ContentHeaders.ContentDisposition!.FileName.ShouldBe("commitments.csv");
    }

    private static async Task<List<Dictionary<string, string>>> Rows(HttpClient client, string table, string query = "") =>
        Sheet.Read((await client.Get($"{Exports}{table}.csv{query}")).MustBe(200).Text);
}
