using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Domain.UnitTests.Commitments;

using static Given;

public sealed class ChangeTests
{
    [Fact]
    public void A_due_date_changes_only_by_an_approved_change_request_and_the_original_is_kept()
    {
        var commitment = Active(Terms("2026-12-31"));
        var change = commitment.RequestChange(MoveTo("2027-03-31"), isPending: false, At());
        commitment.DueDate.ShouldBe(Day("2026-12-31"));
        commitment.ReviewDueAt.ShouldBe(Instant("2026-12-05T18:00:00Z"), "two weeks, to the end of the day in Dhaka");

        commitment.ApproveChangeRequest(change, "Understood.", null, At());

        commitment.DueDate.ShouldBe(Day("2027-03-31"));
        commitment.OriginalDueDate.ShouldBe(Day("2026-12-31"));
        (commitment.TimesMoved, commitment.DaysSlipped, commitment.DueDateVersion).ShouldBe((1, 90, 1));
        commitment.OverdueAt.ShouldBe(Instant("2027-03-31T18:00:00Z"));
        commitment.ReviewDueAt.ShouldBeNull();
        commitment.SweepAt.ShouldBe(Now, "the flag for the old due date must be cleared");
        commitment.Last<ChangeRequestApproved>().To.ShouldBe(Day("2027-03-31"));
    }

    [Fact]
    public void A_rejected_change_request_changes_only_the_history()
    {
        var commitment = Active(Terms("2026-12-31"));
        var change = commitment.RequestChange(MoveTo("2027-03-31"), false, At());
        commitment.RejectChangeRequest(change, "Not again.", null, At());

        (commitment.DueDate, commitment.TimesMoved, change.Status).ShouldBe((Day("2026-12-31"), 0, ChangeRequestStatus.Rejected));
        ((Action)(() => commitment.ApproveChangeRequest(change, null, null, At()))).MustRefuse("commitment.changeRequestDecided");
    }

    [Fact]
    public void An_earlier_due_date_needs_no_approval_but_is_recorded()
    {
        var commitment = Active(Terms("2026-12-31"));
        var change = commitment.RequestChange(MoveTo("2026-12-01"), false, At());

        change.Status.ShouldBe(ChangeRequestStatus.Approved);
        (commitment.DueDate, commitment.DaysSlipped, commitment.TimesMoved).ShouldBe((Day("2026-12-01"), -30, 1));
        commitment.Events.OfType<ChangeRequestSubmitted>().ShouldHaveSingleItem();
        commitment.Events.OfType<ChangeRequestApproved>().ShouldHaveSingleItem();
    }

    [Fact]
    public void An_earlier_due_date_with_an_easier_target_needs_approval()
    {
        var commitment = Active(Terms("2026-12-31"));
        commitment.RequestChange(MoveTo("2026-12-01") with { Target = 10 }, false, At()).Status.ShouldBe(ChangeRequestStatus.Requested);
    }

    [Fact]
    public void A_milestone_cannot_be_moved_after_its_commitment_nor_a_commitment_before_its_last_milestone()
    {
        var commitment = Active(Terms("2026-12-31", "2026-12-15"));
        ((Action)(() => commitment.RequestChange(MoveTo("2027-01-15") with { MilestoneId = commitment.Milestones[0].Id }, false, At())))
            .MustRefuse("commitment.milestoneAfterDueDate")
            .Field.ShouldBe("newDueDate");
        ((Action)(() => commitment.RequestChange(MoveTo("2026-12-01"), false, At()))).MustRefuse("commitment.milestoneAfterDueDate");
    }

    [Fact]
    public void A_commitment_cannot_be_moved_before_its_start()
    {
        var commitment = Active(Terms("2026-12-31") with { StartDate = Day("2026-12-01") });
        ((Action)(() => commitment.RequestChange(MoveTo("2026-11-30"), false, At())))
            .MustRefuse("commitment.startsAfterDueDate")
            .Field.ShouldBe("newDueDate");
    }

    [Fact]
    public void A_change_request_for_a_milestone_leaves_its_commitment_unchanged()
    {
        var commitment = Active(Terms("2026-12-31", "2026-11-25"));
        var milestone = commitment.Milestones[0];
        var change = commitment.RequestChange(MoveTo("2026-12-20") with { MilestoneId = milestone.Id }, false, At());
        commitment.ApproveChangeRequest(change, null, null, At());

        (milestone.DueDate, milestone.OriginalDueDate, milestone.TimesMoved).ShouldBe((Day("2026-12-20"), Day("2026-11-25"), 1));
        (commitment.TimesMoved, commitment.DueDate).ShouldBe((0, Day("2026-12-31")));
    }

    [Fact]
    public void A_milestone_is_dropped_only_by_approval_and_its_row_is_kept()
    {
        var commitment = Active(Terms("2026-12-31", "2026-10-31", "2026-12-31"));
        var milestone = commitment.Milestones[0];
        var change = commitment.RequestChange(
            new ChangeTerms(null, ChangeReason.Scope, "No longer needed.", milestone.Id, DropMilestone: true),
            false,
            At()
        );
        milestone.IsOverdue(Now).ShouldBeTrue();
        commitment.ApproveChangeRequest(change, null, null, At());

        milestone.DroppedOn.ShouldBe(Today);
        milestone.IsOverdue(Now).ShouldBeFalse();
        commitment.Milestones.Count.ShouldBe(2);
        ((Action)(() => commitment.CompleteMilestone(milestone.Id, Today, At()))).MustRefuse("milestone.notFound", RefusalKind.NotFound);
    }

    [Fact]
    public void A_target_changes_by_an_approved_change_request_and_the_history_holds_the_old_value()
    {
        var commitment = Active(Terms() with { Measure = new Measure("Posts", "posts", 8, null, 120, "Registers") });
        var change = commitment.RequestChange(new ChangeTerms(null, ChangeReason.Data, "Miscounted.", Target: 110), false, At());
        commitment.ApproveChangeRequest(change, null, null, At());

        commitment.Measure!.Target.ShouldBe(110);
        var targetChange = commitment.Last<ChangeRequestApproved>().Changes.ShouldHaveSingleItem();
        (targetChange.Field, targetChange.From, targetChange.To).ShouldBe(("target", 120m, 110m));
    }

    [Fact]
    public void A_change_request_that_changes_nothing_or_duplicates_a_pending_one_is_refused()
    {
        var commitment = Active(Terms("2026-12-31"));
        ((Action)(() => commitment.RequestChange(MoveTo("2026-12-31"), false, At()))).MustRefuse("commitment.changesNothing");
        ((Action)(() => commitment.RequestChange(new ChangeTerms(null, ChangeReason.Other, "?"), false, At()))).MustRefuse(
            "commitment.changesNothing"
        );
        ((Action)(() => commitment.RequestChange(MoveTo("2027-12-31"), isPending: true, At()))).MustRefuse(
            "commitment.changeRequestPending",
            RefusalKind.Conflict
        );
        ((Action)(() => commitment.RequestChange(new ChangeTerms(null, ChangeReason.Other, "?", Weight: 3), false, At()))).MustRefuse(
            "commitment.changeNeedsMilestone"
        );
    }

    [Fact]
    public void A_new_reporting_frequency_supersedes_future_periods_and_deletes_none()
    {
        var commitment = Active(Terms("2028-12-31") with { ReportingFrequency = ReportingFrequency.Monthly });
        var change = commitment.RequestChange(
            new ChangeTerms(null, ChangeReason.Other, "Too often.", ReportingFrequency: ReportingFrequency.Annual),
            false,
            At()
        );
        commitment.ApproveChangeRequest(change, null, null, At());

        commitment
            .Periods.Select(p => (p.From, p.Status))
            .ShouldBe([
                (Day("2026-11-01"), ReportingPeriodStatus.Open),
                (Day("2026-12-01"), ReportingPeriodStatus.Superseded),
                (Day("2026-12-01"), ReportingPeriodStatus.Open),
            ]);
    }

    private static ChangeTerms MoveTo(string day) => new(Day(day), ChangeReason.Funding, "The second instalment is late.");
}
