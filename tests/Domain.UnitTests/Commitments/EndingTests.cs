using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Domain.UnitTests.Commitments;

using static Given;

/// <summary>Withdrawing and superseding what is overdue or reported complete. Now is 2026-11-21.</summary>
public sealed class EndingTests
{
    private const string LastMonth = "2026-10-28";

    [Fact]
    public void An_overdue_commitment_is_withdrawn_only_by_a_decision_and_stays_counted_as_ended_while_overdue()
    {
        var commitment = Active(Terms(LastMonth));
        var request = commitment.Withdraw(" No money. ", isPending: false, At())!;
        (request.Kind, request.Explanation, request.Reason, request.Status).ShouldBe(
            (ChangeRequestKind.Withdrawal, "No money.", null, ChangeRequestStatus.Requested)
        );
        (commitment.Status, commitment.IsOverdue(Now)).ShouldBe((CommitmentStatus.Active, true), "it is overdue until somebody decides");
        commitment.ReviewDueAt.ShouldBe(request.ReviewDueAt);

        commitment.ApproveChangeRequest(request, null, null, At("2026-11-25T06:00:00Z"));
        (commitment.Status, commitment.EndedOverdueOn, commitment.ClosingNarrative).ShouldBe(
            (CommitmentStatus.Withdrawn, Day("2026-11-25"), "No money.")
        );
        (commitment.OverdueAt, commitment.ReviewDueAt).ShouldBe((null, null));
        commitment.Last<CommitmentWithdrawn>().Reason.ShouldBe("No money.");
    }

    [Fact]
    public void A_rejected_withdrawal_changes_nothing()
    {
        var commitment = Active(Terms(LastMonth));
        var request = commitment.Withdraw("No money.", isPending: false, At())!;
        commitment.RejectChangeRequest(request, "Ask for another date.", null, At());
        (commitment.Status, commitment.IsOverdue(Now), commitment.EndedOverdueOn).ShouldBe((CommitmentStatus.Active, true, null));
        ((Action)(() => commitment.ApproveChangeRequest(request, null, null, At()))).MustRefuse("commitment.changeRequestDecided");
    }

    [Fact]
    public void Only_one_request_about_a_commitment_waits_at_a_time() =>
        ((Action)(() => Active(Terms(LastMonth)).Withdraw("No.", isPending: true, At()))).MustRefuse(
            "commitment.changeRequestPending",
            RefusalKind.Conflict
        );

    [Fact]
    public void An_overdue_commitment_is_superseded_only_by_a_decision_while_its_successor_is_active()
    {
        var commitment = Active(Terms(LastMonth));
        var successor = CommitmentId.New();
        var request = commitment.Supersede(successor, successorIsActive: true, "A larger one.", isPending: false, At())!;
        (request.Kind, request.SuccessorId).ShouldBe((ChangeRequestKind.Supersession, successor));
        commitment.SuccessorId.ShouldBeNull();
        ((Action)(() => commitment.ApproveChangeRequest(request, null, null, At(), successorIsActive: false))).MustRefuse(
            "commitment.noSuccessor"
        );
        request.Status.ShouldBe(ChangeRequestStatus.Requested, "a refusal decides nothing");

        commitment.ApproveChangeRequest(request, null, null, At(), successorIsActive: true);
        (commitment.Status, commitment.SuccessorId, commitment.EndedOverdueOn).ShouldBe((CommitmentStatus.Superseded, successor, Today));
    }

    [Theory]
    [InlineData("2026-12-31", false)]
    [InlineData(LastMonth, true)]
    public void A_commitment_reported_complete_is_withdrawn_only_by_a_decision_and_was_overdue_only_after_its_due_date(
        string due,
        bool overdue
    )
    {
        var commitment = Active(Terms(due));
        commitment.Report(Progress(reportsCompletion: true));
        var request = commitment.Withdraw("Another way.", isPending: false, At())!;

        // The review takes until after both due dates; a slow review makes nobody late.
        commitment.ApproveChangeRequest(request, null, null, At("2027-01-15T06:00:00Z"));
        (commitment.EndedOverdueOn is not null).ShouldBe(overdue);
    }

    [Fact]
    public void What_is_neither_overdue_nor_reported_complete_is_withdrawn_at_once_and_is_not_counted()
    {
        var commitment = Active();
        commitment.Withdraw("No money.", isPending: false, At()).ShouldBeNull();
        (commitment.Status, commitment.EndedOverdueOn, commitment.WasAccepted).ShouldBe((CommitmentStatus.Withdrawn, null, true));
    }

    [Fact]
    public void A_draft_with_a_past_due_date_is_withdrawn_at_once_and_never_was_a_commitment()
    {
        var draft = Draft(Partner(), Terms(LastMonth));
        draft.Withdraw("A mistake.", isPending: false, At()).ShouldBeNull();
        (draft.Status, draft.EndedOverdueOn, draft.WasAccepted).ShouldBe((CommitmentStatus.Withdrawn, null, false));
    }
}
