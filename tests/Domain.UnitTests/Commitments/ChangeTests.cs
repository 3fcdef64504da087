using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Domain.UnitTests.Commitments;

using static Given;

public sealed class ChangeTests
{
    [Fact]
    public void A_date_moves_only_by_an_approved_request_and_the_original_stays()
    {
        var commitment = Active(Terms("2026-12-31"));
        var change = commitment.RequestChange(Later("2027-03-31"), isPending: false, At());
        commitment.DueDate.ShouldBe(Day("2026-12-31"));
        commitment.ReviewDueAt.ShouldBe(Instant("2026-12-05T18:00:00Z"), "two weeks, to the end of the day in Dhaka");

        commitment.ApproveChangeRequest(change, "Understood.", null, At());

        commitment.DueDate.ShouldBe(Day("2027-03-31"));
        commitment.OriginalDueDate.ShouldBe(Day("2026-12-31"));
        (commitment.TimesMoved, commitment.DaysSlipped, commitment.DueDateVersion).ShouldBe((1, 90, 1));
        commitment.OverdueAt.ShouldBe(Instant("2027-03-31T18:00:00Z"));
        commitment.ReviewDueAt.ShouldBeNull();
        commitment.SweepAt.ShouldBe(Now, "the flag of the old version must come down");
        commitment.Last<ChangeRequestApproved>().To.ShouldBe(Day("2027-03-31"));
    }

    [Fact]
    public void A_rejected_request_changes_nothing_but_the_history()
    {
        var commitment = Active(Terms("2026-12-31"));
        var change = commitment.RequestChange(Later("2027-03-31"), false, At());
        commitment.RejectChangeRequest(change, "Not again.", null, At());

        (commitment.DueDate, commitment.TimesMoved, change.Status).ShouldBe((Day("2026-12-31"), 0, ChangeRequestStatus.Rejected));
        ((Action)(() => commitment.ApproveChangeRequest(change, null, null, At()))).MustRefuse("commitment.changeRequestDecided");
    }

    [Fact]
    public void Bringing_a_date_forward_needs_no_approval_but_is_recorded()
    {
        var commitment = Active(Terms("2026-12-31"));
        var change = commitment.RequestChange(Later("2026-12-01"), false, At());

        change.Status.ShouldBe(ChangeRequestStatus.Approved);
        (commitment.DueDate, commitment.DaysSlipped, commitment.TimesMoved).ShouldBe((Day("2026-12-01"), -30, 1));
        commitment.Events.OfType<ChangeRequestSubmitted>().ShouldHaveSingleItem();
        commitment.Events.OfType<ChangeRequestApproved>().ShouldHaveSingleItem();
    }

    [Fact]
    public void A_date_that_comes_forward_together_with_an_easier_target_waits_for_approval()
    {
        var commitment = Active(Terms("2026-12-31"));
        commitment.RequestChange(Later("2026-12-01") with { Target = 10 }, false, At()).Status.ShouldBe(ChangeRequestStatus.Requested);
    }

    [Fact]
    public void No_milestone_is_moved_behind_the_whole_and_the_whole_not_before_its_last_milestone()
    {
        var commitment = Active(Terms("2026-12-31", "2026-12-15"));
        ((Action)(() => commitment.RequestChange(Later("2027-01-15") with { MilestoneId = commitment.Milestones[0].Id }, false, At())))
            .MustRefuse("commitment.milestoneAfterDueDate").Field.ShouldBe("newDueDate");
        ((Action)(() => commitment.RequestChange(Later("2026-12-01"), false, At()))).MustRefuse("commitment.milestoneAfterDueDate");
    }

    [Fact]
    public void A_milestone_has_dates_of_its_own()
    {
        var commitment = Active(Terms("2026-12-31", "2026-11-25"));
        var milestone = commitment.Milestones[0];
        var change = commitment.RequestChange(Later("2026-12-20") with { MilestoneId = milestone.Id }, false, At());
        commitment.ApproveChangeRequest(change, null, null, At());

        (milestone.DueDate, milestone.OriginalDueDate, milestone.TimesMoved).ShouldBe((Day("2026-12-20"), Day("2026-11-25"), 1));
        (commitment.TimesMoved, commitment.DueDate).ShouldBe((0, Day("2026-12-31")));
    }

    [Fact]
    public void A_milestone_is_dropped_by_approval_only_and_stays_as_a_row()
    {
        var commitment = Active(Terms("2026-12-31", "2026-10-31", "2026-12-31"));
        var milestone = commitment.Milestones[0];
        var change = commitment.RequestChange(new ChangeTerms(null, ChangeReason.Scope, "No longer needed.", milestone.Id, DropMilestone: true), false, At());
        milestone.IsOverdue(Now).ShouldBeTrue();
        commitment.ApproveChangeRequest(change, null, null, At());

        milestone.DroppedOn.ShouldBe(Today);
        milestone.IsOverdue(Now).ShouldBeFalse();
        commitment.Milestones.Count.ShouldBe(2);
        ((Action)(() => commitment.CompleteMilestone(milestone.Id, Today, At()))).MustRefuse("milestone.notFound", RefusalKind.NotFound);
    }

    [Fact]
    public void Target_and_unit_change_by_the_same_request_and_the_history_says_from_what()
    {
        var commitment = Active(Terms() with { Measure = new Measure("Posts", "posts", 8, null, 120, "Registers") });
        var change = commitment.RequestChange(new ChangeTerms(null, ChangeReason.Data, "Miscounted.", Target: 110), false, At());
        commitment.ApproveChangeRequest(change, null, null, At());

        commitment.Measure!.Target.ShouldBe(110);
        var said = commitment.Last<ChangeRequestApproved>().Changes.ShouldHaveSingleItem();
        (said.Field, said.From, said.To).ShouldBe(("target", 120m, 110m));
    }

    [Fact]
    public void A_request_that_changes_nothing_or_comes_twice_is_refused()
    {
        var commitment = Active(Terms("2026-12-31"));
        ((Action)(() => commitment.RequestChange(Later("2026-12-31"), false, At()))).MustRefuse("commitment.changesNothing");
        ((Action)(() => commitment.RequestChange(new ChangeTerms(null, ChangeReason.Other, "?"), false, At()))).MustRefuse("commitment.changesNothing");
        ((Action)(() => commitment.RequestChange(Later("2027-12-31"), isPending: true, At()))).MustRefuse("commitment.changeRequestPending", RefusalKind.Conflict);
        ((Action)(() => commitment.RequestChange(new ChangeTerms(null, ChangeReason.Other, "?", Weight: 3), false, At()))).MustRefuse("commitment.changeNeedsMilestone");
    }

    [Fact]
    public void A_new_rhythm_supersedes_the_periods_that_lie_ahead_and_deletes_none()
    {
        var commitment = Active(Terms("2028-12-31") with { ReportingFrequency = ReportingFrequency.Monthly });
        var change = commitment.RequestChange(new ChangeTerms(null, ChangeReason.Other, "Too often.", ReportingFrequency: ReportingFrequency.Annual), false, At());
        commitment.ApproveChangeRequest(change, null, null, At());

        commitment.Periods.Select(p => (p.From, p.Status)).ShouldBe(
        [
            (Day("2026-11-01"), ReportingPeriodStatus.Open), (Day("2026-12-01"), ReportingPeriodStatus.Superseded),
            (Day("2026-01-01"), ReportingPeriodStatus.Open), (Day("2027-01-01"), ReportingPeriodStatus.Open),
        ]);
    }

    private static ChangeTerms Later(string day) => new(Day(day), ChangeReason.Funding, "The second instalment is late.");
}
