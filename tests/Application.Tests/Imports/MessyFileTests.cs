using System.Globalization;
using System.Text;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Exports;
using PartnershipTracker.Application.Imports;
using PartnershipTracker.Application.Organizations;
using PartnershipTracker.Application.Programme;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Imports;
using PartnershipTracker.Domain.Programme;
using PartnershipTracker.Infrastructure.Persistence;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Application.Tests.Imports;

public sealed class MessyFilesOnSqlite() : MessyFileTests(DatabaseProvider.Sqlite);

public sealed class MessyFilesOnPostgreSql() : MessyFileTests(DatabaseProvider.PostgreSql);

/// <summary>Spreadsheets as governments and organizations keep them, with the profiles that read them.</summary>
public abstract class MessyFileTests(DatabaseProvider provider) : IAsyncLifetime
{
    /// <summary>A list of pledges of governments.</summary>
    private const string Pledges = """
        {
          "dateFormats": ["yyyy-MM-dd", "MMM-yy", "dd/MM/yyyy", "yyyy"],
          "empty": ["1970-01-01", "Not Specified", "N/A"],
          "partnership": { "name": "Pledges of governments", "startDate": "2024-01-01" },
          "organization": {
            "sourceId": "{Country}",
            "name": { "value": "{Agency}", "default": "Government of {Country}" },
            "type": "10",
            "countryCode": { "value": "{Country}", "map": { "Bangladesh": "BD", "Kenya": "KE", "Regional": "unknown" } },
            "timeZone": { "value": "{Country}", "map": { "Bangladesh": "Asia/Dhaka", "Kenya": "Africa/Nairobi" }, "default": "UTC" }
          },
          "commitment": {
            "sourceId": "{Ref}",
            "title": "{Pledge}",
            "dueDate": "{Target date}",
            "startDate": "{Start}",
            "sdgTargets": [{ "value": "{SDGs}", "split": ";" }],
            "themes": [{ "value": "{Topics}", "split": ",",
              "map": { "NCDs": "nonCommunicableDiseases", "Climate": "climateAndPlanetaryHealth" } }],
            "incomplete": "draft",
            "status": {
              "value": "{Status}",
              "map": {
                "Cancelled": "withdrawn", "Delayed": "active", "On track": "active", "Completed": "completed", "Merged": "superseded"
              },
              "default": "active"
            },
            "closedOn": "{Closed}",
            "successorSourceId": "{Merged into}"
          }
        }
        """;

    private const string PledgesHeading = "Ref,Country,Agency,Pledge,Target date,Start,SDGs,Topics,Status,Closed,Merged into\n";

    /// <summary>The work plan of an organization, as a workbook with date cells and groups of columns.</summary>
    private const string WorkPlan = """
        {
          "file": { "sheet": "Work plan", "headingRow": 3 },
          "partnership": { "name": "Work plan", "startDate": "2024-01-01" },
          "organization": { "sourceId": "ngo-1", "name": "Clinics for All", "type": "22" },
          "commitment": {
            "sourceId": "{No}",
            "title": "{Activity}",
            "dueDate": "{Until}",
            "sdgTargets": ["{SDG}"],
            "milestones": [
              { "numbered": true, "title": "{Step #}", "dueDate": "{Step # by}", "completedOn": "{Step # done}" }
            ]
          }
        }
        """;

    private TrackerHost _host = null!;

    public async Task InitializeAsync() => _host = await TrackerHost.StartAsync(provider);

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [DatabaseFact]
    public async Task A_file_may_name_the_pillars_and_themes_of_this_installation_also_retired_ones()
    {
        await _host.Send(new AddVocabularyTerm(VocabularyKind.Theme, "Health workforce"));
        await _host.Send(new RetireVocabularyTerm(VocabularyKind.Theme, "healthWorkforce"));
        var profile = Pledges.Replace(
            """
            [{ "value": "{Topics}", "split": ",", "map": { "NCDs": "nonCommunicableDiseases", "Climate": "climateAndPlanetaryHealth" } }]
            """.Trim(),
            """[{ "value": "{Topics}", "split": "," }], "pillar": "{Agency}" """,
            StringComparison.Ordinal
        );
        profile.ShouldNotBe(Pledges);
        var done = await Import(
            PledgesHeading
                + "P-1,Bangladesh,ADVOCACY,Train 400 nurses,Dec-27,,3.8,\"HEALTH WORKFORCE, nonCommunicableDiseases\",On track,,\n"
                + "P-2,Bangladesh,Advocacy,Wrong,Dec-27,,3.8,Wind,On track,,\n",
            profile
        );
        (done.Rows, done.Imported, done.Refused).ShouldBe((2, 1, 1), Shown(done));
        Reasons(done, 3).ShouldBe([("themes", "import.unknownValue")]);
        var known = await ByKey();
        var made = await _host.Send(new GetCommitment(new CommitmentId(known["P-1"].Id)));
        made.Themes.ShouldBe(["healthWorkforce", "nonCommunicableDiseases"]);
        made.Pillar.ShouldBe("advocacy");
        (await _host.Send(new ListCommitments { Theme = "healthWorkforce" })).Total.ShouldBe(1);
    }

    [DatabaseFact]
    public async Task A_list_of_pledges_is_imported_with_its_dates_statuses_and_gaps()
    {
        var done = await Import(
            PledgesHeading
                + "P-1,Bangladesh,,Train 400 nurses,Dec-27,2024,17.10; 3.8,\"NCDs, Climate\",On track,,\n"
                + "P-2,Kenya,Ministry of Health,Fund 20 clinics,31/03/2025,N/A,SDG 3.8,not specified,Delayed,,\n"
                + "P-3,Bangladesh,,Cancelled plan,Jun-24,,3.4,,Cancelled,,\n"
                + "P-4,Bangladesh,,Finished plan,2025,,3.4,,Completed,01/11/2025,\n"
                + "P-5,Bangladesh,,Small plan,Jun-25,,3.4,,Merged,,P-1\n"
                + "P-6,Regional,,No date yet,1970-01-01,,Not Specified,,,,\n"
                + "P-7,Bangladesh,,Wrong,31/02/2026,,3.44;3.8,Wind,Lost,,\n"
        );
        (done.Rows, done.Imported, done.Refused).ShouldBe((7, 6, 1), Shown(done));
        Reasons(done, 8)
            .ShouldBe(
                [("dueDate", "import.dateFormat"), ("themes", "import.unknownValue"), ("sdgTargets[0]", "reference.unknownSdgTarget")],
                ignoreOrder: true
            );

        var known = await ByKey();
        known["P-1"]
            .ShouldSatisfyAllConditions(
                c => c.OrganizationName.ShouldBe("Government of Bangladesh"),
                c => c.DueDate.ShouldBe(new DateOnly(2027, 12, 31)),
                c => c.SdgTargets.ShouldBe(["17.10", "3.8"])
            );
        var first = await _host.Send(new GetCommitment(new CommitmentId(known["P-1"].Id)));
        first.StartDate.ShouldBe(new DateOnly(2024, 1, 1));
        first.Themes.Count.ShouldBe(2);
        (known["P-2"].OrganizationName, known["P-2"].IsOverdue).ShouldBe(("Ministry of Health", true));
        (known["P-3"].Status, known["P-3"].IsOverdue, known["P-3"].ClosedOn).ShouldBe((CommitmentStatus.Withdrawn, false, null));
        (await _host.Send(new GetCommitment(new CommitmentId(known["P-3"].Id)))).ClosingNarrative.ShouldBe(
            "Cancelled",
            "the words of the source"
        );
        (known["P-4"].Status, known["P-4"].DueDate, known["P-4"].ClosedOn).ShouldBe(
            (CommitmentStatus.Completed, new DateOnly(2025, 12, 31), new DateOnly(2025, 11, 1))
        );
        known["P-5"].Status.ShouldBe(CommitmentStatus.Superseded);
        (await _host.Send(new GetCommitment(new CommitmentId(known["P-5"].Id)))).SuccessorId.ShouldBe(known["P-1"].Id);

        var draft = await _host.Send(new GetCommitment(new CommitmentId(known["P-6"].Id)));
        (draft.Status, draft.DueDate, draft.SdgTargets.Count, draft.TimeZone, draft.OrganizationCountryCode).ShouldBe(
            (CommitmentStatus.Draft, null, 0, "UTC", null)
        );
        done.Items.Single(i => i.Line == 7)
            .ShouldSatisfyAllConditions(i => i.Code.ShouldBe("import.draft"), i => i.IsWarning.ShouldBeTrue());
        done.Items.Single(i => i.Line == 7).Message.ShouldContain("dueDate, sdgTargets");
    }

    [DatabaseFact]
    public async Task The_example_of_the_documentation_does_what_the_documentation_says()
    {
        var documentation = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "docs", "files.md"));
        string Block(string start) => documentation.Split(start)[1].Split("```")[0];
        var file = CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(Block("heading:\n\n```\n"));
        var done = await Import(new MemoryStream(file), Block("```json\n"));
        (done.Imported, done.Refused).ShouldBe((3, 0), Shown(done));
        var known = await ByKey();
        known["B-1"]
            .ShouldSatisfyAllConditions(
                c => c.Status.ShouldBe(CommitmentStatus.Active),
                c => c.OrganizationName.ShouldBe("Gouvernement : Bénin"),
                c => c.DueDate.ShouldBe(new DateOnly(2027, 12, 31)),
                c => c.SdgTargets.ShouldBe(["17.10", "3.8"])
            );
        (await _host.Send(new GetCommitment(new CommitmentId(known["B-1"].Id))))
            .Milestones.ShouldHaveSingleItem()
            .Title.ShouldBe("Ouvrir l'école");
        (known["B-2"].Status, known["B-2"].DueDate).ShouldBe((CommitmentStatus.Withdrawn, new DateOnly(2026, 12, 31)));
        (known["B-3"].Status, known["B-3"].OrganizationCountryCode).ShouldBe((CommitmentStatus.Draft, null));
    }

    [DatabaseFact]
    public async Task The_same_gaps_refuse_the_row_unless_the_profile_says_otherwise()
    {
        var strict = Pledges.Replace("\"incomplete\": \"draft\",", "", StringComparison.Ordinal);
        var done = await Import(PledgesHeading + "P-1,Regional,,No date yet,1970-01-01,,,,,,\n", strict);
        Reasons(done, 2).ShouldBe([("dueDate", "import.required"), ("sdgTargets", "import.required")]);
        done.Imported.ShouldBe(0);
    }

    [DatabaseFact]
    public async Task An_ambiguous_date_is_refused_with_both_readings_unless_an_order_is_given()
    {
        var both = Pledges.Replace("\"dd/MM/yyyy\"", "\"dd/MM/yyyy\", \"MM/dd/yyyy\"", StringComparison.Ordinal);
        const string row = "P-1,Kenya,,Plan,03/04/2027,,3.8,,,,\n";
        var refused = (await Import(PledgesHeading + row, both)).Items.ShouldHaveSingleItem();
        refused.Code.ShouldBe("import.dateAmbiguous");
        refused.Message.ShouldContain("2027-04-03");
        refused.Message.ShouldContain("2027-03-04");

        var ordered = both.Replace("\"empty\"", "\"dateOrder\": \"monthFirst\", \"empty\"", StringComparison.Ordinal);
        (await Import(PledgesHeading + row, ordered)).Imported.ShouldBe(1);
        (await ByKey())["P-1"].DueDate.ShouldBe(new DateOnly(2027, 3, 4));
    }

    [DatabaseFact]
    public async Task A_workbook_with_date_cells_and_groups_of_columns_is_imported_with_all_its_milestones()
    {
        var book = new Workbook
        {
            SheetName = "Work plan",
            Styles = "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"17\"/></cellXfs>",
            Rows =
                Workbook.Row(1, "Clinics for All")
                + Workbook.Row(
                    3,
                    "No",
                    "Activity",
                    "Until",
                    "SDG",
                    "Step 1",
                    "Step 1 by",
                    "Step 1 done",
                    "Step 2",
                    "Step 2 by",
                    "Step 2 done",
                    "Step 3",
                    "Step 3 by",
                    "Step 3 done"
                )
                + "<row r=\"4\">"
                + Number("1")
                + Text("Open 12 clinics")
                + Date(2027, 12, 31)
                + Text("17.10")
                + Text("Find sites")
                + Date(2026, 3, 31)
                + Date(2026, 4, 2)
                + Text("Build")
                + Date(2027, 6, 30)
                + Text("")
                + Text("Much later")
                + Date(2028, 6, 30)
                + "</row>"
                + "<row r=\"5\">"
                + Number("2")
                + Text("Train")
                + Date(2027, 12, 31)
                + Number("17.1")
                + "</row>"
                + "<row r=\"6\">"
                + Number("3")
                + Text("Write")
                + Date(2027, 12, 31)
                + Number("3.8")
                + Text("No date")
                + "</row>",
        };
        var done = await Import(book.ToStream(), WorkPlan);
        (done.Imported, done.Refused).ShouldBe((2, 1), Shown(done));
        done.Items.Select(i => (i.Line, i.Code))
            .ShouldBe(
                [(4, "import.milestoneAfterDueDate"), (5, "import.sdgTargetAmbiguous"), (6, "import.milestoneWithoutDate")],
                ignoreOrder: true
            );
        var clinics = await _host.Send(new GetCommitment(new CommitmentId((await ByKey())["1"].Id)));
        clinics
            .Milestones.Select(m => (m.Title, m.DueDate, m.CompletedOn))
            .ShouldBe([("Find sites", new DateOnly(2026, 3, 31), new DateOnly(2026, 4, 2)), ("Build", new DateOnly(2027, 6, 30), null)]);
        (clinics.SdgTargets.ShouldHaveSingleItem(), clinics.TimeZone).ShouldBe(("17.10", "UTC"));
    }

    [DatabaseFact]
    public async Task Milestones_are_read_from_a_list_in_one_cell()
    {
        var profile = Pledges.Replace(
            "\"incomplete\"",
            """ "milestones": [{ "list": { "value": "{Agency}", "split": ";" },"""
                + """ "each": "{dueDate}: {title} ({completedOn})" }], "incomplete" """,
            StringComparison.Ordinal
        );
        var done = await Import(
            PledgesHeading
                + "P-1,Kenya,Jun-25: Train 20 (03/07/2025); Dec-25:Train 40 (Jan-26),Plan,2027,,3.8,,,,\n"
                + "P-2,Kenya,Jun-25 - Train 20,Plan,2027,,3.8,,,,\n",
            profile
        );
        Reasons(done, 3).ShouldBe([("milestones[0][0]", "import.milestoneItem")]);
        (await _host.Send(new GetCommitment(new CommitmentId((await ByKey())["P-1"].Id))))
            .Milestones.Select(m => (m.Title, m.DueDate, m.CompletedOn))
            .ShouldBe([
                ("Train 20", new DateOnly(2025, 6, 30), new DateOnly(2025, 7, 3)),
                ("Train 40", new DateOnly(2025, 12, 31), new DateOnly(2026, 1, 31)),
            ]);
    }

    [DatabaseTheory]
    [InlineData("windows1252", 1252)]
    [InlineData("latin1", 28591)]
    [InlineData("utf16", 1200)]
    [InlineData("utf8", 65001)]
    public async Task A_file_with_a_title_above_its_heading_is_read_in_its_encoding(string encoding, int codePage)
    {
        var profile = Pledges.Replace(
            "\"dateFormats\"",
            $$""" "file": { "headingRow": 3, "encoding": "{{encoding}}" }, "dateFormats" """,
            StringComparison.Ordinal
        );
        var text =
            "Zusagen der Länder, Stand 2024;;;\n\n"
            + PledgesHeading.Replace(',', ';')
            + "P-1;Kenya;;Förderung für Ärzte;Dez;;3.8;;;;\n"
            + "P-2;Kenya;;Förderung für Ärzte;Dec-27;;3.8;;;;\n";
        var bytes = (CodePagesEncodingProvider.Instance.GetEncoding(codePage) ?? Encoding.GetEncoding(codePage)).GetBytes(text);
        var done = await Import(new MemoryStream(bytes), profile);
        (done.State, done.Imported).ShouldBe((ImportState.Completed, 1), Shown(done));
        Reasons(done, 4).ShouldBe([("dueDate", "import.dateFormat")], "the line of the file, with the lines above the heading");
        (await ByKey())["P-2"].Title.ShouldBe("Förderung für Ärzte");
    }

    [DatabaseFact]
    public async Task A_file_that_is_not_what_it_says_is_refused_with_the_line()
    {
        var rows = string.Concat(Enumerable.Range(1, 2000).Select(i => $"P-{i},Kenya,,Plän {i},2027,,3.8,,,,\n"));
        byte[] bytes = [.. Encoding.UTF8.GetBytes(PledgesHeading + rows)];
        var at = Encoding.UTF8.GetByteCount(PledgesHeading + rows[..rows.IndexOf("Plän 1200", StringComparison.Ordinal)]);
        bytes[at + 1] = 0xFC;
        var failed = await Import(new MemoryStream(bytes), Pledges);
        failed.State.ShouldBe(ImportState.Failed);
        failed.Failure!.ShouldContain("Line 1201 ");

        foreach (
            var (file, layout, says) in new (byte[], string, string)[]
            {
                ([0xEF, 0xBB, 0xBF, .. "Ref\n"u8], "\"encoding\": \"windows1252\"", "UTF-8"),
                ([0xFF, 0xFE, (byte)'R', 0], "\"encoding\": \"utf8\"", "UTF-16"),
                ([.. "Ref\n"u8], "\"headingRow\": 9", "row 9"),
                ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1], "\"headingRow\": 1", ".xls"),
                (
                    new Workbook { Rows = Workbook.Row(1, "Ref") }
                        .ToStream()
                        .ToArray(),
                    "\"sheet\": \"Other\"",
                    "One, Two"
                ),
                (
                    new Workbook { Rows = Workbook.Row(1, "Ref") }
                        .ToStream()
                        .ToArray(),
                    "\"headingRow\": 2",
                    "row 2"
                ),
            }
        )
        {
            var profile = Pledges.Replace("\"dateFormats\"", $"\"file\": {{ {layout} }}, \"dateFormats\"", StringComparison.Ordinal);
            var refused = await Import(new MemoryStream(file), profile);
            (refused.State, refused.Rows).ShouldBe((ImportState.Failed, 0));
            refused.Failure!.ShouldContain(says);
        }
    }

    [DatabaseFact]
    public async Task All_missing_columns_are_named_at_once()
    {
        var failed = await Import("Ref,Country,Agency,Pledge\nP-1,Kenya,,Plan\n");
        failed.State.ShouldBe(ImportState.Failed);
        foreach (var column in new[] { "Target date", "Start", "SDGs", "Topics", "Status", "Closed", "Merged into" })
            failed.Failure!.ShouldContain(column);
    }

    [DatabaseFact]
    public async Task Every_reason_of_a_row_is_named_whichever_way_it_is_read()
    {
        var own = Row(
            ("title", ""),
            ("dueDate", "soon"),
            ("sdgTargets", "99.9"),
            ("organizationType", "99"),
            ("organizationCountryCode", "XX"),
            ("organizationTimeZone", "Mars"),
            ("target", "many"),
            ("fundingCurrency", "DOG"),
            ("partnershipStartDate", "0004-01-01")
        );
        Reasons(await Import(own, null), 2)
            .ShouldBe(
                [
                    ("title", "import.required"),
                    ("dueDate", "import.date"),
                    ("sdgTargets", "reference.unknownSdgTarget"),
                    ("organizationType", "reference.unknownOrganizationType"),
                    ("organizationCountryCode", "reference.unknownCountry"),
                    ("organizationTimeZone", "reference.unknownTimeZone"),
                    ("target", "import.number"),
                    ("fundingCurrency", "reference.unknownCurrency"),
                    ("partnershipStartDate", "form.date"),
                ],
                ignoreOrder: true
            );
    }

    [DatabaseFact]
    public async Task Both_ways_treat_long_titles_and_late_milestones_alike()
    {
        var title = string.Join(' ', Enumerable.Repeat("strengthening", 40));
        var profile = Pledges.Replace(
            "\"incomplete\"",
            """ "milestones": [{ "title": "{Agency}", "dueDate": "{Start}" }], "incomplete" """,
            StringComparison.Ordinal
        );
        var read = await Import(
            PledgesHeading + $"P-1,Kenya,{title},{title},Dec-27,Jan-29,3.8,,,,\n",
            profile
                .Replace("\"startDate\": \"{Start}\",", "", StringComparison.Ordinal)
                .Replace("{ \"value\": \"{Agency}\", \"default\": \"Government of {Country}\" }", "\"Kenya\"", StringComparison.Ordinal)
        );
        var own = await Import(Row(("title", title), ("dueDate", "2027-12-31"), ("milestones", $"2029-01-31 | {title}")), null);
        foreach (var done in new[] { read, own })
        {
            (done.Imported, done.Refused).ShouldBe((1, 0), Shown(done));
            done.Items.Select(i => i.Code).ShouldBe(["import.milestoneAfterDueDate", "import.titleCut"], ignoreOrder: true);
            done.Items.ShouldAllBe(i => i.IsWarning);
        }

        foreach (var key in new[] { "P-1", "row-1" })
        {
            var commitment = await _host.Send(new GetCommitment(new CommitmentId((await ByKey())[key].Id)));
            commitment.Title.ShouldEndWith("strengthening…");
            commitment.Title.Length.ShouldBeLessThanOrEqualTo(300);
            commitment.Description.ShouldStartWith(title);
            commitment.Milestones.ShouldBeEmpty();
        }
    }

    [DatabaseFact]
    public async Task The_example_of_the_template_is_left_out()
    {
        foreach (var format in new[] { TableFormat.Csv, TableFormat.Xlsx })
        {
            using var template = new MemoryStream();
            await _host.Send(new GetImportTemplate(format, template));
            var done = await Import(new MemoryStream(template.ToArray()), null);
            (done.State, done.Rows, done.Imported, done.Refused, done.Warnings).ShouldBe((ImportState.Completed, 1, 0, 0, 1), Shown(done));
            done.Items.ShouldHaveSingleItem().Code.ShouldBe("import.example");
        }

        (await ByKey()).ShouldBeEmpty();
    }

    [DatabaseFact]
    public async Task A_quote_that_closes_far_below_swallows_no_rows()
    {
        var rows = string.Concat(Enumerable.Range(2, 997).Select(i => $"P-{i},Kenya,,Plan {i},2027,,3.8,,,,\n"));
        var failed = await Import(
            PledgesHeading
                + "P-1,Kenya,,\"Plan 1,2027,,3.8,,,,\n"
                + rows
                + "P-999,Kenya,,A 5\",2027,,3.8,,,,\nP-1000,Kenya,,Last,2027,,3.8,,,,\n"
        );
        (failed.State, failed.Imported).ShouldBe((ImportState.Failed, 0));
        failed.Failure!.ShouldContain("line 2 ");

        var several = await Import(
            PledgesHeading + "P-1,Kenya,,Plan,2027,,3.8,,,,\nP-2,Kenya,\"Ministry, of\nHealth\",Plan,2027,,3.8,,,,\n"
        );
        (several.State, several.Imported, several.Refused).ShouldBe((ImportState.Completed, 1, 1), "a name of two lines is one cell");
    }

    [DatabaseFact]
    public async Task Numbers_and_dates_beyond_all_bounds_refuse_only_their_row()
    {
        var profile = Pledges.Replace(
            "\"incomplete\"",
            """ "measure": { "target": "{Agency}" }, "incomplete" """,
            StringComparison.Ordinal
        );
        var done = await Import(
            PledgesHeading
                + $"P-1,Kenya,{new string('9', 29)},Plan,2027,,3.8,,,,\n"
                + $"P-2,Kenya,{new string('9', 40)},Plan,2027,,3.8,,,,\n"
                + "P-3,Kenya,5,Plan,0004,,3.8,,,,\n"
                + "P-4,Kenya,5,Plan,9999,,3.8,,,,\n"
                + $"P-5,Kenya,5,Plan {new string('x', 40_000)},2027,,3.8,,,,\n"
                + "P-6,Kenya,5,Plan,2027,,3.8,,,,\n",
            profile
        );
        (done.State, done.Imported).ShouldBe((ImportState.Completed, 1), Shown(done));
        done.Items.Where(i => !i.IsWarning)
            .Select(i => (i.Line, i.Code))
            .ShouldBe(
                [(2, "form.numberTooLarge"), (3, "form.numberTooLarge"), (4, "form.date"), (5, "form.date"), (6, "form.tooLong")],
                ignoreOrder: true
            );
    }

    [DatabaseFact]
    public async Task Codes_of_targets_survive_a_spreadsheet_program()
    {
        await Import(PledgesHeading + "P-1,Kenya,,Plan,2027,,SDG 17.10,,,,\n");
        using var csv = new MemoryStream();
        await _host.Send(new ExportCommitments(new CommitmentFilter(), TableFormat.Csv, csv));
        Encoding.UTF8.GetString(csv.ToArray()).ShouldContain(",SDG 17.10,");
        (await ByKey())["P-1"].SdgTargets.ShouldBe(["17.10"]);
        (await _host.Send(new ListOrganizations(CountryCode: "KE"))).Total.ShouldBe(1);
    }

    private static string Text(string text) => $"<c t=\"inlineStr\"><is><t>{text}</t></is></c>";

    private static string Number(string number) => $"<c><v>{number}</v></c>";

    private static string Date(int year, int month, int day) =>
        string.Create(CultureInfo.InvariantCulture, $"<c s=\"1\"><v>{new DateTime(year, month, day).ToOADate()}</v></c>");

    private static IEnumerable<(string?, string)> Reasons(ImportDetails done, int line) =>
        done.Items.Where(i => i.Line == line && !i.IsWarning).Select(i => (i.Field, i.Code));

    private static string Shown(ImportDetails done) =>
        $"{done.Failure} {string.Join("; ", done.Items.Select(i => $"{i.Line} {i.Field} {i.Code} {i.Message}"))}";

    /// <summary>A row in the product's own format, with some other cells.</summary>
    private static MemoryStream Row(params (string Column, string Cell)[] cells)
    {
        var row = new Dictionary<string, string>
        {
            ["sourceId"] = "row-1",
            ["title"] = "Train nurses",
            ["dueDate"] = "2027-12-31",
            ["sdgTargets"] = "3.8",
            ["target"] = "5",
            ["milestones"] = "",
            ["fundingAmount"] = "5",
            ["fundingCurrency"] = "CHF",
            ["organizationSourceId"] = "o-1",
            ["organization"] = "Green Delta",
            ["organizationType"] = "22",
            ["organizationCountryCode"] = "BD",
            ["organizationTimeZone"] = "Asia/Dhaka",
            ["partnership"] = "Own format",
            ["partnershipStartDate"] = "2024-01-01",
        };
        foreach (var (column, cell) in cells)
            row[column] = cell;
        return new MemoryStream(Encoding.UTF8.GetBytes(string.Join(',', row.Keys) + "\n" + string.Join(',', row.Values) + "\n"));
    }

    private Task<ImportDetails> Import(string csv, string profile = Pledges) =>
        Import(new MemoryStream(Encoding.UTF8.GetBytes(csv)), profile);

    private async Task<ImportDetails> Import(MemoryStream file, string? profile)
    {
        var id = await _host.Send(new StartImport("file.csv", file, profile, DryRun: false));
        await _host.Send(new RunImports());
        return await _host.Send(new GetImport(id));
    }

    private async Task<Dictionary<string, CommitmentItem>> ByKey() =>
        (await _host.Send(new ListCommitments { Limit = 200 })).Items.ToDictionary(c => c.SourceId!);
}
