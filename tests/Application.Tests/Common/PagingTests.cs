using System.Globalization;
using PartnershipTracker.Application.Access;
using PartnershipTracker.Application.Accountability;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Organizations;
using PartnershipTracker.Application.Partnerships;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.TestKit;
using static PartnershipTracker.TestKit.TestClock;

namespace PartnershipTracker.Application.Tests.Common;

public sealed class PagingOnSqlite(OnSqlite fixture) : PagingTests(fixture), IClassFixture<OnSqlite>;

public sealed class PagingOnPostgreSql(OnPostgreSql fixture) : PagingTests(fixture), IClassFixture<OnPostgreSql>;

public abstract class PagingTests(HostFixture fixture)
{
    private readonly TrackerHost _host = fixture.Host;

    [DatabaseTheory]
    [InlineData("dueDate")]
    [InlineData("-dueDate")]
    [InlineData("title")]
    [InlineData(null)]
    public async Task Pages_neither_lose_nor_repeat_rows_while_others_are_added(string? sort)
    {
        var (partnership, organization) = await Given();
        var original = new List<Guid>();
        foreach (var (due, title) in Rows())
            original.Add((await _host.Draft(partnership, organization, due, title)).Value);

        var seen = new List<CommitmentItem>();
        string? cursor = null;
        do
        {
            var page = await _host.Send(
                new ListCommitments
                {
                    PartnershipId = partnership.Value,
                    Sort = sort,
                    Limit = 4,
                    Cursor = cursor,
                }
            );
            page.Total.HasValue.ShouldBe(cursor is null, "total is counted for the first page only");
            page.Items.Count.ShouldBeLessThanOrEqualTo(4);
            seen.AddRange(page.Items);
            cursor = page.Next;

            // One row is added at either end, and one whose sort key exists many times.
            await _host.Draft(partnership, organization, "2020-01-01", "AAA");
            await _host.Draft(partnership, organization, "2039-01-01", "zzz");
            await _host.Draft(partnership, organization, "2027-06-30", "Same");
        } while (cursor is not null && seen.Count < 200);

        cursor.ShouldBeNull("there is a last page");
        seen.Select(c => c.Id).Distinct().Count().ShouldBe(seen.Count, "no row twice");
        original.Except(seen.Select(c => c.Id)).ShouldBeEmpty("no row lost");
        seen.Select(c => Key(c, sort)).ShouldBe(seen.Select(c => Key(c, sort)).Order(StringComparer.Ordinal), "in order");
    }

    [DatabaseFact]
    public async Task Both_databases_sort_titles_alike_without_regard_to_case_and_accents()
    {
        var (partnership, organization) = await Given();
        foreach (
            var title in new[] { "éclair", "Zebra", "apple", "Éclair", "Ärzte", "10 schools", "नमस्ते", "_under", "Москва", "eclair 2" }
        )
            await _host.Draft(partnership, organization, "2027-01-01", title);

        (await _host.Send(new ListCommitments { PartnershipId = partnership.Value, Sort = "title" }))
            .Items.Select(c => c.Title)
            .ShouldBe(["10 schools", "_under", "apple", "Ärzte", "éclair", "Éclair", "eclair 2", "Zebra", "Москва", "नमस्ते"]);
    }

    [DatabaseFact]
    public async Task Every_list_can_be_read_in_small_pages()
    {
        var (partnership, organization) = await Given();
        for (var i = 0; i < 7; i++)
        {
            var id = await _host.ActiveCommitment(partnership, organization, "2026-01-01", "Overdue", "2025-12-31");
            await _host.Send(new ReportProgress(id, Day("2026-11-01"), "Some."));
            await _host.Send(new AddMember(partnership, await _host.Organization("Same name"), MemberRole.Knowledge));
            await _host.Key(organization, "reporter");
            await _host.ActivePartnership("Same partnership", organization, await _host.Organization("Another"));
        }

        var reported = await _host.ActiveCommitment(partnership, organization, "2027-01-01");
        for (var i = 0; i < 7; i++)
            await _host.Send(new ReportProgress(reported, Day("2026-11-01"), string.Create(CultureInfo.InvariantCulture, $"Report {i}")));
        await _host.Send(new Sweep());

        await ReadPages(cursor => new ListFlags(PartnershipId: partnership.Value, Limit: 3, Cursor: cursor), f => f.Id, 14);
        await ReadPages(cursor => new ListMembers(partnership, Limit: 3, Cursor: cursor), m => m.OrganizationId, 9);
        await ReadPages(cursor => new ListOrganizations("same NAME", Limit: 3, Cursor: cursor), o => o.Id, 7);
        await ReadPages(cursor => new ListPartnerships("same", Limit: 3, Cursor: cursor), p => p.Id, 7);
        await ReadPages(cursor => new ListApiKeys(organization, 3, cursor), k => k.Id, 7);
        await ReadPages(cursor => new ListProgressReports(reported, 3, cursor), r => r.Id, 7);
        (await _host.Send(new ListProgressReports(reported)))
            .Items.Select(r => r.Narrative)
            .ShouldBe(Enumerable.Range(0, 7).Reverse().Select(i => $"Report {i}"), "the newest first");
    }

    [DatabaseTheory]
    [InlineData("not a cursor")]
    [InlineData("e30")]
    [InlineData("bnVsbA")]
    [InlineData("eyJLZXkiOm51bGwsIlNlcSI6MX0")]
    public async Task An_invalid_cursor_is_refused(string cursor)
    {
        foreach (var sort in new[] { "title", "dueDate" })
        {
            var refusal = await Should.ThrowAsync<DomainException>(_host.Send(new ListCommitments { Cursor = cursor, Sort = sort }));
            (refusal.Kind, refusal.Code, refusal.Field).ShouldBe((RefusalKind.Malformed, "request.cursor", "cursor"));
        }
    }

    [DatabaseFact]
    public async Task A_cursor_of_another_sort_is_refused()
    {
        var (partnership, organization) = await Given();
        for (var i = 0; i < 3; i++)
            await _host.Draft(partnership, organization, "2027-01-01");
        var byTitle = (
            await _host.Send(
                new ListCommitments
                {
                    PartnershipId = partnership.Value,
                    Sort = "title",
                    Limit = 1,
                }
            )
        ).Next;
        (
            await Should.ThrowAsync<DomainException>(
                _host.Send(
                    new ListCommitments
                    {
                        PartnershipId = partnership.Value,
                        Sort = "dueDate",
                        Cursor = byTitle,
                    }
                )
            )
        ).Code.ShouldBe("request.cursor");
    }

    private async Task ReadPages<T>(Func<string?, MediatR.IRequest<Page<T>>> ask, Func<T, Guid> id, int expected)
    {
        var seen = new List<Guid>();
        string? cursor = null;
        int? total = null;
        do
        {
            var page = await _host.Send(ask(cursor));
            total ??= page.Total;
            seen.AddRange(page.Items.Select(id));
            cursor = page.Next;
        } while (cursor is not null && seen.Count <= expected);

        seen.Count.ShouldBe(expected);
        seen.Distinct().Count().ShouldBe(expected);
        total.ShouldBe(expected);
    }

    private async Task<(PartnershipId Partnership, OrganizationId Organization)> Given()
    {
        var organization = await _host.Organization("Green Delta");
        return (await _host.ActivePartnership(organization, await _host.Organization("Ministry")), organization);
    }

    /// <summary>Many equal sort keys, and the extremes of both sorts.</summary>
    private static IEnumerable<(string Due, string Title)> Rows() =>
        Enumerable
            .Repeat(("2027-06-30", "Same"), 9)
            .Concat([("2026-12-31", "Ähre"), ("2028-12-31", "ahre"), ("2026-12-31", "Zoo"), ("2027-06-30", "Zoo"), ("2027-01-01", "same")]);

    private static string Key(CommitmentItem c, string? sort) =>
        sort switch
        {
            "title" => TextKey.Of(c.Title),
            "-dueDate" => string.Create(CultureInfo.InvariantCulture, $"{DateOnly.MaxValue.DayNumber - c.DueDate!.Value.DayNumber:d10}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{c.DueDate:yyyy-MM-dd}"),
        };
}
