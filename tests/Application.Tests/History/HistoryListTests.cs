using System.Globalization;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Exports;
using PartnershipTracker.Application.History;
using PartnershipTracker.Application.Partnerships;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.TestKit;
using static PartnershipTracker.TestKit.TestClock;

namespace PartnershipTracker.Application.Tests.History;

public sealed class HistoryListOnSqlite(OnSqlite fixture) : HistoryListTests(fixture), IClassFixture<OnSqlite>;

public sealed class HistoryListOnPostgreSql(OnPostgreSql fixture) : HistoryListTests(fixture), IClassFixture<OnPostgreSql>;

public abstract class HistoryListTests(HostFixture fixture) : IAsyncLifetime
{
    private readonly TrackerHost _host = fixture.Host;
    private OrganizationId _own,
        _partner,
        _stranger;
    private PartnershipId _shared,
        _hidden;
    private CommitmentId _ours,
        _theirs,
        _strangers;

    public async Task InitializeAsync()
    {
        _host.Clock.Now = Start;
        _own = await _host.Organization("Own");
        _partner = await _host.Organization("Partner");
        _stranger = await _host.Organization("Stranger");
        _shared = await _host.ActivePartnership("Shared", _own, _partner);
        _hidden = await _host.ActivePartnership("Hidden", _stranger, await _host.Organization("Stranger's partner"));
        _host.Clock.Now = Start.AddDays(1);
        _ours = await _host.Draft(_shared, _own, "2027-06-30");
        _theirs = await _host.Draft(_shared, _partner, "2027-06-30");
        _strangers = await _host.Draft(_hidden, _stranger, "2027-06-30");
        _host.Clock.Now = Start.AddDays(2);
        await _host.Send(new SubmitCommitment(_ours));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [DatabaseFact]
    public async Task The_newest_entry_comes_first_as_a_sentence_with_its_ids()
    {
        var list = await _host.Send(new ListHistory { PartnershipId = _shared.Value });

        list.Items.Select(h => h.Event)
            .ShouldBe([
                "commitmentSubmitted",
                "commitmentDrafted",
                "commitmentDrafted",
                "partnershipActivated",
                "memberJoined",
                "memberJoined",
                "partnershipProposed",
            ]);
        list.Total.ShouldBe(7);
        list.Items.ShouldAllBe(h =>
            h.PartnershipId == _shared.Value && h.Text.Length > 0 && !h.Text.Contains('{') && h.By == "PartnershipTracker"
        );
        list.Items[0].CommitmentId.ShouldBe(_ours.Value);
        list.Items[0].OrganizationId.ShouldBe(_own.Value);
    }

    [DatabaseFact]
    public async Task The_history_can_be_filtered()
    {
        (await Events(new ListHistory { CommitmentId = _ours.Value })).ShouldBe(["commitmentSubmitted", "commitmentDrafted"]);
        (await Events(new ListHistory { OrganizationId = _partner.Value, Event = "commitmentDrafted" })).ShouldBe(["commitmentDrafted"]);
        (
            await Events(
                new ListHistory
                {
                    PartnershipId = _shared.Value,
                    From = Day("2026-11-22"),
                    To = Day("2026-11-22"),
                }
            )
        ).ShouldBe(["commitmentDrafted", "commitmentDrafted"]);
        (await Events(new ListHistory { PartnershipId = _shared.Value, From = Day("2026-11-23") })).ShouldBe(["commitmentSubmitted"]);
        (await Events(new ListHistory { PartnershipId = _shared.Value, To = Day("2026-11-20") })).ShouldBeEmpty();
        (await Events(new ListHistory { PartnershipId = _shared.Value, To = DateRules.Latest })).Count.ShouldBe(7);
        await Should.ThrowAsync<FluentValidation.ValidationException>(_host.Send(new ListHistory { Event = "commitmentForgotten" }));
    }

    [DatabaseFact]
    public async Task The_pages_of_the_history_neither_lose_nor_repeat_entries()
    {
        var whole = (await _host.Send(new ListHistory { PartnershipId = _shared.Value })).Items.Select(Shown).ToList();
        foreach (var limit in new[] { 1, 2, 3 })
        {
            var (seen, cursor) = (new List<string>(), (string?)null);
            do
            {
                var page = await _host.Send(
                    new ListHistory
                    {
                        PartnershipId = _shared.Value,
                        Limit = limit,
                        Cursor = cursor,
                    }
                );
                seen.AddRange(page.Items.Select(Shown));
                cursor = page.Next;
            } while (cursor is not null && seen.Count <= whole.Count);
            seen.ShouldBe(whole);
        }
    }

    [DatabaseTheory]
    [InlineData(Role.Board, true, true)]
    [InlineData(Role.Officer, true, false)]
    [InlineData(Role.Reporter, true, false)]
    [InlineData(Role.Community, false, false)]
    [InlineData(Role.Member, false, false)]
    public async Task Each_role_reads_only_the_history_of_what_it_may_see(Role role, bool seesShared, bool seesHidden)
    {
        Task<IReadOnlyList<string>> Read(ListHistory query) => Events(query, role);

        (await Read(new() { CommitmentId = _ours.Value })).Count.ShouldBe(seesShared ? 2 : 0);
        (await Read(new() { CommitmentId = _theirs.Value })).Count.ShouldBe(seesShared ? 1 : 0);
        (await Read(new() { CommitmentId = _strangers.Value })).Count.ShouldBe(seesHidden ? 1 : 0);
        (await Read(new() { PartnershipId = _shared.Value })).Count.ShouldBe(seesShared ? 7 : 0);
        (await Read(new() { PartnershipId = _hidden.Value })).Count.ShouldBe(seesHidden ? 5 : 0);
        (await Read(new() { OrganizationId = _partner.Value, Event = "organizationRegistered" })).Count.ShouldBe(seesShared ? 1 : 0);
        (await Read(new() { OrganizationId = _stranger.Value })).Count.ShouldBe(seesHidden ? 4 : 0);

        await _host.Send(new PublishPartnership(_hidden, IsPublished: true));
        (await Read(new() { PartnershipId = _hidden.Value, Event = "partnershipActivated" })).Count.ShouldBe(1, "it is published");
        (await Read(new() { CommitmentId = _strangers.Value })).Count.ShouldBe(seesHidden ? 1 : 0, "it is still a draft");
    }

    [DatabaseTheory]
    [InlineData(Role.Board, 1, 1)]
    [InlineData(Role.Officer, 1, 0)]
    [InlineData(Role.Reporter, 0, 0)]
    public async Task Changes_of_contacts_are_shown_only_to_officers_of_the_organization_and_the_board(Role role, int own, int partners)
    {
        (await Events(new ListHistory { OrganizationId = _own.Value, Event = "contactAdded" }, role)).Count.ShouldBe(own);
        (await Events(new ListHistory { OrganizationId = _partner.Value, Event = "contactAdded" }, role)).Count.ShouldBe(partners);
    }

    [DatabaseFact]
    public async Task The_history_as_csv_holds_the_same_entries_and_no_cell_is_a_formula()
    {
        var organization = await _host.Organization("=1+1 \"so\"");
        var partnership = await _host.ActivePartnership(organization, _partner);
        var reporter = _host.Client(await _host.Key(organization, "reporter"));
        _host.Clock.Now = Start.AddDays(3);
        (
            await reporter.Post(
                "/api/v1/commitments",
                new
                {
                    partnershipId = partnership.Value,
                    organizationId = organization.Value,
                    title = "A commitment",
                    sdgTargets = new[] { "3.4" },
                    dueDate = "2027-06-30",
                }
            )
        ).MustBe(201);

        var answer = (await reporter.Get($"/api/v1/history.csv?partnershipId={partnership.Value}")).MustBe(200);
        answer.MediaType.ShouldBe("text/csv");
        var lines = answer.Text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines[0].ShouldBe("at,by,event,text,commitmentId,partnershipId,organizationId,initiativeId,dialogueId");
        lines.Length.ShouldBe(1 + (await _host.Send(new ListHistory { PartnershipId = partnership.Value })).Total!.Value);
        lines[1].ShouldStartWith("2026-11-24T06:00:00.0000000Z,");
        lines[1].Split(',')[1].Trim('"').ShouldStartWith("'=1+1");
        lines[1].ShouldContain("\"\"so\"\"");
        lines[1].ShouldEndWith($"{partnership.Value},{organization.Value},,");
        lines.Skip(1).ShouldAllBe(line => DateTimeOffset.Parse(line.Split(',')[0], CultureInfo.InvariantCulture) >= Start);

        (await reporter.Get("/api/v1/history.csv?event=nonsense")).MustRefuse(400, "request.invalid", "event");
        (await _host.Client(null).Get("/api/v1/history.csv")).MustBe(401);
        (await _host.Client(null).Get("/api/v1/history")).MustBe(401);
    }

    [DatabaseFact]
    public async Task The_history_as_csv_is_not_split_into_pages()
    {
        await _host.Db(async db =>
        {
            db.History.AddRange(
                Enumerable
                    .Range(0, 2500)
                    .Select(i => new Domain.Common.HistoryEntry(
                        new(null, null, _shared.Value),
                        "partnershipActivated",
                        $$"""{"members":{{i}}}""",
                        Domain.Common.Actor.System,
                        _host.Clock.Now
                    ))
            );
            return await db.SaveChangesAsync();
        });
        using var csv = new MemoryStream();
        await _host.Send(new ExportHistory(new HistoryFilter { PartnershipId = _shared.Value }, TableFormat.Csv, csv));

        var lines = System.Text.Encoding.UTF8.GetString(csv.ToArray()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(1 + 2500 + 7);
        lines.Distinct().Count().ShouldBe(lines.Length);
    }

    private async Task<IReadOnlyList<string>> Events(ListHistory query, Role role = Role.Secretariat) =>
        [.. (await _host.SendAs(role, role == Role.Secretariat ? null : _own, query)).Items.Select(h => h.Event)];

    private static string Shown(HistoryLine line) => $"{line.At:o} {line.Event} {line.Data}";
}
