using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Domain.UnitTests.Commitments;

using static Given;

public sealed class ReviewTests
{
    [Fact]
    public void A_commitment_reported_complete_is_overdue_again_when_its_progress_report_is_returned()
    {
        var commitment = Active(Terms("2026-10-31", "2026-10-15"));
        commitment.IsOverdue(Now).ShouldBeTrue();

        var report = commitment.Report(Progress(reportsCompletion: true));
        (commitment.OverdueAt, commitment.Milestones[0].OverdueAt).ShouldBe((null, null));
        commitment.ReviewDueAt.ShouldNotBeNull();

        commitment.ReturnProgressReport(report, "No evidence.", null, null, At());
        commitment.ReportedCompleteOn.ShouldBeNull();
        commitment.OverdueAt.ShouldBe(Instant("2026-10-31T18:00:00Z"), "from the original due date, as if nothing had been reported");
        commitment.Milestones[0].OverdueAt.ShouldNotBeNull();
        commitment.ReviewDueAt.ShouldBeNull();
    }

    [Fact]
    public void While_another_report_of_completion_waits_a_commitment_is_not_overdue()
    {
        var commitment = Active(Terms("2026-10-31"));
        var first = commitment.Report(Progress("2026-11-10", reportsCompletion: true));
        var second = commitment.Report(Progress("2026-11-20", reportsCompletion: true));
        commitment.ReportedCompleteOn.ShouldBe(Day("2026-11-10"));

        commitment.ReturnProgressReport(first, "No evidence.", second.ReviewDueAt, second, At());
        (commitment.ReportedCompleteOn, commitment.CompletionReportId).ShouldBe((Day("2026-11-20"), second.Id));
        commitment.IsOverdue(Now).ShouldBeFalse();

        commitment.ReturnProgressReport(second, "Still none.", null, null, At());
        commitment.ReportedCompleteOn.ShouldBeNull();
        commitment.IsOverdue(Now).ShouldBeTrue();
    }

    [Fact]
    public void A_returned_progress_report_sets_a_new_deadline()
    {
        var commitment = Active();
        var report = commitment.Report();
        commitment.ReportDueOn.ShouldBeNull("it has no reporting frequency");
        commitment.ReturnProgressReport(report, "State how many.", null, null, At());

        (report.Status, report.ReviewNote, commitment.ReportDueOn).ShouldBe(
            (ProgressReportStatus.Returned, "State how many.", Day("2026-12-06"))
        );
        commitment.Report();
        commitment.ReportDueOn.ShouldBeNull();
    }

    [Fact]
    public void A_progress_report_closes_its_reporting_period_and_a_return_opens_it_again()
    {
        var commitment = Active(Terms("2028-12-31") with { ReportingFrequency = ReportingFrequency.Quarterly });
        commitment
            .Periods.Select(p => (p.From, p.To, p.DueOn))
            .ShouldBe([
                (Day("2026-10-01"), Day("2026-12-31"), Day("2027-01-15")),
                (Day("2027-01-01"), Day("2027-03-31"), Day("2027-04-15")),
            ]);
        commitment.ReportDueOn.ShouldBe(Day("2027-01-15"));

        var report = commitment.Report();
        commitment.ReportDueOn.ShouldBe(Day("2027-04-15"));
        commitment.ReturnProgressReport(report, "Not yet.", null, null, At());
        commitment.ReportDueOn.ShouldBe(Day("2026-12-06"));
    }

    [Fact]
    public void The_first_reporting_period_ends_after_acceptance_and_later_ones_are_added_as_time_passes()
    {
        var commitment = Active(Terms("2028-12-31") with { ReportingFrequency = ReportingFrequency.Monthly });
        commitment.Periods.Count.ShouldBe(2);
        commitment.PeriodsRollAt.ShouldBe(Instant("2026-11-30T18:00:00Z"), "December begins in Dhaka");

        commitment.RollPeriods(At("2027-02-10T00:00:00Z"));
        commitment.Periods.Select(p => p.From.Month).ShouldBe([11, 12, 1, 2, 3], "a missed run is caught up");
    }

    [Fact]
    public void Closing_needs_an_assessment_that_fits()
    {
        var commitment = Active();
        ((Action)(() => commitment.Close(ClosingOutcome.Completed, "Done.", Today, At()))).MustRefuse("commitment.notAssessed");
        commitment.Assess(CompletionLevel.Substantial, "Most of it.", Today, At());
        ((Action)(() => commitment.Close(ClosingOutcome.Completed, "Done.", Today, At()))).MustRefuse("commitment.assessmentDisagrees");
        commitment.Close(ClosingOutcome.PartlyCompleted, "Most of it.", Today, At());
        commitment.Status.ShouldBe(CommitmentStatus.PartlyCompleted);
    }

    [Theory]
    [InlineData(CompletionLevel.NoEvidence)]
    [InlineData(CompletionLevel.NotStarted)]
    public void Not_completed_fits_any_assessment(CompletionLevel level)
    {
        var commitment = Active();
        commitment.Assess(level, "Reviewed.", Today, At());
        commitment.Close(ClosingOutcome.NotCompleted, "Nothing.", Today, At());
        commitment.Status.ShouldBe(CommitmentStatus.NotCompleted);
    }

    [Fact]
    public void A_wrongly_closed_commitment_is_reopened_with_a_reason_and_is_overdue_again()
    {
        var commitment = Active(Terms("2026-10-31"));
        commitment.Report(Progress(reportsCompletion: true));
        commitment.Close();
        commitment.Reopen("It was another one.", null, At());

        (commitment.Status, commitment.ClosedOn, commitment.ReportedCompleteOn).ShouldBe((CommitmentStatus.Active, null, null));
        commitment.IsOverdue(Now).ShouldBeTrue();
        ((Action)(() => commitment.Reopen("Again.", null, At()))).MustRefuse("commitment.notClosed");
    }

    [Fact]
    public void A_wrong_completion_of_a_milestone_is_undone()
    {
        var commitment = Active(Terms("2026-12-31", "2026-10-31"));
        var milestone = commitment.Milestones[0];
        commitment.CompleteMilestone(milestone.Id, Day("2026-10-30"), At());
        milestone.IsOverdue(Now).ShouldBeFalse();
        commitment.ReopenMilestone(milestone.Id, "Wrong one.", At());
        milestone.IsOverdue(Now).ShouldBeTrue();
    }

    [Fact]
    public void A_supporting_organization_reports_but_is_not_accountable()
    {
        var commitment = Active();
        var supporter = OrganizationId.New();
        commitment.AddSupporter(supporter, 40, isMember: true);
        commitment.ReportProgress(supporter, Progress(), At()).OrganizationId.ShouldBe(supporter);
        commitment.OrganizationId.ShouldNotBe(supporter);
        ((Action)(() => commitment.AddSupporter(OrganizationId.New(), 61, isMember: true))).MustRefuse("commitment.sharesAboveWhole");
        ((Action)(() => commitment.AddSupporter(OrganizationId.New(), null, isMember: false))).MustRefuse("commitment.notAMember");
        ((Action)(() => commitment.AddSupporter(supporter, null, isMember: true))).MustRefuse(
            "commitment.alreadyAParty",
            RefusalKind.Conflict
        );
    }

    [Fact]
    public void Shares_are_rounded_to_two_decimals()
    {
        var commitment = Active();
        foreach (var share in new[] { 33.3333333333333333333333333m, 33.335m, 33.33m })
            commitment.AddSupporter(OrganizationId.New(), share, isMember: true);
        commitment.Supporters.Select(s => s.Share).ShouldBe([33.33m, 33.34m, 33.33m]);
        commitment.Last<SupporterAdded>().Share.ShouldBe(33.33m);
    }

    [Fact]
    public void Payments_in_total_stay_within_the_largest_number()
    {
        var commitment = Active(Terms() with { Funding = new Funding(1000, "CHF") });
        commitment.RecordPayment(Limits.Number, "CHF", Today, null, At());
        ((Action)(() => commitment.RecordPayment(1, "CHF", Today, null, At()))).MustRefuse("commitment.paidTooMuch");
    }

    [Fact]
    public void A_superseded_commitment_names_an_active_successor()
    {
        var commitment = Active();
        ((Action)(() => commitment.Supersede(commitment.Id, true, "?", false, At()))).MustRefuse("commitment.noSuccessor");
        ((Action)(() => commitment.Supersede(CommitmentId.New(), false, "?", false, At()))).MustRefuse("commitment.noSuccessor");
        var successor = CommitmentId.New();
        commitment.Supersede(successor, true, "A larger one took its place.", isPending: false, At()).ShouldBeNull();
        (commitment.Status, commitment.SuccessorId).ShouldBe((CommitmentStatus.Superseded, successor));
    }

    [Fact]
    public void After_a_handover_due_days_end_in_the_time_zone_of_the_new_organization()
    {
        var commitment = Active(Terms("2026-12-31", "2026-12-15"));
        commitment.HandOver(OrganizationId.New(), isMember: true, "They merged.", At(zone: "Pacific/Kiritimati"));
        commitment.OverdueAt.ShouldBe(Instant("2026-12-31T10:00:00Z"));
        commitment.Milestones[0].OverdueAt.ShouldBe(Instant("2026-12-15T10:00:00Z"));
    }

    [Fact]
    public void A_payment_counts_only_in_the_currency_of_the_commitment()
    {
        var commitment = Active(Terms() with { Funding = new Funding(1000, "CHF") });
        commitment.Funding!.Paid.ShouldBeNull("unknown is not zero");
        commitment.RecordPayment(400, "CHF", Today, null, At());
        commitment.RecordPayment(300, "usd", Today, null, At());
        commitment.RecordPayment(100, "CHF", Today, null, At());
        commitment.Funding.Paid.ShouldBe(500);
    }

    [Fact]
    public void A_commitment_that_is_not_trackable_is_accepted_only_with_a_reason()
    {
        var gate = At(rules: new AccountabilityRules());
        var commitment = Submitted();
        ((Action)(() => commitment.Accept(null, gate))).MustRefuse("commitment.notReady");
        commitment.Accept("The measure follows in January.", gate);
        commitment.Last<CommitmentAccepted>().Reason.ShouldBe("The measure follows in January.");

        var clear = Submitted(Terms() with { Measure = new Measure("Posts", "posts", 8, null, 120, "Registers") });
        clear.Accept(null, gate);
        clear.Last<CommitmentAccepted>().Reason.ShouldBeNull();
    }

    [Fact]
    public void A_commitment_behind_its_plan_by_more_than_the_margin_is_off_track_until_it_catches_up()
    {
        var commitment = Active(Terms("2026-12-31", "2026-10-31", "2026-12-31"));
        commitment.OffTrackAt.ShouldBe(Instant("2026-10-31T18:00:00Z"), "50 points were expected and none is reached");
        commitment.CompleteMilestone(commitment.Milestones[0].Id, Today, At());
        commitment.OffTrackAt.ShouldBe(Instant("2026-12-31T18:00:00Z"));
    }

    [Fact]
    public void Without_milestones_progress_is_the_last_accepted_value_and_unknown_before()
    {
        var commitment = Active(
            Terms("2026-12-31") with
            {
                StartDate = Day("2026-01-01"),
                Measure = new Measure("Cases", "cases", 200, null, 100, "Registers"),
            }
        );
        commitment.ActualProgress.ShouldBeNull();
        commitment.OffTrackAt.ShouldBeNull("progress is unknown");

        var report = commitment.Report(Progress() with { Value = 150 });
        commitment.ActualProgress.ShouldBeNull("it is not reviewed yet");
        commitment.AcceptProgressReport(report, null, null, At());
        commitment.ActualProgress.ShouldBe(50, "half of the way down");
        commitment.OffTrackAt.ShouldNotBeNull();
    }
}
