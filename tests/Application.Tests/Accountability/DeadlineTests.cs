using PartnershipTracker.Application.Accountability;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.History;
using PartnershipTracker.Application.Organizations;
using PartnershipTracker.Domain.Accountability;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.Infrastructure.Persistence;
using PartnershipTracker.TestKit;
using static PartnershipTracker.TestKit.TestClock;

namespace PartnershipTracker.Application.Tests.Accountability;

public sealed class DeadlinesOnSqlite() : DeadlineTests(DatabaseProvider.Sqlite);

public sealed class DeadlinesOnPostgreSql() : DeadlineTests(DatabaseProvider.PostgreSql);

/// <summary>The deadlines other than that of delivery, each with its own flag. Now is 2026-11-21, 06:00 UTC.</summary>
public abstract class DeadlineTests(DatabaseProvider provider) : IAsyncLifetime
{
    private TrackerHost _host = null!;
    private OrganizationId _organization;
    private PartnershipId _partnership;

    public async Task InitializeAsync()
    {
        _host = await TrackerHost.StartAsync(provider, new Dictionary<string, string> { ["Rules:OffTrackMargin"] = "20" });
        _organization = await _host.Organization("Green Delta", "22", "BD", "UTC");
        _partnership = await _host.ActivePartnership(_organization, await _host.Organization("Ministry of Health", "10"));
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [DatabaseFact]
    public async Task A_missing_progress_report_is_flagged_until_it_is_sent()
    {
        var id = await Active("2028-12-31", ReportingFrequency.Monthly);
        _host.Clock.Now = Instant("2026-12-16T06:00:00Z");
        await Sweep();
        (await Open(FlagKind.ReportOverdue)).ShouldHaveSingleItem().DueDate.ShouldBe(Day("2026-12-15"), "15 days after November");

        await _host.Send(new ReportProgress(id, Day("2026-11-30"), "November."));
        await Sweep();
        (await Cleared(FlagKind.ReportOverdue)).ShouldBe([ClearedBecause.Reported]);
        (await _host.Send(new GetCommitment(id))).ReportDueOn.ShouldBe(Day("2027-01-15"));
    }

    [DatabaseFact]
    public async Task Each_missed_reporting_period_gets_its_own_flag_even_when_no_sweep_ran_for_months()
    {
        var id = await Active("2028-12-31", ReportingFrequency.Monthly);
        _host.Clock.Now = Instant("2027-03-20T06:00:00Z");
        await Sweep();
        (await Open(FlagKind.ReportOverdue)).ShouldHaveSingleItem().DueDate.ShouldBe(Day("2026-12-15"), "the oldest open period");
        (await _host.Send(new GetCommitment(id))).ReportingPeriods.Select(p => p.From.Month).ShouldBe([4, 3, 2, 1, 12, 11]);

        await _host.Send(new ReportProgress(id, Day("2026-11-30"), "November."));
        await Sweep();
        (await Open(FlagKind.ReportOverdue)).ShouldHaveSingleItem().DueDate.ShouldBe(Day("2027-01-15"));
        (await Cleared(FlagKind.ReportOverdue)).ShouldBe([ClearedBecause.Reported]);
    }

    [DatabaseFact]
    public async Task An_overdue_review_is_flagged()
    {
        var id = await Active("2028-12-31");
        var first = await _host.Send(new ReportProgress(id, Day("2026-11-20"), "So far."));
        _host.Clock.Now = Instant("2026-11-25T06:00:00Z");
        var second = await _host.Send(new ReportProgress(id, Day("2026-11-24"), "Further."));

        _host.Clock.Now = Instant("2026-12-06T06:00:00Z");
        await Sweep();
        (await Open(FlagKind.ReviewOverdue)).ShouldHaveSingleItem().DueDate.ShouldBe(Day("2026-12-05"));

        await _host.Send(new AcceptProgressReport(id, first));
        await Sweep();
        (await Cleared(FlagKind.ReviewOverdue)).ShouldBe([ClearedBecause.Decided]);
        (await _host.Send(new GetCommitment(id))).ReviewDueOn.ShouldBe(Day("2026-12-09"), "the second progress report awaits review, too");
        await _host.Send(new ReturnProgressReport(id, second, "How many?"));
        (await _host.Send(new GetCommitment(id))).ReviewDueOn.ShouldBeNull();
    }

    [DatabaseFact]
    public async Task A_commitment_behind_its_plan_is_flagged_until_it_catches_up()
    {
        var id = await Active("2026-12-31", ReportingFrequency.None, "2026-11-10", "2026-12-31");
        await Sweep();
        (await Open(FlagKind.OffTrack)).ShouldHaveSingleItem().DueDate.ShouldBe(Day("2026-11-10"));
        var commitment = await _host.Send(new GetCommitment(id));
        (commitment.IsOffTrack, commitment.Progress).ShouldBe((true, new ProgressStanding(50, 0, -50, -11)));

        await _host.Send(new CompleteMilestone(id, new MilestoneId(commitment.Milestones[0].Id)));
        await Sweep();
        (await Cleared(FlagKind.OffTrack)).ShouldBe([ClearedBecause.BackOnTrack]);
    }

    [DatabaseFact]
    public async Task A_commitment_that_remains_behind_its_plan_keeps_its_flag_whatever_changes_meanwhile()
    {
        var id = await Active("2026-12-31", ReportingFrequency.None, "2026-06-30", "2026-08-31", "2026-10-31", "2026-11-10");
        await Sweep();
        var flag = (await Open(FlagKind.OffTrack)).ShouldHaveSingleItem();
        var milestones = (await _host.Send(new GetCommitment(id))).Milestones;

        await _host.Send(new CompleteMilestone(id, new MilestoneId(milestones[0].Id)));
        await Sweep();
        (await _host.Send(new GetCommitment(id))).Progress.Ahead.ShouldBe(-75);
        (await Open(FlagKind.OffTrack)).ShouldHaveSingleItem().Id.ShouldBe(flag.Id, "75 points behind is not on plan");
        await Approve(id, new ChangeTerms(Day("2027-03-31"), ChangeReason.Funding, "Late money."));
        await Sweep();
        (await Open(FlagKind.OffTrack)).ShouldHaveSingleItem().Id.ShouldBe(flag.Id);
        (await Cleared(FlagKind.OffTrack)).ShouldBeEmpty();

        foreach (var milestone in milestones.Skip(1))
            await Approve(id, new ChangeTerms(Day("2027-03-31"), ChangeReason.Funding, "Late money.", new MilestoneId(milestone.Id)));
        await Sweep();
        (await Cleared(FlagKind.OffTrack)).ShouldBe([ClearedBecause.BackOnTrack]);
        (await _host.Send(new GetHistory(id)))
            .Items.Single(item => item.Event == "flagCleared" && item.Text.Contains("off track", StringComparison.Ordinal))
            .Text.ShouldBe(
                "The commitment was no longer off track. Reason: it is no longer behind its plan by more than the allowed margin.",
                "the plan has moved, and nothing was done"
            );
    }

    [DatabaseFact]
    public async Task When_the_only_milestone_is_removed_progress_is_unknown_and_not_back_on_track()
    {
        var id = await Active("2027-12-31", ReportingFrequency.None, "2026-11-10");
        await Sweep();
        var milestone = new MilestoneId((await _host.Send(new GetCommitment(id))).Milestones[0].Id);
        await Approve(id, new ChangeTerms(null, ChangeReason.Scope, "Others do it.", milestone, DropMilestone: true));
        await Sweep();
        (await Cleared(FlagKind.OffTrack)).ShouldBe([ClearedBecause.ProgressUnknown]);
    }

    [DatabaseFact]
    public async Task Another_time_zone_neither_receives_a_progress_report_nor_decides_a_review()
    {
        var id = await Active("2028-12-31", ReportingFrequency.Monthly);
        await _host.Send(new ReportProgress(id, Day("2026-11-20"), "So far."));
        _host.Clock.Now = Instant("2027-01-16T01:00:00Z");
        await Sweep();
        (await Open(FlagKind.ReportOverdue)).ShouldHaveSingleItem().DueDate.ShouldBe(Day("2027-01-15"));
        var review = (await Open(FlagKind.ReviewOverdue)).ShouldHaveSingleItem();

        await _host.Send(
            new ChangeOrganization(_organization, "Green Delta", "22", "BD", "Pacific/Pago_Pago", null, null, null, IsCommunity: false)
        );
        await Sweep();
        (await Cleared(FlagKind.ReportOverdue)).ShouldBe([ClearedBecause.TimeZoneChanged]);
        (await Open(FlagKind.ReviewOverdue)).ShouldHaveSingleItem().Id.ShouldBe(review.Id);
    }

    [DatabaseFact]
    public async Task Another_report_of_completion_keeps_the_commitment_from_being_overdue()
    {
        var id = await Active("2026-11-10");
        var first = await _host.Send(new ReportProgress(id, Day("2026-11-19"), "Done.", ReportsCompletion: true));
        var second = await _host.Send(new ReportProgress(id, Day("2026-11-20"), "Done.", ReportsCompletion: true));
        await _host.Send(new ReturnProgressReport(id, first, "Where?"));
        (await _host.Send(new GetCommitment(id))).ReportedCompleteOn.ShouldBe(Day("2026-11-20"));
        (await Sweep()).Raised.ShouldBe(0);

        await _host.Send(new AcceptProgressReport(id, second));
        _host.Clock.Now += TimeSpan.FromMinutes(1);
        await _host.Close(id, ClosingOutcome.NotCompleted, "2026-11-21");
        await _host.Send(new ReopenCommitment(id, "Another one."));
        _host.Clock.Now += TimeSpan.FromMinutes(1);
        var third = await _host.Send(new ReportProgress(id, Day("2026-11-21"), "Done.", ReportsCompletion: true));
        await _host.Send(new ReturnProgressReport(id, third, "Where?"));
        var commitment = await _host.Send(new GetCommitment(id));
        (commitment.ReportedCompleteOn, commitment.IsOverdue).ShouldBe((null, true), "what was reported before does not count");
    }

    [DatabaseFact]
    public async Task Closing_and_reopening_brings_back_what_was_owed()
    {
        var id = await Active("2028-12-31", ReportingFrequency.Monthly);
        await _host.Send(new ReportProgress(id, Day("2026-11-20"), "So far."));
        _host.Clock.Now = Instant("2027-02-20T06:00:00Z");
        await Sweep();
        var before = await _host.Send(new GetCommitment(id));
        await _host.Close(id, ClosingOutcome.NotCompleted, "2027-02-20");
        var closed = await _host.Send(new GetCommitment(id));
        closed.ReportingPeriods.Select(p => p.Status).ShouldNotContain(ReportingPeriodStatus.Open);
        (closed.ReportDueOn, closed.ReviewDueOn).ShouldBe((null, null));

        await _host.Send(new ReopenCommitment(id, "Another one."));
        var after = await _host.Send(new GetCommitment(id));
        after.ReportingPeriods.ShouldBe(before.ReportingPeriods);
        (after.ReportDueOn, after.ReviewDueOn).ShouldBe((before.ReportDueOn, before.ReviewDueOn));
    }

    [DatabaseFact]
    public async Task An_approved_due_date_clears_the_flag_for_the_old_one()
    {
        var id = await Active("2026-11-10");
        await Sweep();
        var change = await _host.Send(
            new RequestChange(id, new ChangeTerms(Day("2026-11-15"), ChangeReason.Funding, "The money was late."))
        );
        await Sweep();
        (await Open(FlagKind.CommitmentOverdue)).ShouldHaveSingleItem("a change request alone changes nothing");

        await _host.Send(new ApproveChangeRequest(id, change));
        (await Sweep()).ShouldBe(new SweepResult(Raised: 1, Cleared: 1), "the new date has passed, too");
        (await Cleared(FlagKind.CommitmentOverdue)).ShouldBe([ClearedBecause.DueDateChanged]);
        (await Open(FlagKind.CommitmentOverdue)).ShouldHaveSingleItem().DueDate.ShouldBe(Day("2026-11-15"));
    }

    [DatabaseFact]
    public async Task A_closed_commitment_has_no_open_flag()
    {
        var id = await Active("2026-11-10", ReportingFrequency.Monthly, "2026-11-05");
        await _host.Send(new ReportProgress(id, Day("2026-11-20"), "So far."));
        _host.Clock.Now = Instant("2027-03-20T06:00:00Z");
        await Sweep();
        (await _host.Send(new ListFlags(Open: true)))
            .Items.Select(f => f.Kind)
            .ShouldBe(OfCommitments, ignoreOrder: true, "everything is overdue");

        await _host.Close(id, ClosingOutcome.NotCompleted, "2027-03-20");
        await Sweep();
        (await _host.Send(new ListFlags(Open: true))).Total.ShouldBe(0);
        (await _host.Send(new ListFlags(Open: false))).Items.ShouldAllBe(f => f.ClearedBecause == ClearedBecause.Closed);
    }

    private static IEnumerable<FlagKind> OfCommitments =>
        Enum.GetValues<FlagKind>().Except([FlagKind.InitiativeDecisionOverdue, FlagKind.OutcomeNotTakenUp]);

    private async Task<CommitmentId> Active(string due, ReportingFrequency frequency = ReportingFrequency.None, params string[] milestones)
    {
        var draft = new CommitmentDraft
        {
            Title = "Screen 5,000 people",
            SdgTargets = ["3.4"],
            DueDate = Day(due),
            ReportingFrequency = frequency,
            Milestones = [.. milestones.Select(day => new MilestoneDraft("Milestone", Day(day)))],
        };
        var id = await _host.Send(new DraftCommitment(_partnership, _organization, draft));
        await _host.Send(new SubmitCommitment(id));
        await _host.Send(new AcceptCommitment(id));
        return id;
    }

    private async Task Approve(CommitmentId id, ChangeTerms terms) =>
        await _host.Send(new ApproveChangeRequest(id, await _host.Send(new RequestChange(id, terms))));

    private Task<SweepResult> Sweep() => _host.Send(new Sweep());

    private async Task<IReadOnlyList<FlagItem>> Open(FlagKind kind) => (await _host.Send(new ListFlags(kind, Open: true))).Items;

    private async Task<IEnumerable<ClearedBecause?>> Cleared(FlagKind kind) =>
        (await _host.Send(new ListFlags(kind, Open: false))).Items.Select(f => f.ClearedBecause);
}
