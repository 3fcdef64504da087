using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.History;
using PartnershipTracker.Application.Reports;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.Domain.Reports;
using PartnershipTracker.Infrastructure.Persistence;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Application.Tests.History;

public sealed class AuditOnSqlite(OnSqlite fixture) : AuditTests(fixture), IClassFixture<OnSqlite>;

public sealed class AuditOnPostgreSql(OnPostgreSql fixture) : AuditTests(fixture), IClassFixture<OnPostgreSql>;

public abstract class AuditTests(HostFixture fixture) : IAsyncLifetime
{
    private const string AnotherId = "'00000000-0000-7000-8000-000000000001'";

    private readonly TrackerHost _host = fixture.Host;
    private OrganizationId _organization;
    private PartnershipId _partnership;

    /// <summary>Each column of the table, and the smallest possible forgery of it.</summary>
    public static TheoryData<string, string> Forgeries =>
        new()
        {
            { "Seq", "-\"Seq\"" },
            { "At", "\"At\" + 1" },
            { "ActorKind", "LOWER(\"ActorKind\")" },
            { "ActorId", AnotherId },
            { "Event", "UPPER(\"Event\")" },
            { "CommitmentId", AnotherId },
            { "OrganizationId", AnotherId },
            { "PartnershipId", AnotherId },
            { "InitiativeId", AnotherId },
            { "DialogueId", AnotherId },
            { "Data", "REPLACE(\"Data\", '2027', '2028')" },
            { "Number", "\"Number\" + 100000" },
            { "Hash", "UPPER(\"Hash\")" },
            { "SealedAt", "\"SealedAt\" + 1" },
            { "Record", "REPLACE(\"Record\", 'added', 'Added')" },
        };

    public async Task InitializeAsync()
    {
        _organization = await _host.Organization("Green Delta");
        _partnership = await _host.ActivePartnership(_organization, await _host.Organization("Ministry"));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [DatabaseFact]
    public async Task Sealing_twice_changes_nothing()
    {
        await Draft();
        (await _host.Send(new SealHistory())).ShouldBeGreaterThan(0);
        var first = await Seals();
        var verified = await _host.Send(new VerifyAudit());

        (await _host.Send(new SealHistory())).ShouldBe(0);
        (await Seals()).ShouldBe(first);
        (await _host.Send(new VerifyAudit())).ShouldBeEquivalentTo(verified);
        verified.ShouldSatisfyAllConditions(
            v => v.Valid.ShouldBeTrue(),
            v => v.Entries.ShouldBe(first.Count),
            v => v.Unsealed.ShouldBe(0),
            v => v.FirstBroken.ShouldBeNull(),
            v => v.Head.ShouldBe(first[^1].Hash)
        );
        first.Select(s => s.Number).ShouldBe(Enumerable.Range(1, first.Count).Select(n => (long?)n));
    }

    [DatabaseFact]
    public async Task Several_batches_form_one_chain()
    {
        await _host.Send(new SealHistory());
        var before = (await _host.Send(new VerifyAudit())).Entries;
        await _host.Db(async db =>
        {
            db.History.AddRange(
                Enumerable
                    .Range(0, 4100)
                    .Select(i => new HistoryEntry(
                        default,
                        "partnershipActivated",
                        $$"""{"members":{{i}}}""",
                        Actor.System,
                        _host.Clock.Now
                    ))
            );
            return await db.SaveChangesAsync();
        });

        (await _host.Send(new SealHistory())).ShouldBe(4100);
        var verified = await _host.Send(new VerifyAudit());
        verified.Valid.ShouldBeTrue();
        verified.Entries.ShouldBe(before + 4100);
    }

    [DatabaseFact]
    public async Task Entries_that_are_not_sealed_yet_are_counted()
    {
        await _host.Send(new SealHistory());
        var before = await _host.Send(new VerifyAudit());
        await Draft();
        await Draft();

        (await _host.Send(new VerifyAudit())).ShouldSatisfyAllConditions(
            v => v.Valid.ShouldBeTrue(),
            v => v.Entries.ShouldBe(before.Entries),
            v => v.Unsealed.ShouldBe(2)
        );
    }

    [DatabaseTheory]
    [MemberData(nameof(Forgeries))]
    public async Task A_changed_byte_in_any_column_is_found(string column, string forged)
    {
        var number = await SealedDraft();
        var result = await After($"""UPDATE "History" SET "{column}" = {forged} WHERE "Number" = {number}""");
        result.ShouldSatisfyAllConditions(r => r.Valid.ShouldBeFalse(), r => r.FirstBroken.ShouldBe(number));
        (await _host.Send(new VerifyAudit())).Valid.ShouldBeTrue("the forgery was rolled back");
    }

    [DatabaseFact]
    public Task The_forgeries_cover_all_columns() =>
        _host.Db(db =>
        {
            db.Model.FindEntityType(typeof(HistoryEntry))!
                .GetProperties()
                .Select(p => p.GetColumnName())
                .ShouldBe(Forgeries.Select(f => (string)f[0]), ignoreOrder: true);
            return Task.FromResult(0);
        });

    [DatabaseFact]
    public async Task A_removed_row_is_found()
    {
        var number = await SealedDraft();
        (await After($"""DELETE FROM "History" WHERE "Number" = {number}""")).FirstBroken.ShouldBe(number);
    }

    [DatabaseFact]
    public async Task A_removed_row_is_found_even_where_the_numbers_close_the_gap()
    {
        var number = await SealedDraft();
        var result = await After(
            $"""DELETE FROM "History" WHERE "Number" = {number}""",
            $"""UPDATE "History" SET "Number" = {number} WHERE "Number" = {number + 1}"""
        );
        result.FirstBroken.ShouldBe(number);
    }

    [DatabaseFact]
    public async Task A_removed_end_of_the_chain_is_found_by_the_hash_in_an_accountability_report()
    {
        await SealedDraft();
        var printed = (await _host.Send(new VerifyAudit())).Head!;
        var last = (await _host.Send(new VerifyAudit())).Entries;
        string[] cut = [$"""DELETE FROM "History" WHERE "Number" = {last}"""];

        (await After(cut)).ShouldSatisfyAllConditions(
            r => r.FirstBroken.ShouldBeNull("the chain does not show it without an earlier hash"),
            r => r.Differences.ShouldContain(d => d.Field == "Status", "the commitment does")
        );
        (await After(new VerifyAudit(printed), cut)).FirstBroken.ShouldBe(last);
        (await _host.Send(new VerifyAudit(printed))).Valid.ShouldBeTrue();
    }

    [DatabaseFact]
    public async Task An_entry_cannot_be_removed_from_the_chain_and_sealed_again()
    {
        await SealedDraft();
        var last = (await _host.Send(new VerifyAudit())).Entries;
        var result = await After($"""UPDATE "History" SET "Number" = NULL WHERE "Number" = {last}""");
        result.Valid.ShouldBeFalse();
        result.LostSeals.ShouldHaveSingleItem().Event.ShouldBe("commitmentSubmitted");
    }

    [DatabaseFact]
    public async Task An_entry_of_which_the_whole_seal_was_removed_is_named()
    {
        var number = await SealedDraft();
        _host.Clock.Now += TimeSpan.FromMinutes(11);
        await SealedDraft();
        var removed = $"""UPDATE "History" SET "Number" = NULL, "Hash" = NULL, "SealedAt" = NULL WHERE "Number" = {number}""";
        var result = await After(removed);
        (result.Valid, result.FirstBroken).ShouldBe((false, number));
        result.LostSeals.ShouldHaveSingleItem().Event.ShouldBe("commitmentDrafted");
    }

    [DatabaseFact]
    public async Task An_entry_that_was_not_there_at_a_sealing_long_after_its_time_is_a_remark()
    {
        await SealedDraft();
        var before = _host.Clock.Now;
        _host.Clock.Now += TimeSpan.FromMinutes(30);
        await SealedDraft();
        var now = _host.Clock.Now;
        _host.Clock.Now = before + TimeSpan.FromMinutes(19);
        await Draft();
        _host.Clock.Now = now + TimeSpan.FromMinutes(1);
        await Draft();
        await _host.Send(new SealHistory());

        var result = await _host.Send(new VerifyAudit());
        result.Valid.ShouldBeTrue();
        result.RecordedLate.ShouldHaveSingleItem().At.ShouldBe(before + TimeSpan.FromMinutes(19));
    }

    [DatabaseFact]
    public async Task A_seal_that_comes_late_for_all_is_no_remark()
    {
        await SealedDraft();
        await Draft();
        _host.Clock.Now += TimeSpan.FromHours(3);
        await Draft();
        await _host.Send(new SealHistory());
        (await _host.Send(new VerifyAudit())).RecordedLate.ShouldNotContain(entry =>
            entry.Seq > 0 && entry.At > _host.Clock.Now.AddHours(-4)
        );
    }

    [DatabaseFact]
    public async Task Each_accountability_report_holds_the_last_hash_of_the_chain()
    {
        await SealedDraft();
        var head = (await _host.Send(new VerifyAudit())).Head!;
        var schedule = await _host.Send(new ScheduleReport("Board", AccountabilityReportFrequency.Weekly, 8, "UTC", ["board@example.org"]));
        var report = await _host.Send(new GetAccountabilityReport(await _host.Send(new RunReportSchedule(schedule))));

        report.Text.ShouldContain(head);
        report.Html.ShouldContain(head);
        report.Snapshot.GetProperty("auditHead").GetProperty("hash").GetString().ShouldBe(head);
    }

    [DatabaseTheory]
    [InlineData(Role.Secretariat, true)]
    [InlineData(Role.Board, true)]
    [InlineData(Role.Reviewer, true)]
    [InlineData(Role.Officer, false)]
    [InlineData(Role.Reporter, false)]
    [InlineData(Role.Community, false)]
    [InlineData(null, false)]
    public async Task Only_the_secretariat_the_board_and_reviewers_verify_the_history(Role? role, bool may)
    {
        var asked = _host.SendAs(role, role is null or Role.Secretariat ? null : _organization, new VerifyAudit());
        if (may)
            await asked;
        else
            (await Should.ThrowAsync<DomainException>(asked)).Kind.ShouldBe(RefusalKind.Forbidden);
    }

    private Task<Domain.Commitments.CommitmentId> Draft() => _host.Draft(_partnership, _organization, "2027-06-30");

    /// <returns>The number of an entry in the middle of the chain, whose columns are all filled but the actor's id.</returns>
    private async Task<long> SealedDraft()
    {
        var id = await Draft();
        await _host.Send(new SubmitCommitment(id));
        await _host.Send(new SealHistory());
        return await _host.Db(db =>
            db.History.Where(h => h.CommitmentId == id.Value && h.Event == "commitmentDrafted").Select(h => h.Number!.Value).SingleAsync()
        );
    }

    private Task<List<(long? Number, string? Hash)>> Seals() =>
        _host.Db(async db =>
            (await db.History.OrderBy(h => h.Number).Select(h => new { h.Number, h.Hash }).ToListAsync()).ConvertAll(h =>
                (h.Number, h.Hash)
            )
        );

    private Task<AuditResult> After(params string[] statements) => After(new VerifyAudit(), statements);

    /// <summary>The result after somebody changed the database directly; the change is rolled back afterwards.</summary>
    private async Task<AuditResult> After(VerifyAudit query, params string[] statements)
    {
        await using var scope = _host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().ActAsSystem();
        var db = scope.ServiceProvider.GetRequiredService<TrackerDb>();
        await using var transaction = await db.Database.BeginTransactionAsync();
        foreach (var sql in statements)
            (await db.Database.ExecuteSqlRawAsync(sql)).ShouldBe(1, sql);
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(query);
    }
}
