using System.Text;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Exports;
using PartnershipTracker.Application.Imports;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Imports;
using PartnershipTracker.Infrastructure.Persistence;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Application.Tests.Imports;

public sealed class ImportAgainOnSqlite() : ImportAgainTests(DatabaseProvider.Sqlite);

public sealed class ImportAgainOnPostgreSql() : ImportAgainTests(DatabaseProvider.PostgreSql);

/// <summary>A file is looked at, corrected and sent again.</summary>
public abstract class ImportAgainTests(DatabaseProvider provider) : IAsyncLifetime
{
    private const string Profile = """
        {
          "partnership": { "name": "Pledges", "startDate": "2024-01-01" },
          "organization": { "sourceId": "{org}", "name": "{org}", "type": "{type}", "countryCode": "{country}", "timeZone": "Asia/Dhaka" },
          "commitment": {
            "sourceId": "{id}", "title": "{title}", "dueDate": "{due}", "sdgTargets": ["3.4"],
            "measure": { "unit": "people", "target": "{target}" }
          }
        }
        """;

    private const string Heading = "id,org,type,country,title,due,target\n";
    private TrackerHost _host = null!;

    public async Task InitializeAsync() => _host = await TrackerHost.StartAsync(provider);

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [DatabaseFact]
    public async Task A_dry_run_shows_the_first_rows_as_they_were_understood_and_counts_the_reasons()
    {
        var done = await Import("1,Dhaka,22,BD,First,2027-06-30,5\n2,,22,BD,Second,soon,many\n3,,22,BD,Third,2027-06-30,6\n", dryRun: true);
        (done.Rows, done.Imported, done.Refused).ShouldBe((3, 1, 2));
        var row = done.Preview!.ShouldHaveSingleItem();
        row.Line.ShouldBe(2);
        row.Fields["title"].ShouldBe("First");
        row.Fields["organization.name"].ShouldBe("Dhaka");
        row.Fields["dueDate"].ShouldBe("2027-06-30");
        row.Fields["measure.target"].ShouldBe("5");
        row.Fields["sdgTargets"].ShouldBe("3.4");
        var first = done.Reasons!.First(r => r.Field == "organization.name");
        (first.Code, first.IsWarning, first.Count).ShouldBe(("import.required", false, 2));
        done.Items.Count(i => i.Line == 3).ShouldBeGreaterThanOrEqualTo(3, "all reasons of a row are named");
    }

    [DatabaseTheory]
    [InlineData(TableFormat.Csv)]
    [InlineData(TableFormat.Xlsx)]
    public async Task Refused_rows_come_back_with_their_reasons_and_can_be_sent_again(TableFormat format)
    {
        var first = await Import("1,Dhaka,22,BD,First,2027-06-30,5\n2,Khulna,22,BD,=Second,soon,7\n3,,22,BD,Third,2027-06-30,6\n");
        (first.Imported, first.Refused).ShouldBe((1, 2));
        using var file = new MemoryStream();
        await _host.Send(new ExportRefusedRows(new ImportId(first.Id), format, file));
        if (format == TableFormat.Csv)
        {
            var text = Encoding.UTF8.GetString(file.ToArray());
            text.ShouldContain("=Second", Case.Sensitive, "cells are as they were sent");
            text.ShouldContain("refusedBecause");
            text.ShouldNotContain("First");
            text = text.Replace("soon", "2028-01-01", StringComparison.Ordinal).Replace("\n3,,", "\n3,Sylhet,", StringComparison.Ordinal);
            file.SetLength(0);
            file.Write(Encoding.UTF8.GetBytes(text));
        }

        file.Position = 0;
        var again = await Import(file);
        again.State.ShouldBe(ImportState.Completed);
        (again.Imported, again.Refused).ShouldBe(format == TableFormat.Csv ? (2, 0) : (0, 2));
        again.Items.ShouldNotContain(i => i.Code == "import.vanished", "it is only a part of the first file");
    }

    [DatabaseFact]
    public async Task Rows_of_our_own_format_that_were_refused_can_be_sent_again_too()
    {
        using var template = new MemoryStream();
        await _host.Send(new GetImportTemplate(TableFormat.Csv, template));
        var heading = Encoding.UTF8.GetString(template.ToArray()).Split('\n')[0].TrimEnd('\r', '\n');
        heading.ShouldNotContain("refusedBecause");
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(heading + ",refusedLine,refusedBecause\n"));
        var id = await _host.Send(new StartImport("rows.csv", content, null, DryRun: false));
        await _host.Send(new RunImports());
        (await Get(id)).State.ShouldBe(ImportState.Completed);
    }

    [DatabaseFact]
    public async Task Every_differing_field_of_an_accepted_commitment_is_named_and_nothing_changes()
    {
        await Import("1,Dhaka,22,BD,First,2027-06-30,5\n");
        var again = await Import("1,Dhaka,22,BD,Other title,2028-06-30,6\n");
        (again.Unchanged, again.Imported, again.Revised).ShouldBe((1, 0, 0));
        again.Items.Where(i => i.Code == "import.differs").Select(i => i.Field!).ShouldBe(["title", "dueDate", "measure.target"]);
        again.Items[1].Message.ShouldContain("“2027-06-30”");
        again.Items[1].Message.ShouldContain("“2028-06-30”");
        var commitment = await _host.Db(db => db.Commitments.AsNoTracking().SingleAsync());
        (commitment.Title, commitment.DueDate).ShouldBe(("First", TestClock.Day("2027-06-30")));
    }

    [DatabaseFact]
    public async Task One_change_request_holds_what_may_change_by_a_request()
    {
        await Import("1,Dhaka,22,BD,First,2027-06-30,5\n");
        var again = await Import("1,Dhaka,22,BD,Other title,2028-06-30,6\n", changeRequests: true);
        again.Items.ShouldContain(i => i.Code == "import.changeRequested");
        var change = await _host.Db(db => db.ChangeRequests.AsNoTracking().SingleAsync());
        (change.NewDueDate, change.Target, change.Status).ShouldBe((TestClock.Day("2028-06-30"), 6m, ChangeRequestStatus.Requested));
        change.Explanation.ShouldContain("rows.csv");

        // It waits, so a second one is refused and said.
        var third = await Import("1,Dhaka,22,BD,Other title,2029-06-30,6\n", changeRequests: true);
        third.Items.ShouldContain(i => i.Code == "commitment.changeRequestPending");
    }

    [DatabaseFact]
    public async Task A_draft_takes_the_edits()
    {
        await Import("1,Dhaka,22,BD,First,2027-06-30,5\n");
        await _host.Db(db => db.Commitments.ExecuteUpdateAsync(set => set.SetProperty(c => c.Status, CommitmentStatus.Draft)));
        var again = await Import("1,Dhaka,22,BD,Other title,2028-06-30,5\n");
        (again.Revised, again.Unchanged).ShouldBe((1, 0));
        again.Items.Select(i => (i.Code, i.Field)).ShouldBe([("import.draftRevised", "title"), ("import.draftRevised", "dueDate")]);
        var draft = await _host.Db(db => db.Commitments.AsNoTracking().SingleAsync());
        (draft.Title, draft.DueDate, draft.Status).ShouldBe(("Other title", TestClock.Day("2028-06-30"), CommitmentStatus.Draft));
        (await _host.Db(db => db.History.CountAsync(h => h.Event == "commitmentRevised"))).ShouldBe(1);
        (await _host.Db(db => db.CommitmentTargets.CountAsync())).ShouldBe(1);
    }

    [DatabaseFact]
    public async Task Rows_that_vanished_are_named()
    {
        await Import("1,Dhaka,22,BD,First,2027-06-30,5\n2,Dhaka,22,BD,Second,2027-06-30,5\n");
        var again = await Import("1,Dhaka,22,BD,First,2027-06-30,5\n");
        var vanished = again.Items.ShouldHaveSingleItem();
        (vanished.Code, vanished.Line, vanished.IsWarning).ShouldBe(("import.vanished", 0, true));
        vanished.Message.ShouldContain("“Second”");
        again.Warnings.ShouldBe(1);
        var other = await Import("3,Dhaka,22,BD,Third,2027-06-30,5\n");
        other.Items.ShouldBeEmpty("a file of new rows is no new version of the first");
    }

    [DatabaseFact]
    public async Task Organizations_that_differ_only_in_case_or_spaces_are_the_same_and_other_differences_are_warnings()
    {
        var done = await Import(
            "1,Dhaka North,22,BD,First,2027-06-30,5\n2,DHAKA  north,22,IN,Second,2027-06-30,5\n3,DHAKA  north,10,IN,Third,2027-06-30,5\n"
        );
        done.Imported.ShouldBe(3);
        (await _host.Db(db => db.Organizations.Select(o => o.Name).ToListAsync())).ShouldBe(["Dhaka North"]);
        done.Items.Select(i => (i.Line, i.Code, i.Field))
            .ShouldBe([
                (3, "import.sameOrganization", "organization.name"),
                (3, "import.organizationDiffers", "organization.countryCode"),
                (4, "import.organizationDiffers", "organization.type"),
            ]);
    }

    [DatabaseFact]
    public async Task A_partnership_of_which_no_row_was_taken_is_not_made()
    {
        var heading =
            "sourceId,title,status,closedOn,dueDate,sdgTargets,organizationSourceId,organization,organizationType,"
            + "organizationCountryCode,organizationTimeZone,partnership,partnershipStartDate\n";
        using var content = new MemoryStream(
            Encoding.UTF8.GetBytes(
                heading
                    + "1,First,completed,2030-01-01,2025-06-30,3.4,O1,Dhaka,22,BD,Asia/Dhaka,Refused,2024-01-01\n"
                    + "2,Second,active,,2027-06-30,3.4,O1,Dhaka,22,BD,Asia/Dhaka,Taken,2024-01-01\n"
            )
        );
        var id = await _host.Send(new StartImport("rows.csv", content, null, DryRun: false));
        await _host.Send(new RunImports());
        ((await Get(id)).Imported, (await Get(id)).Refused).ShouldBe((1, 1));
        (await _host.Db(db => db.Partnerships.Select(p => p.Name).ToListAsync())).ShouldBe(["Taken"]);
    }

    [DatabaseFact]
    public async Task A_dry_run_into_an_existing_partnership_leaves_no_trace()
    {
        await Import("1,Dhaka,22,BD,First,2027-06-30,5\n");
        var before = await _host.Db(db => db.History.CountAsync());
        (await Import("2,Khulna,22,BD,Second,2027-06-30,5\n", dryRun: true)).Imported.ShouldBe(1);
        (await _host.Db(db => db.History.CountAsync())).ShouldBe(before);
    }

    private async Task<ImportDetails> Import(string rows, bool dryRun = false, bool changeRequests = false)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(Heading + rows));
        return await Import(content, dryRun, changeRequests);
    }

    private async Task<ImportDetails> Import(Stream content, bool dryRun = false, bool changeRequests = false)
    {
        var id = await _host.Send(new StartImport("rows.csv", content, Profile, dryRun, changeRequests));
        await _host.Send(new RunImports());
        return await Get(id);
    }

    private Task<ImportDetails> Get(ImportId id) => _host.Send(new GetImport(id));
}
