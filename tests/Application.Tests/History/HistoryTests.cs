using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Accountability;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.History;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.TestKit;
using static PartnershipTracker.TestKit.TestClock;

namespace PartnershipTracker.Application.Tests.History;

public sealed class HistoryOnSqlite(OnSqlite fixture) : HistoryTests(fixture), IClassFixture<OnSqlite>;

public sealed class HistoryOnPostgreSql(OnPostgreSql fixture) : HistoryTests(fixture), IClassFixture<OnPostgreSql>;

public abstract class HistoryTests(HostFixture fixture)
{
    private static readonly string[] ExpectedEvents =
    [
        "commitmentDrafted",
        "commitmentSubmitted",
        "commitmentAccepted",
        "flagRaised",
        "flagRaised",
        "milestoneCompleted",
        "flagCleared",
        "progressReported",
        "progressReported",
        "flagCleared",
        "commitmentAssessed",
        "commitmentClosed",
    ];

    private readonly TrackerHost _host = fixture.Host;

    [DatabaseFact]
    public async Task The_history_shows_changes_and_flags_with_the_newest_first()
    {
        var id = await Create(TimeSpan.FromMinutes(1));
        var history = await _host.Send(new GetHistory(id));

        history.Items.Select(h => h.Event).ShouldBe(ExpectedEvents.Reverse());
        history.Total.ShouldBe(ExpectedEvents.Length);
        history.Items.ShouldAllBe(h => h.Text.Length > 0 && !h.Text.Contains('{') && h.By == "PartnershipTracker");
        history.Items.Select(h => h.At).ShouldBe(history.Items.Select(h => h.At).OrderDescending());
        history.Items[0].Text.ShouldContain("partly completed");
        history.Items.Single(h => h.Event == "milestoneCompleted").Text.ShouldContain("Step 1");
    }

    [DatabaseTheory]
    [InlineData(1)]
    [InlineData(0)]
    public async Task The_pages_of_a_history_neither_lose_nor_repeat_entries_of_the_same_instant(int minutesApart)
    {
        var id = await Create(TimeSpan.FromMinutes(minutesApart));
        var whole = await _host.Send(new GetHistory(id));
        whole.Items.Count.ShouldBe(ExpectedEvents.Length);

        foreach (var limit in new[] { 1, 2, 3, 10 })
        {
            var seen = new List<string>();
            string? cursor = null;
            do
            {
                var page = await _host.Send(new GetHistory(id, limit, cursor));
                seen.AddRange(page.Items.Select(Shown));
                cursor = page.Next;
            } while (cursor is not null && seen.Count <= ExpectedEvents.Length);
            seen.ShouldBe(whole.Items.Select(Shown));
        }
    }

    [DatabaseFact]
    public async Task A_history_entry_holds_data_and_no_sentences()
    {
        var id = await Create(TimeSpan.FromMinutes(1));
        var closed = (await _host.Send(new GetHistory(id, 1))).Items.Single();
        closed.Data.GetProperty("outcome").GetString().ShouldBe("partlyCompleted");
        closed.Data.GetProperty("closedOn").GetString().ShouldBe("2026-11-21");
        closed.Data.GetProperty("commitmentId").GetGuid().ShouldBe(id.Value);
    }

    [DatabaseFact]
    public async Task Saving_an_older_version_fails_and_leaves_no_history()
    {
        var organization = await _host.Organization("Green Delta");
        var id = await _host.ActiveCommitment(
            await _host.ActivePartnership(organization, await _host.Organization("Ministry")),
            organization,
            "2027-01-01"
        );
        await _host.Db(async mine =>
        {
            var commitment = await mine.Commitments.SingleAsync(c => c.Id == id);
            await _host.Send(new WithdrawCommitment(id, "Somebody was first."));

            commitment.Withdraw(
                "Too late.",
                isPending: false,
                new DecisionContext(Start, Actor.System, TimeZoneInfo.Utc, true, new AccountabilityRules())
            );
            await Should.ThrowAsync<DbUpdateConcurrencyException>(() => mine.SaveChangesAsync());
            return 0;
        });

        (await _host.Send(new GetCommitment(id))).Status.ShouldBe(CommitmentStatus.Withdrawn);
        (await _host.Send(new GetHistory(id))).Items[0].Event.ShouldBe("commitmentWithdrawn");
    }

    [DatabaseFact]
    public async Task The_history_names_the_milestone_of_a_change_request_and_what_changed()
    {
        var organization = await _host.Organization("Green Delta");
        var id = await _host.ActiveCommitment(
            await _host.ActivePartnership(organization, await _host.Organization("Ministry")),
            organization,
            "2028-01-01",
            "Screen",
            "2027-06-30",
            "2027-09-30"
        );
        var milestone = new MilestoneId((await _host.Send(new GetCommitment(id))).Milestones[0].Id);

        await Approved(new ChangeTerms(Day("2027-08-31"), ChangeReason.Funding, "The money comes later.", milestone));
        (await Sentences(2)).ShouldBe([
            "PartnershipTracker approved the change request for the milestone “Step 1”: its due date changed from 30 June 2027 "
                + "to 31 August 2027. Reason: funding.",
            "PartnershipTracker requested to change the due date of the milestone “Step 1” from 30 June 2027 to 31 August "
                + "2027. Reason: funding. Explanation: The money comes later.",
        ]);

        await Approved(
            new ChangeTerms(null, ChangeReason.Data, "It was miscounted.", Target: 120, ReportingFrequency: ReportingFrequency.Monthly)
        );
        (await Sentences(1)).ShouldBe([
            "PartnershipTracker approved the change request. Reason: better data. Target value: “120” (new). Reporting "
                + "frequency: “no reporting” → “every month”.",
        ]);
        await Approved(new ChangeTerms(null, ChangeReason.Data, "It was miscounted again.", Target: 1100));
        (await Sentences(1)).ShouldBe([
            "PartnershipTracker approved the change request. Reason: better data. Target value: “120” → “1,100”.",
        ]);

        await Approved(new ChangeTerms(null, ChangeReason.Scope, "Others do it.", milestone, DropMilestone: true));
        (await Sentences(2)).ShouldBe([
            "PartnershipTracker approved the change request for the milestone “Step 1”. Reason: scope. The milestone was removed.",
            "PartnershipTracker requested a change of the milestone “Step 1”. Reason: scope. Explanation: Others do it.",
        ]);

        async Task Approved(ChangeTerms terms)
        {
            var change = await _host.Send(new RequestChange(id, terms));
            _host.Clock.Now += TimeSpan.FromMinutes(1);
            await _host.Send(new ApproveChangeRequest(id, change));
            _host.Clock.Now += TimeSpan.FromMinutes(1);
        }

        async Task<IEnumerable<string>> Sentences(int newest) => (await _host.Send(new GetHistory(id, newest))).Items.Select(h => h.Text);
    }

    [DatabaseFact]
    public async Task The_history_names_organizations_with_one_query_however_many_there_are()
    {
        var (own, other, third) = (
            await _host.Organization("Green Delta"),
            await _host.Organization("Ministry"),
            await _host.Organization("Third")
        );
        var partnership = await _host.ActivePartnership(own, other, third);
        var id = await _host.ActiveCommitment(partnership, own, "2028-01-01");
        await _host.Send(new AddSupporter(id, other, null));
        var few = await _host.Sql.During(() => _host.Send(new GetHistory(id)));
        await _host.Send(new AddSupporter(id, third, null));
        _host.Clock.Now += TimeSpan.FromMinutes(1);
        await _host.Send(new HandOverCommitment(id, third, "They do the work."));

        IReadOnlyList<HistoryItem> history = [];
        (await _host.Sql.During(async () => history = (await _host.Send(new GetHistory(id))).Items)).Count.ShouldBe(few.Count);
        history[0].Text.ShouldBe("PartnershipTracker transferred the commitment from Green Delta to Third. Reason: They do the work.");
        history.Select(h => h.Text).ShouldContain("PartnershipTracker added Ministry as a supporting organization.");
        (await _host.Send(new ListHistory { PartnershipId = partnership.Value, Event = "memberJoined" }))
            .Items.Select(h => h.Text)
            .ShouldContain("PartnershipTracker added Third to the partnership. Role: implementing.");
    }

    private async Task<CommitmentId> Create(TimeSpan pause)
    {
        _host.Clock.Now = Start;
        var organization = await _host.Organization("Green Delta", timeZone: "UTC");
        var partnership = await _host.ActivePartnership(organization, await _host.Organization("Ministry"));
        var id = await _host.Draft(partnership, organization, "2026-11-20", "Screen", "2026-11-19");
        await Then(new SubmitCommitment(id));
        await Then(new AcceptCommitment(id));
        await Then(new Sweep());
        await Then(new CompleteMilestone(id, new MilestoneId((await _host.Send(new GetCommitment(id))).Milestones[0].Id)));
        await Then(new Sweep());
        await Then(new ReportProgress(id, Day("2026-11-21"), "Nearly.", 10));
        await Then(new ReportProgress(id, Day("2026-11-21"), "Done.", ReportsCompletion: true));
        await Then(new Sweep());
        await _host.Send(new AssessCommitment(id, CompletionLevel.Limited, "Half of it.", Day("2026-11-21")));
        await Then(new CloseCommitment(id, ClosingOutcome.PartlyCompleted, "Half of it."));
        return id;

        async Task Then<T>(MediatR.IRequest<T> next)
        {
            _host.Clock.Now += pause;
            await _host.Send(next);
        }
    }

    private static string Shown(HistoryItem item) => $"{item.At:o} {item.Event} {item.Data}";
}
