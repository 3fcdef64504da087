using System.Text;
using CsvHelper;
using PartnershipTracker.Application.Exports;
using PartnershipTracker.Application.Imports;
using PartnershipTracker.Domain.Imports;
using PartnershipTracker.Infrastructure.Persistence;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Application.Tests.Imports;

public sealed class HostileTextsOnSqlite() : HostileTextTests(DatabaseProvider.Sqlite);

public sealed class HostileTextsOnPostgreSql() : HostileTextTests(DatabaseProvider.PostgreSql);

/// <summary>Text that no database can store is refused with its row; no other row and no other import is affected.</summary>
public abstract class HostileTextTests(DatabaseProvider provider) : IAsyncLifetime
{
    /// <summary>Every field that a profile can map, with a valid value.</summary>
    private static readonly (string Field, string Value)[] Mapped =
    [
        ("organization.sourceId", "O-1"),
        ("organization.name", "City"),
        ("organization.type", "11"),
        ("organization.countryCode", "BD"),
        ("organization.timeZone", "Asia/Dhaka"),
        ("organization.identifier", "BD-1"),
        ("organization.website", "https://example.org"),
        ("sourceId", "C-1"),
        ("title", "Title"),
        ("dueDate", "2030-12-31"),
        ("description", "Text"),
        ("pillar", "advocacy"),
        ("startDate", "2026-01-01"),
        ("reportingFrequency", "annual"),
        ("targetGroup", "All"),
        ("place", "There"),
        ("resources", "Money"),
        ("fundingStatus", "Some"),
        ("risks", "Floods"),
        ("statedNeed", "Need"),
        ("measure.indicator", "Posts"),
        ("measure.unit", "posts"),
        ("measure.baseline", "0"),
        ("measure.baselineDate", "2026-01-01"),
        ("measure.target", "10"),
        ("measure.meansOfVerification", "Registers"),
        ("funding.amount", "10"),
        ("funding.currency", "CHF"),
        ("progress.asOf", "2026-10-01"),
        ("progress.narrative", "Done"),
        ("progress.value", "5"),
        ("progress.barriers", "None"),
        ("sdgTargets", "13.2"),
        ("themes", "nonCommunicableDiseases"),
        ("countryCodes", "BD"),
        ("milestones[0].title", "First"),
        ("milestones[0].dueDate", "2027-01-01"),
        ("milestones[0].weight", "1"),
    ];

    private TrackerHost _host = null!;

    public async Task InitializeAsync() => _host = await TrackerHost.StartAsync(provider);

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [DatabaseFact]
    public async Task Invalid_text_in_any_column_of_the_products_own_format_refuses_only_its_row()
    {
        var columns = CommitmentTable.Columns.Select(c => c.Name).ToList();
        columns.Count.ShouldBe(54);
        foreach (var bad in new[] { "A\0B", "A\u001b[31m", "A\uFFFEB" })
        {
            var done = await Import(await OneBadCellARow(columns, bad), null);
            done.Items.Select(i => (i.Line, i.Field, i.Code))
                .ShouldBe(columns.Select((column, i) => (i + 2, (string?)column, "form.controlCharacters")));
            (done.State, done.Refused, done.Imported + done.Unchanged).ShouldBe((ImportState.Completed, columns.Count, 1), done.Failure);
        }

        _host.Errors.Lines.ShouldBeEmpty();
    }

    [DatabaseFact]
    public async Task Text_that_is_too_long_for_its_column_refuses_only_its_row()
    {
        var columns = CommitmentTable.Columns.Select(c => c.Name).ToList();
        var done = await Import(await OneBadCellARow(columns, new string('9', 20_000)), null);
        (done.State, done.Refused, done.Imported).ShouldBe((ImportState.Completed, columns.Count, 1), done.Failure);
        done.Items.ShouldAllBe(i => i.Message.Length < 1000);
    }

    [DatabaseFact]
    public async Task A_day_out_of_range_refuses_only_its_row()
    {
        List<string> days =
        [
            "dueDate",
            "startDate",
            "baselineDate",
            "originalDueDate",
            "closedOn",
            "reportedCompleteOn",
            "partnershipStartDate",
            "partnershipEndDate",
        ];
        foreach (var day in new[] { "0001-01-01", "1899-12-31", "2201-01-01", "9999-12-31" })
        {
            var done = await Import(await OneBadCellARow(days, day), null);
            done.Items.Select(i => (i.Field, i.Code)).ShouldBe(days.Select(column => ((string?)column, "form.date")), day);
            (done.State, done.Imported + done.Unchanged).ShouldBe((ImportState.Completed, 1), done.Failure);
        }

        (await Import(await OneBadCellARow(["milestones"], "9999-12-31 | A"), null))
            .Items.ShouldHaveSingleItem()
            .Message.ShouldContain("1900-01-01 to 2200-12-31");
    }

    [DatabaseFact]
    public async Task A_name_of_several_lines_refuses_only_its_row()
    {
        List<string> names =
        [
            "sourceId",
            "title",
            "indicator",
            "unit",
            "successorSourceId",
            "organizationSourceId",
            "organization",
            "organizationIdentifier",
            "partnership",
        ];
        var done = await Import(await OneBadCellARow(names, "Two\nlines"), null);
        done.Items.ShouldAllBe(i => i.Code == "form.oneLine");
        (done.State, done.Refused, done.Imported).ShouldBe((ImportState.Completed, names.Count, 1), done.Failure);
    }

    [DatabaseFact]
    public async Task Invalid_text_in_any_field_of_a_profile_refuses_only_its_row()
    {
        var good = Mapped.Select(m => m.Value).ToList();
        List<List<string>> rows =
        [
            good,
            .. Mapped.Select(
                (m, i) =>
                    good.Select(
                            (value, j) =>
                                i == j ? value + "\0B"
                                : j == 7 ? $"C-{i + 2}"
                                : value
                        )
                        .ToList()
            ),
        ];
        var csv = Write([.. Enumerable.Range(0, Mapped.Length).Select(i => $"c{i}")], rows);
        var done = await Import(csv, Profile());
        done.Items.Select(i => (i.Line, i.Field, i.Code))
            .ShouldBe(Mapped.Select((m, i) => (i + 3, (string?)m.Field, "form.controlCharacters")));
        (done.State, done.Refused, done.Imported).ShouldBe((ImportState.Completed, Mapped.Length, 1), done.Failure);

        var again = await Import(csv, Profile());
        (again.State, again.Unchanged).ShouldBe((ImportState.Completed, 1), again.Failure);
        var longer = await Import(
            Write(
                [.. Enumerable.Range(0, Mapped.Length).Select(i => $"c{i}")],
                [
                    .. Mapped.Select(
                        (_, i) => good.Select((value, j) => i == j ? new string('9', 20_000) : value + (j == 7 ? "9" : "")).ToList()
                    ),
                ]
            ),
            Profile()
        );
        (longer.State, longer.Refused).ShouldBe((ImportState.Completed, Mapped.Length), longer.Failure);
    }

    [DatabaseFact]
    public async Task A_hostile_file_fails_with_a_sentence_and_the_next_one_is_imported()
    {
        var nested = string.Concat(Enumerable.Repeat("<c>", 20_000)) + string.Concat(Enumerable.Repeat("</c>", 20_000));
        var heading = Workbook.Row(1, [.. Enumerable.Range(0, Mapped.Length).Select(i => $"c{i}")]);
        using var book = new Workbook
        {
            Rows = heading + Workbook.Row(2, [.. Mapped.Select(m => m.Value)]) + $"<row>{nested}</row>",
        }.ToStream();
        var hostile = await _host.Send(new StartImport("hostile.xlsx", book, Profile(), false));
        using var file = new MemoryStream(await OneBadCellARow([], ""));
        var next = await _host.Send(new StartImport("A\0B.csv", file, null, false));
        await _host.Send(new RunImports());

        var failed = await _host.Send(new GetImport(hostile));
        (failed.State, failed.Failure).ShouldBe(
            (
                ImportState.Failed,
                "The elements of the workbook are nested more than 64 levels deep. Save the worksheet as CSV, and import that file."
            )
        );
        var done = await _host.Send(new GetImport(next));
        (done.State, done.Imported, done.FileName).ShouldBe((ImportState.Completed, 1, "import.csv"));
    }

    private static string Profile()
    {
        string At(string field) => $"\"{{c{Array.FindIndex(Mapped, m => m.Field == field)}}}\"";
        string Of(string prefix, params string[] fields) => string.Join(",", fields.Select(field => $"\"{field}\":{At(prefix + field)}"));
        return $$"""
            {
              "partnership": { "name": "Imported", "startDate": "2026-01-01" },
              "organization": { {{Of("organization.", "sourceId", "name", "type", "countryCode", "timeZone", "identifier", "website")}} },
              "commitment": {
                {{Of(
                "",
                "sourceId",
                "title",
                "dueDate",
                "description",
                "pillar",
                "startDate",
                "reportingFrequency",
                "targetGroup",
                "place",
                "resources",
                "fundingStatus",
                "risks",
                "statedNeed"
            )}},
                "sdgTargets": [{{At("sdgTargets")}}], "themes": [{{At("themes")}}], "countryCodes": [{{At("countryCodes")}}],
                "measure": { {{Of("measure.", "indicator", "unit", "baseline", "baselineDate", "target", "meansOfVerification")}} },
                "funding": { {{Of("funding.", "amount", "currency")}} },
                "milestones": [ { {{Of("milestones[0].", "title", "dueDate", "weight")}} } ],
                "progress": { "when": { "value": {{At("progress.asOf")}} }, {{Of("progress.", "asOf", "narrative", "value", "barriers")}} }
              }
            }
            """;
    }

    private static byte[] Write(IReadOnlyList<string> heading, IEnumerable<IReadOnlyList<string>> rows)
    {
        using var text = new StringWriter();
        using (var csv = CsvWriter.Create(text, new CsvWriterOptions { Separator = ',' }, leaveOpen: true))
        {
            csv.WriteHeader([.. heading]);
            foreach (var row in rows)
            {
                foreach (var cell in row)
                    csv.WriteField(cell);
                csv.EndRecord();
            }
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>The template with one row for each column, in which that column has the bad cell, and a valid row at the end.</summary>
    private async Task<byte[]> OneBadCellARow(IReadOnlyList<string> bad, string cell)
    {
        using var template = new MemoryStream();
        await _host.Send(new GetImportTemplate(TableFormat.Csv, template));
        using var reader = CsvReader.FromText(Encoding.UTF8.GetString(template.ToArray()), new CsvReaderOptions { Separator = ',' });
        List<string> heading = [.. reader.Headers];
        reader.Read().ShouldBeTrue();
        var row = heading.Select((name, i) => (name, Value: reader.GetString(i))).ToDictionary(c => c.name, c => c.Value);
        (row["milestones"], row["reportedCompleteOn"], row["reportedCompleteNarrative"]) = ("", "2026-11-01", "Done.");
        List<string> Cells(string sourceId, string? column) =>
            [
                .. heading.Select(name =>
                    name == column ? cell
                    : name == "sourceId" ? sourceId
                    : row[name]
                ),
            ];
        return Write(heading, [.. bad.Select((column, i) => Cells($"bad-{i}", column)), Cells("good", null)]);
    }

    private async Task<ImportDetails> Import(byte[] file, string? profile)
    {
        using var content = new MemoryStream(file);
        var id = await _host.Send(new StartImport("commitments.csv", content, profile, false));
        await _host.Send(new RunImports());
        return await _host.Send(new GetImport(id));
    }
}
