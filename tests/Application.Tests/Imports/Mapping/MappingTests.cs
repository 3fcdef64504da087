using System.Text;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Imports;
using PartnershipTracker.Application.Imports.Mapping;
using PartnershipTracker.Application.Imports.Profiles;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Imports;
using PartnershipTracker.Infrastructure.Persistence;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Application.Tests.Imports.Mapping;

public sealed class MappingOnSqlite() : MappingTests(DatabaseProvider.Sqlite);

public sealed class MappingOnPostgreSql() : MappingTests(DatabaseProvider.PostgreSql);

/// <summary>Spreadsheets that get in without a profile: uploaded, their columns guessed, checked and imported.</summary>
public abstract class MappingTests(DatabaseProvider provider) : IAsyncLifetime
{
    /// <summary>As Excel in France saves it, with words of three languages.</summary>
    private const string French =
        "Engagements au 1er mars\r\n\r\n"
        + "N°;Pays;Institution;Type d'organisation;Engagement;Échéance;Cibles ODD;État;Budget;Devise;Étape 1;Étape 1 date\r\n"
        + "B-1;Bénin;Ministère de la Santé;Ministère;Former 400 infirmières;31/12/2027;17.10, 3.8;En cours;1 200 000,50;FCFA;Ouvrir "
        + "l'école;30/06/2027\r\n"
        + "B-2;Togo;Clínicas para todos;Sociedad civil;Équiper 20 centres;05/04/2026;3.8;Cancelado;;;;\r\n"
        + "B-3;Kenya;Nairobi Health Network;NGO;Partager les données;déc. 2027;SDG 17.16;Ongoing;250000;USD;;\r\n"
        + "B-4;Côte d'Ivoire;Université d'Abidjan;Université;Étudier le climat;n.d.;;En cours;n.d.;;;\r\n";

    private TrackerHost _host = null!;

    public async Task InitializeAsync() => _host = await TrackerHost.StartAsync(provider);

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [DatabaseFact]
    public async Task A_French_list_is_understood_as_it_is()
    {
        var columns = await Columns(await Upload(French, 1252));
        columns.IsOwnFormat.ShouldBeFalse();
        columns.RowsRead.ShouldBe(4);
        Fields(columns)
            .ShouldBe([
                "N° = sourceId",
                "Pays = organization.countryCode",
                "Institution = organization.name",
                "Type d'organisation = organization.type",
                "Engagement = title",
                "Échéance = dueDate",
                "Cibles ODD = sdgTargets",
                "État = status",
                "Budget = funding.amount",
                "Devise = funding.currency",
                "Étape 1 = milestones[0].title",
                "Étape 1 date = milestones[0].dueDate",
            ]);
        columns.MissingFields.ShouldBeEmpty();
        columns.AskedDates.ShouldBeEmpty("31/12/2027 decides");
        var mapping = columns.Mapping!;
        mapping.File.ShouldBe(new FileLayout(null, 3, TextEncoding.Windows1252));
        (mapping.DateOrder, mapping.DecimalMark).ShouldBe((DateOrder.DayFirst, DecimalMark.Comma));
        mapping.DateFormats.ShouldBe(["d/M/yyyy", "MMM yyyy"]);
        mapping.Empty.ShouldBe(["n.d."]);
        mapping.Partnership.ShouldBe(new MappedPartnership("Engagements au 1er mars"));
        columns
            .Columns.Single(c => c.Field == "status")
            .Words.ShouldBe(
                [new("En cours", "active", 2), new("Cancelado", "withdrawn", 1), new("Ongoing", "active", 1)],
                ignoreOrder: true
            );
        columns.Columns.Single(c => c.Field == "sdgTargets").Samples.ShouldBe(["17.10, 3.8", "3.8", "SDG 17.16"]);
    }

    [DatabaseFact]
    public async Task It_is_checked_and_then_imported_without_being_sent_again()
    {
        var id = await Upload(French, 1252);
        var mapping = (await Columns(id)).Mapping!;
        var refusal = await Should.ThrowAsync<DomainException>(() => _host.Send(new RunImport(id, mapping, DryRun: true)));
        refusal.Code.ShouldBe("import.partnershipStartDate", "nothing is invented");
        mapping = mapping with { Partnership = mapping.Partnership with { StartDate = new DateOnly(2024, 1, 1) } };

        var check = await Run(new RunImport(id, mapping, DryRun: true));
        (check.DryRun, check.State, check.Rows, check.Imported, check.Refused).ShouldBe(
            (true, ImportState.Completed, 4, 4, 0),
            Shown(check)
        );
        check.Preview!.Count.ShouldBe(4);
        (await _host.Send(new ListCommitments())).Items.ShouldBeEmpty();

        var done = await Run(new RunImport(id));
        (done.DryRun, done.State, done.Rows, done.Imported, done.Refused).ShouldBe((false, ImportState.Completed, 4, 4, 0), Shown(done));
        var known = (await _host.Send(new ListCommitments())).Items.ToDictionary(c => c.SourceId!);
        known["B-1"]
            .ShouldSatisfyAllConditions(
                c => c.OrganizationName.ShouldBe("Ministère de la Santé"),
                c => c.DueDate.ShouldBe(new DateOnly(2027, 12, 31)),
                c => c.SdgTargets.ShouldBe(["17.10", "3.8"])
            );
        var first = await _host.Send(new GetCommitment(new CommitmentId(known["B-1"].Id)));
        (first.Funding!.Amount, first.Funding.Currency, first.TimeZone).ShouldBe((1_200_000.50m, "XOF", "Africa/Porto-Novo"));
        first.Milestones.ShouldHaveSingleItem().DueDate.ShouldBe(new DateOnly(2027, 6, 30));
        (known["B-2"].Status, known["B-2"].DueDate).ShouldBe((CommitmentStatus.Withdrawn, new DateOnly(2026, 4, 5)));
        known["B-3"].DueDate.ShouldBe(new DateOnly(2027, 12, 31));
        known["B-4"].Status.ShouldBe(CommitmentStatus.Draft, "it has no due date");

        (await Should.ThrowAsync<DomainException>(() => _host.Send(new RunImport(id)))).Code.ShouldBe("import.alreadyImported");
        var again = await Run(new RunImport(await Upload(French, 1252), mapping));
        (again.Imported, again.Unchanged).ShouldBe((0, 4), Shown(again));
    }

    [DatabaseFact]
    public async Task A_title_above_the_heading_of_a_workbook_and_a_cover_sheet_are_passed_over()
    {
        var book = new Workbook
        {
            Sheet = null,
            Rows =
                Workbook.Row(1, "Work plan 2026")
                + Workbook.Row(3, "Ref", "Organization", "Type", "Activity", "Deadline", "SDG target")
                + Workbook.Row(4, "1", "Clinics for All", "NGO", "Train nurses in every district", "Mar-27", "3.8"),
        };
        var columns = await Columns(await _host.Send(new UploadImport("plan.xlsx", book.ToStream())));
        columns.Sheets.ShouldBe(["One", "Two"]);
        columns.Mapping!.File.ShouldBe(new FileLayout(null, 3));
        columns.Mapping.Partnership.Name.ShouldBe("Work plan 2026");
        Fields(columns)
            .ShouldBe([
                "Ref = sourceId",
                "Organization = organization.name",
                "Type = organization.type",
                "Activity = title",
                "Deadline = dueDate",
                "SDG target = sdgTargets",
            ]);

        var cover = book with { Rows = Workbook.Row(1, "How to read this"), SheetName = "Cover" };
        (await Columns(await _host.Send(new UploadImport("cover.xlsx", cover.ToStream())))).Sheets[0].ShouldBe("Cover");
    }

    [DatabaseTheory]
    [InlineData("05/04/2026,06/04/2026", null, 2)]
    [InlineData("05/04/2026,13/04/2026", DateOrder.DayFirst, 0)]
    [InlineData("05/04/2026,04/13/2026", DateOrder.MonthFirst, 0)]
    [InlineData("13/04/2026,04/13/2026", null, 0)]
    [InlineData("2026-04-05,5 avr. 2026", null, 0)]
    public async Task The_order_of_day_and_month_is_decided_by_what_is_read_or_asked(string dates, DateOrder? order, int asked)
    {
        var rows = string.Concat(dates.Split(',').Select((date, i) => $"Commitment number {i},Org {i},NGO,{date}\n"));
        var columns = await Columns(await Upload("Title,Organization,Type,Due date\n" + rows));
        columns.Mapping!.DateOrder.ShouldBe(order);
        columns.AskedDates.Count.ShouldBe(asked);
        if (asked > 0)
            columns.AskedDates[0].ShouldBe(new AmbiguousDate("Due date", "05/04/2026", new DateOnly(2026, 4, 5), new DateOnly(2026, 5, 4)));
    }

    [DatabaseTheory]
    [InlineData(
        "Страна,Организация,Обязательство,Срок,Статус",
        1251,
        TextEncoding.Windows1251,
        "Кения,Клиника,Обучить медсестер всех районов,31.12.2027,Выполняется"
    )]
    [InlineData(
        "البلد,المنظمة,الالتزام,الموعد النهائي,الحالة",
        1256,
        TextEncoding.Windows1256,
        "كينيا,المستشفى العام,تدريب الممرضات في كل المناطق,31/12/2027,جاري"
    )]
    [InlineData("国家,组织,承诺,截止日期,状态", 65001, null, "肯尼亚,诊所网络,为每个地区培训护士并提供设备支持,2027年12月31日,进行中")]
    [InlineData(
        "País;Organización;Compromiso;Fecha límite;Estado",
        1252,
        TextEncoding.Windows1252,
        "Kenia;Clínicas;Formar a enfermeras en cada distrito;31-dic-2027;En curso"
    )]
    public async Task Headings_and_words_of_other_languages_are_known(string heading, int codePage, TextEncoding? encoding, string row)
    {
        var columns = await Columns(await Upload($"{heading}\n{row}\n", codePage));
        Fields(columns)
            .Select(field => field.Split(" = ")[1])
            .ShouldBe(["organization.countryCode", "organization.name", "title", "dueDate", "status"]);
        (columns.Mapping!.File?.Encoding).ShouldBe(encoding);
        columns.MissingFields.ShouldBe(["organization.type"]);
        var mapping = columns.Mapping with
        {
            Fixed = [new FixedValue("organization.type", "22")],
            Partnership = new MappedPartnership("Languages", new DateOnly(2024, 1, 1)),
        };
        var done = await Run(new RunImport(new ImportId(columns.ImportId), mapping));
        (done.Imported, done.Refused).ShouldBe((1, 0), Shown(done));
        var commitment = (await _host.Send(new ListCommitments())).Items.ShouldHaveSingleItem();
        (commitment.DueDate, commitment.OrganizationCountryCode).ShouldBe((new DateOnly(2027, 12, 31), "KE"));
    }

    [DatabaseFact]
    public async Task A_mapping_survives_as_a_profile_that_can_be_saved_and_used_for_the_next_file()
    {
        var mapping = (await Columns(await Upload(French, 1252))).Mapping! with
        {
            Partnership = new MappedPartnership("Réseau {ouest}", new DateOnly(2024, 1, 1)),
            Fixed = [new FixedValue("sdgTargets", "3.8"), new FixedValue("place", "Région {nord}")],
        };
        await _host.Send(new SaveImportProfile("Liste de l'Ouest", mapping));
        var saved = await _host.Send(new GetImportProfile("LISTE de l'ouest"));
        MappingProfile.Read(saved.Profile.GetRawText()).ShouldNotBeNull();

        var id = await Upload(French, 1252);
        var shown = await _host.Send(new GetImportColumns(id, SavedProfile: "liste de l'ouest"));
        shown.IsProposal.ShouldBeFalse();
        shown.Mapping!.Partnership.ShouldBe(mapping.Partnership);
        shown
            .Mapping.Columns.Select(c => (c.Column, c.Field, c.Split))
            .ShouldBe(mapping.Columns.Select(c => (c.Column, c.Field, c.Split)), ignoreOrder: true);
        shown.Mapping.Fixed!.ShouldBe(mapping.Fixed, ignoreOrder: true);
        var done = await Run(new RunImport(id, SavedProfile: "Liste de l'Ouest"));
        (done.Imported, done.Refused).ShouldBe((4, 0), Shown(done));

        await _host.Send(new SaveImportProfile("liste de l'OUEST", mapping with { DateOrder = DateOrder.MonthFirst }));
        (await _host.Send(new ListImportProfiles())).Items.ShouldHaveSingleItem().Name.ShouldBe("liste de l'OUEST");
        await _host.Send(new RemoveImportProfile("Liste de l'Ouest"));
        (await Should.ThrowAsync<DomainException>(() => _host.Send(new GetImportProfile("Liste de l'Ouest")))).Kind.ShouldBe(
            RefusalKind.NotFound
        );
    }

    [DatabaseFact]
    public async Task A_file_without_ids_is_the_same_when_it_comes_again()
    {
        const string file =
            "Organization,Country,Pledge,Deadline\nA,KE,Train nurses,2027-12-31\nA,KE,Fund clinics,2027-12-31\nB,KE,Train "
            + "nurses,2027-12-31\n";
        var mapping = (await Columns(await Upload(file))).Mapping! with
        {
            Fixed = [new FixedValue("organization.type", "22"), new FixedValue("sdgTargets", "3.8")],
            Partnership = new MappedPartnership("Pledges", new DateOnly(2024, 1, 1)),
        };
        (await Run(new RunImport(await Upload(file), mapping))).Imported.ShouldBe(3);
        var again = await Run(new RunImport(await Upload(file), mapping));
        (again.Imported, again.Unchanged, again.Refused).ShouldBe((0, 3, 0), Shown(again));
    }

    [DatabaseFact]
    public async Task A_word_that_nobody_knows_refuses_its_row_until_it_is_mapped()
    {
        var far = string.Concat(Enumerable.Range(1, 250).Select(i => $"A,NGO,Train nurses of district {i},2027-12-31,Ongoing\n"));
        var file =
            $"Organization,Type,Pledge,Due date,Status\nB,NGO,Fund clinics,2027-12-31,Blocked by snow\n{far}C,NGO,Build wells,"
            + $"2027-12-31,Under water\n";
        var id = await Upload(file);
        var columns = await Columns(id);
        columns.Columns.Single(c => c.Field == "status").Words.ShouldContain(new FoundWord("Blocked by snow", null, 1));
        var mapping = columns.Mapping! with { Partnership = new MappedPartnership("Pledges", new DateOnly(2024, 1, 1)) };
        var check = await Run(new RunImport(id, mapping, DryRun: true));
        (check.Imported, check.Refused).ShouldBe((250, 2), Shown(check));
        check.Reasons!.ShouldContain(r => r.Code == "import.unknownValue" && r.Field == "status");

        (await Columns(id))
            .Columns.Single(c => c.Field == "status")
            .Words.Where(w => w.Value is null)
            .Select(w => w.Word)
            .ShouldBe(["Blocked by snow", "Under water"], ignoreOrder: true, "a word far below is shown once it was refused");

        var status = mapping.Columns.Single(c => c.Field == "status");
        mapping = mapping with
        {
            Columns =
            [
                .. mapping.Columns.Where(c => c != status),
                status with
                {
                    Words = [.. status.Words!, new("Blocked by snow", "active"), new("Under water", "active")],
                },
            ],
        };
        var second = await Run(new RunImport(id, mapping, DryRun: true));
        (second.Imported, second.Refused, second.Items.Count(i => !i.IsWarning)).ShouldBe((252, 0, 0), Shown(second));
        (await Columns(id))
            .Mapping!.Columns.Single(c => c.Field == "status")
            .Words!.ShouldContain(new MappedWord("Blocked by snow", "active"));
    }

    [DatabaseFact]
    public async Task Our_own_file_needs_no_mapping_and_an_unmapped_one_is_not_run()
    {
        using var template = new MemoryStream();
        await _host.Send(new GetImportTemplate(Application.Exports.TableFormat.Csv, template));
        template.Position = 0;
        var own = await _host.Send(new UploadImport("template.csv", template));
        var columns = await Columns(own);
        (columns.IsOwnFormat, columns.Mapping).ShouldBe((true, null));
        (await Run(new RunImport(own, DryRun: true))).State.ShouldBe(ImportState.Completed);

        var other = await Upload("a,b\n1,2\n");
        (await Should.ThrowAsync<DomainException>(() => _host.Send(new RunImport(other)))).Code.ShouldBe("import.profileRequired");
    }

    [DatabaseFact]
    public async Task Uploads_and_dry_runs_that_nobody_imported_are_removed_after_a_month()
    {
        var (old, kept) = (await Upload("a,b\n1,2\n"), await Upload(French, 1252));
        var mapping = (await Columns(kept)).Mapping! with { Partnership = new MappedPartnership("P", new DateOnly(2024, 1, 1)) };
        await Run(new RunImport(kept, mapping));
        _host.Clock.Now += PurgeImportDrafts.RetentionPeriod + TimeSpan.FromHours(1);
        var fresh = await Upload("a,b\n1,2\n");

        (await _host.Send(new PurgeImportDrafts())).ShouldBe(1);
        (await Should.ThrowAsync<DomainException>(() => _host.Send(new GetImport(old)))).Kind.ShouldBe(RefusalKind.NotFound);
        (await _host.Send(new GetImport(kept))).State.ShouldBe(ImportState.Completed);
        (await Columns(fresh)).RowsRead.ShouldBe(1);
    }

    private async Task<ImportId> Upload(string text, int codePage = 65001)
    {
        var encoding = codePage == 65001 ? new UTF8Encoding(false) : CodePagesEncodingProvider.Instance.GetEncoding(codePage)!;
        using var content = new MemoryStream(encoding.GetBytes(text));
        return await _host.Send(new UploadImport("Liste_2026.csv", content));
    }

    private Task<ImportColumns> Columns(ImportId id) => _host.Send(new GetImportColumns(id));

    private async Task<ImportDetails> Run(RunImport command)
    {
        await _host.Send(command);
        await _host.Send(new RunImports());
        return await _host.Send(new GetImport(command.ImportId));
    }

    private static List<string> Fields(ImportColumns columns) =>
        [.. columns.Columns.Where(c => c.Field is not null).Select(c => $"{c.Name} = {c.Field}")];

    private static string Shown(ImportDetails done) =>
        string.Join('\n', done.Items.Select(i => $"{i.Line} {i.Field} {i.Message}").Append(done.Failure));
}
