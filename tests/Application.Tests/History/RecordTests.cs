using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PartnershipTracker.Application.Accountability;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.History;
using PartnershipTracker.Application.Partnerships;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.Domain.Programme;
using PartnershipTracker.Infrastructure.Persistence;
using PartnershipTracker.TestKit;
using static PartnershipTracker.TestKit.TestClock;

namespace PartnershipTracker.Application.Tests.History;

public sealed class RecordOnSqlite(OnSqlite fixture) : RecordTests(fixture), IClassFixture<OnSqlite>;

public sealed class RecordOnPostgreSql(OnPostgreSql fixture) : RecordTests(fixture), IClassFixture<OnPostgreSql>;

/// <summary>Rows are compared with what the history recorded of them.</summary>
public abstract class RecordTests(HostFixture fixture) : IAsyncLifetime
{
    private const string AnotherId = "'00000000-0000-7000-8000-000000000001'";

    /// <summary>A new column belongs to the record, unless it is named here and in the code, with its reason.</summary>
    private static readonly string[] NotRecorded =
    [
        "*.Salt",
        "*.Seq",
        "*.UpdatedAt",
        "Commitments.SweepAt",
        "Evidence.CheckedAt",
        "Evidence.IsDead",
        "Evidence.LastCheck",
        "Milestones.SweepAt",
    ];

    private readonly TrackerHost _host = fixture.Host;
    private OrganizationId _organization;
    private PartnershipId _partnership;

    public async Task InitializeAsync()
    {
        _host.Clock.Now = Start;
        _organization = await _host.Organization("Green Delta");
        _partnership = await _host.ActivePartnership(_organization, await _host.Organization("Ministry"));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [DatabaseFact]
    public async Task A_due_date_and_a_status_changed_in_the_database_are_named_with_what_was_recorded()
    {
        var id = await _host.ActiveCommitment(_partnership, _organization, "2027-06-30");
        await _host.Send(new SealHistory());
        (await _host.Send(new VerifyAudit())).ShouldSatisfyAllConditions(r => r.Valid.ShouldBeTrue(), r => r.Rows.ShouldBeGreaterThan(3));

        var result = await After(
            $"""UPDATE "Commitments" SET "DueDate" = '2029-06-30', "Status" = 'Completed' WHERE "Id" = '{Literal(id.Value)}'"""
        );
        result.Valid.ShouldBeFalse();
        result.Differing.ShouldBe(2);
        result.Differences.ShouldBe(
            [
                new RecordDifference("Commitments", $"{id.Value}", id.Value, "DueDate", "2027-06-30", "2029-06-30"),
                new RecordDifference("Commitments", $"{id.Value}", id.Value, "Status", "Active", "Completed"),
            ],
            ignoreOrder: true
        );
    }

    [DatabaseFact]
    public async Task Each_recorded_column_that_is_changed_in_the_database_is_named()
    {
        await Whole();
        (await _host.Send(new VerifyAudit())).Differences.ShouldBeEmpty();
        var tables = await Tables();
        foreach (var table in tables)
        foreach (var column in table.Columns)
        {
            var set = $"\"{column.Name}\" = {await OtherValue(table, column)}";
            var result = await After($"""UPDATE "{table.Name}" SET {set} WHERE "Seq" = (SELECT MAX("Seq") FROM "{table.Name}")""");
            result.Differences.ShouldContain(d => d.Entity == table.Name && d.Field == column.Name, $"{table.Name}: {set}");
        }
    }

    [DatabaseFact]
    public async Task A_row_that_is_moved_removed_or_added_in_the_database_is_named()
    {
        var id = await Whole();
        var other = await _host.Draft(_partnership, _organization, "2027-06-30");
        foreach (var table in (await Tables()).Where(t => t.Name is not "Commitments"))
        {
            var where = $"""WHERE "Seq" = (SELECT MAX("Seq") FROM "{table.Name}" WHERE "CommitmentId" = '{Literal(id.Value)}')""";
            (await After($"""DELETE FROM "{table.Name}" {where}""")).Differences.ShouldContain(
                d => d.Entity == table.Name && d.CommitmentId == id.Value && d.Field == null && d.Found == null,
                $"{table.Name} removed"
            );
            if (table.Key is not [{ Name: "Id" }])
                continue; // moved to another commitment it may be there already
            (await After($"""UPDATE "{table.Name}" SET "CommitmentId" = '{Literal(other.Value)}' {where}""")).Differences.ShouldContain(
                d => d.Entity == table.Name && (d.Field == "CommitmentId" || d.Expected == null && d.CommitmentId == other.Value),
                $"{table.Name} moved"
            );
        }

        var names = string.Join(", ", await ColumnsOf("Milestones", except: ["Seq", "Id"]));
        var copied = await After(
            $"""INSERT INTO "Milestones" ("Id", {names}) SELECT {AnotherId}{Cast()}, {names} FROM "Milestones" WHERE "Seq" = 1"""
        );
        copied.Differences.ShouldContain(d => d.Entity == "Milestones" && d.Expected == null && d.Found == RecordDifference.Row);
    }

    [DatabaseFact]
    public async Task When_the_sweep_looks_is_compared_with_the_deadlines()
    {
        var id = await _host.ActiveCommitment(_partnership, _organization, "2026-12-24");
        var where = $"""WHERE "Id" = '{Literal(id.Value)}'""";
        foreach (var forged in new[] { "NULL", $"{Start.AddYears(3).UtcTicks}" })
            (await After($"""UPDATE "Commitments" SET "SweepAt" = {forged} {where}"""))
                .Differences.ShouldHaveSingleItem()
                .Field.ShouldBe("SweepAt");
    }

    [DatabaseFact]
    public async Task A_commitment_that_is_gone_is_named_unless_its_import_was_undone()
    {
        var id = await _host.Draft(_partnership, _organization, "2027-06-30", "Screen", "2027-01-31");
        string[] gone =
        [
            .. (await Tables())
                .Where(t => t.Name is not "Commitments")
                .Select(t => $"""DELETE FROM "{t.Name}" WHERE "CommitmentId" = '{Literal(id.Value)}'"""),
            $"""DELETE FROM "Commitments" WHERE "Id" = '{Literal(id.Value)}'""",
        ];
        (await After(false, gone)).Differences.ShouldContain(d => d.Entity == "Commitments" && d.Found == null && d.Field == null);

        var undone = $"""
            INSERT INTO "History" ("At", "ActorKind", "Event", "CommitmentId", "Data")
            VALUES ({Start.UtcTicks}, 'System', 'importUndone', '{Literal(id.Value)}', '{Braces}')
            """;
        (await After(false, [.. gone, undone])).Differences.ShouldBeEmpty();
    }

    [DatabaseFact]
    public async Task Texts_that_are_erased_with_their_salt_are_a_remark()
    {
        var id = await Whole();
        var where = $"""WHERE "CommitmentId" = '{Literal(id.Value)}'""";
        var erased = await After(
            false,
            $"""UPDATE "ProgressReports" SET "Narrative" = '', "Barriers" = NULL, "ReviewNote" = NULL, "Salt" = NULL {where}"""
        );
        erased.ShouldSatisfyAllConditions(r => r.Valid.ShouldBeTrue(), r => r.Erased.ShouldBeGreaterThan(0));
        (await After(false, $"""UPDATE "ProgressReports" SET "Narrative" = 'Other.', "Salt" = NULL {where}""")).Valid.ShouldBeFalse();
    }

    [DatabaseFact]
    public async Task The_history_holds_no_text_that_people_wrote_in_its_records()
    {
        await Whole();
        var records = await _host.Db(db => db.History.Where(h => h.Record != null).Select(h => h.Record!).ToListAsync());
        records.ShouldNotBeEmpty();
        foreach (var word in new[] { "Screen", "Seen", "Nothing", "persons", "example.org" })
            records.ShouldAllBe(record => !record.Contains(word, StringComparison.Ordinal), word);
    }

    [DatabaseFact]
    public async Task Every_column_of_a_commitment_and_its_parts_is_recorded_or_named_with_a_reason()
    {
        var tables = (await Tables()).ToDictionary(t => t.Name);
        tables.Count.ShouldBeGreaterThan(11);
        foreach (var table in tables.Values)
        {
            var known = table.Columns.Concat(table.Key).Select(c => c.Name).Concat(table.NotRecorded.Keys).Append(table.CommitmentColumn);
            (await ColumnsOf(table.Name, except: [])).Select(c => c.Trim('"')).Except(known).ShouldBeEmpty(table.Name);
            table
                .NotRecorded.Keys.Where(column => !NotRecorded.Contains("*." + column) && !NotRecorded.Contains($"{table.Name}.{column}"))
                .ShouldBeEmpty(table.Name);
            table.NotRecorded.Values.ShouldAllBe(reason => reason.Length > 20);
        }

        var ofCommitments = tables["Commitments"].Columns.Select(c => c.Name).Concat(["ValidFrom", "ValidTo"]).ToList();
        tables["CommitmentVersions"].Columns.Select(c => c.Name).Except(ofCommitments).ShouldBeEmpty("versions follow from commitments");
    }

    /// <summary>A commitment with at least one row in every table that is recorded.</summary>
    private async Task<CommitmentId> Whole()
    {
        var supporter = await _host.Organization("Ministry of Health");
        await _host.Send(new AddMember(_partnership, supporter, MemberRole.Implementing));
        var id = await _host.Send(
            new DraftCommitment(
                _partnership,
                _organization,
                new CommitmentDraft
                {
                    Title = "Screen people",
                    Description = "Screen 5,000 people for high blood pressure.",
                    SdgTargets = ["3.4"],
                    DueDate = Day("2026-12-20"),
                    ReportingFrequency = ReportingFrequency.Monthly,
                    Measure = new MeasureDraft("People screened", "persons", 0.5m, Day("2025-12-31"), 5000, "Register"),
                    Funding = new FundingDraft(1000.25m, "EUR"),
                    Themes = [ThemeCodes.NonCommunicableDiseases],
                    TargetGroup = "Adults",
                    Milestones = [new MilestoneDraft("Half of them", Day("2026-12-10"), 0.333333m)],
                }
            )
        );
        await _host.Send(new SubmitCommitment(id));
        await _host.Send(new AcceptCommitment(id));
        await _host.Send(new AddSupporter(id, supporter, 12.5m));
        await _host.Send(new RecordPayment(id, 10.123456m, "EUR", Day("2026-11-01"), "https://example.org/paid"));
        await _host.Send(new RequestChange(id, new ChangeTerms(Day("2027-03-31"), ChangeReason.Funding, "Nothing was paid.")));
        var report = await _host.Send(
            new ReportProgress(id, Day("2026-11-20"), "Screened half.", 2500, Evidence: [new EvidenceLink("Seen", "https://example.org/a")])
        );
        await _host.Send(new AcceptProgressReport(id, report, "Seen."));
        await _host.Send(new AssessCommitment(id, CompletionLevel.Limited, "Seen.", Day("2026-11-20")));
        _host.Clock.Set("2026-12-22T00:00:00Z");
        await _host.Send(new Sweep());
        return id;
    }

    private Task<List<RecordedTable>> Tables() =>
        _host.Db(db => Task.FromResult<List<RecordedTable>>([.. db.Session.RecordedTables, db.Session.RecordedVersions]));

    /// <summary>The columns of EF's model, quoted.</summary>
    private Task<List<string>> ColumnsOf(string table, string[] except) =>
        _host.Db(db =>
            Task.FromResult(
                db.Model.GetRelationalModel()
                    .Tables.Single(t => t.Name == table)
                    .Columns.Select(c => c.Name)
                    .Except(except)
                    .Select(name => $"\"{name}\"")
                    .ToList()
            )
        );

    /// <summary>SQL for a value that differs from the stored one by as little as possible.</summary>
    private async Task<string> OtherValue(RecordedTable table, RecordedColumn column)
    {
        var quoted = $"\"{column.Name}\"";
        var isText = await _host.Db(db =>
            Task.FromResult(
                db.Model.GetRelationalModel().Tables.Single(t => t.Name == table.Name).FindColumn(column.Name)!.StoreTypeMapping.Converter
                    is { ProviderClrType: var stored }
                    ? stored == typeof(string)
                    : db.Model.GetRelationalModel()
                        .Tables.Single(t => t.Name == table.Name)
                        .FindColumn(column.Name)!
                        .StoreTypeMapping.ClrType == typeof(string)
            )
        );
        return column.Kind switch
        {
            RecordedKind.Text => $"COALESCE({quoted}, '') || ' '",
            RecordedKind.Plain when isText => $"CASE WHEN {quoted} = 'A' THEN 'B' ELSE 'A' END",
            RecordedKind.Plain or RecordedKind.Instant => $"COALESCE({quoted}, 0) + 1",
            RecordedKind.Fractional => $"COALESCE({quoted}, 0) + 0.5",
            RecordedKind.Day => "'2031-01-01'",
            RecordedKind.Id => AnotherId,
            RecordedKind.YesNo when _host.Provider == DatabaseProvider.Sqlite => $"1 - COALESCE({quoted}, 0)",
            RecordedKind.YesNo => $"NOT COALESCE({quoted}, FALSE)",
            _ => throw new ArgumentOutOfRangeException(nameof(column)),
        };
    }

    private string Cast() => _host.Provider == DatabaseProvider.Sqlite ? "" : "::uuid";

    private const string Braces = "{{}}";

    private static string Literal(Guid id) => id.ToString().ToUpperInvariant();

    private Task<AuditResult> After(string statement) => After(true, statement);

    /// <summary>The result after somebody changed the database directly; the change is rolled back afterwards.</summary>
    private async Task<AuditResult> After(bool changesARow, params string[] statements)
    {
        await using var scope = _host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().ActAsSystem();
        var db = scope.ServiceProvider.GetRequiredService<TrackerDb>();
        await using var transaction = await db.Database.BeginTransactionAsync();

        // Whoever writes to the file is bound by no foreign key.
        await db.Database.ExecuteSqlRawAsync(
            _host.Provider == DatabaseProvider.Sqlite ? "PRAGMA defer_foreign_keys = 1" : "SET LOCAL session_replication_role = replica"
        );
        foreach (var sql in statements)
        {
            var rows = await db.Database.ExecuteSqlRawAsync(sql);
            if (changesARow)
                rows.ShouldBe(1, sql);
        }

        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new VerifyAudit());
    }
}
