using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Domain.UnitTests.Commitments;

using static Given;

public sealed class ReviewTests
{
    [Fact]
    public void Whoever_claims_completion_hands_the_clock_over_and_a_returned_claim_hands_it_back()
    {
        var commitment = Active(Terms("2026-10-31", "2026-10-15"));
        commitment.IsOverdue(Now).ShouldBeTrue();

        var report = commitment.Report(Progress(claims: true));
        (commitment.OverdueAt, commitment.Milestones[0].OverdueAt).ShouldBe((null, null));
        commitment.ReviewDueAt.ShouldNotBeNull();

        commitment.ReturnProgressReport(report, "No evidence.", null, At());
        commitment.ReportedCompleteOn.ShouldBeNull();
        commitment.OverdueAt.ShouldBe(Instant("2026-10-31T18:00:00Z"), "from the original date, as if it had never stopped");
        commitment.Milestones[0].OverdueAt.ShouldNotBeNull();
        commitment.ReviewDueAt.ShouldBeNull();
    }

    [Fact]
    public void A_returned_report_sets_a_new_deadline()
    {
        var commitment = Active();
        var report = commitment.Report();
        commitment.ReportDueOn.ShouldBeNull("nothing was promised to be reported");
        commitment.ReturnProgressReport(report, "Format how many.", null, At());

        (report.Status, report.ReviewNote, commitment.ReportDueOn).ShouldBe((ProgressReportStatus.Returned, "Format how many.", Day("2026-12-06")));
        commitment.Report();
        commitment.ReportDueOn.ShouldBeNull();
    }

    [Fact]
    public void A_report_closes_its_period_and_a_return_opens_it_again()
    {
        var commitment = Active(Terms("2028-12-31") with { ReportingFrequency = ReportingFrequency.Quarterly });
        commitment.Periods.Select(p => (p.From, p.To, p.DueOn)).ShouldBe(
        [
            (Day("2026-10-01"), Day("2026-12-31"), Day("2027-01-15")), (Day("2027-01-01"), Day("2027-03-31"), Day("2027-04-15")),
        ]);
        commitment.ReportDueOn.ShouldBe(Day("2027-01-15"));

        var report = commitment.Report();
        commitment.ReportDueOn.ShouldBe(Day("2027-04-15"));
        commitment.ReturnProgressReport(report, "Not yet.", null, At());
        commitment.ReportDueOn.ShouldBe(Day("2026-12-06"));
    }

    [Fact]
    public void The_first_period_is_the_one_that_ends_after_acceptance_and_time_makes_the_next()
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
    public void Not_fulfilled_takes_any_assessment(CompletionLevel level)
    {
        var commitment = Active();
        commitment.Assess(level, "Looked.", Today, At());
        commitment.Close(ClosingOutcome.NotCompleted, "Nothing.", Today, At());
        commitment.Status.ShouldBe(CommitmentStatus.NotCompleted);
    }

    [Fact]
    public void A_wrong_close_is_reopened_with_a_reason_and_the_clocks_go_on()
    {
        var commitment = Active(Terms("2026-10-31"));
        commitment.Report(Progress(claims: true));
        commitment.Close();
        commitment.Reopen("It was another one.", At());

        (commitment.Status, commitment.ClosedOn, commitment.ReportedCompleteOn).ShouldBe((CommitmentStatus.Active, null, null));
        commitment.IsOverdue(Now).ShouldBeTrue();
        ((Action)(() => commitment.Reopen("Again.", At()))).MustRefuse("commitment.notClosed");
    }

    [Fact]
    public void A_wrong_completion_of_a_milestone_is_taken_back()
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
        ((Action)(() => commitment.AddSupporter(supporter, null, isMember: true))).MustRefuse("commitment.alreadyAParty", RefusalKind.Conflict);
    }

    [Fact]
    public void Superseded_names_an_active_successor()
    {
        var commitment = Active();
        ((Action)(() => commitment.Supersede(commitment.Id, true, "?", At()))).MustRefuse("commitment.noSuccessor");
        ((Action)(() => commitment.Supersede(CommitmentId.New(), false, "?", At()))).MustRefuse("commitment.noSuccessor");
        var successor = CommitmentId.New();
        commitment.Supersede(successor, true, "A larger one took its place.", At());
        (commitment.Status, commitment.SuccessorId).ShouldBe((CommitmentStatus.Superseded, successor));
    }

    [Fact]
    public void Whoever_takes_a_commitment_over_brings_their_own_midnight()
    {
        var commitment = Active(Terms("2026-12-31", "2026-12-15"));
        commitment.HandOver(OrganizationId.New(), isMember: true, "They merged.", At(zone: "Pacific/Kiritimati"));
        commitment.OverdueAt.ShouldBe(Instant("2026-12-31T10:00:00Z"));
        commitment.Milestones[0].OverdueAt.ShouldBe(Instant("2026-12-15T10:00:00Z"));
    }

    [Fact]
    public void Money_counts_towards_the_commitment_in_its_own_currency_only()
    {
        var commitment = Active(Terms() with { Funding = new Funding(1000, "CHF") });
        commitment.Funding!.Paid.ShouldBeNull("nobody has said");
        commitment.RecordPayment(400, "CHF", Today, null, At());
        commitment.RecordPayment(300, "usd", Today, null, At());
        commitment.RecordPayment(100, "CHF", Today, null, At());
        commitment.Funding.Paid.ShouldBe(500);
    }

    [Fact]
    public void What_is_not_trackable_is_accepted_only_with_a_reason()
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
    public void Behind_its_plan_by_more_than_the_margin_is_off_track_until_it_catches_up()
    {
        var commitment = Active(Terms("2026-12-31", "2026-10-31", "2026-12-31"));
        commitment.OffTrackAt.ShouldBe(Instant("2026-10-31T18:00:00Z"), "50 points were expected, none is done");
        commitment.CompleteMilestone(commitment.Milestones[0].Id, Today, At());
        commitment.OffTrackAt.ShouldBe(Instant("2026-12-31T18:00:00Z"));
    }

    [Fact]
    public void Without_milestones_the_last_accepted_value_tells_and_unknown_stays_unknown()
    {
        var commitment = Active(Terms("2026-12-31") with
        {
            StartDate = Day("2026-01-01"), Measure = new Measure("Cases", "cases", 200, null, 100, "Registers"),
        });
        commitment.ActualProgress.ShouldBeNull();
        commitment.OffTrackAt.ShouldBeNull("nobody knows");

        var report = commitment.Report(Progress() with { Value = 150 });
        commitment.ActualProgress.ShouldBeNull("nobody has looked");
        commitment.AcceptProgressReport(report, null, null, At());
        commitment.ActualProgress.ShouldBe(50, "half of the way down");
        commitment.OffTrackAt.ShouldNotBeNull();
    }
}
