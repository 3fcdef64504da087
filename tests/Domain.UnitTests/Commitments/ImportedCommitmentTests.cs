using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Partnerships;
using static PartnershipTracker.Domain.UnitTests.Given;

namespace PartnershipTracker.Domain.UnitTests.Commitments;

public sealed class ImportedCommitmentTests
{
    [Fact]
    public void The_original_due_date_is_imported()
    {
        var commitment = Import(new CommitmentPast(OriginalDueDate: Day("2026-06-30"), TimesMoved: 2));
        (commitment.OriginalDueDate, commitment.DueDate, commitment.TimesMoved, commitment.DaysSlipped).ShouldBe(
            (Day("2026-06-30"), Day("2026-12-31"), 2, 184)
        );
        commitment.Last<CommitmentImported>().OriginalDueDate.ShouldBe(Day("2026-06-30"));
    }

    [Theory]
    [InlineData("2026-06-30", 0)]
    [InlineData(null, 1)]
    [InlineData("2026-12-31", -1)]
    public void An_original_due_date_that_contradicts_the_number_of_moves_is_refused(string? original, int times)
    {
        var day = original is null ? (DateOnly?)null : Day(original);
        ((Action)(() => Import(new CommitmentPast(OriginalDueDate: day, TimesMoved: times)))).MustRefuse("commitment.movesUnclear");
        ((Action)(() => Import(new CommitmentPast(), new MilestonePast(OriginalDueDate: day, TimesMoved: times)))).MustRefuse(
            "commitment.movesUnclear"
        );
    }

    [Fact]
    public void An_imported_commitment_that_has_ended_needs_a_reason_and_has_no_deadline_even_if_the_day_is_unknown()
    {
        var ended = Import(new CommitmentPast(CommitmentStatus.Completed, ClosedOn: Day("2026-11-01"), ClosingNarrative: "Done."));
        (ended.Status, ended.ClosedOn, ended.ClosingNarrative, ended.ClosedAt, ended.OverdueAt).ShouldBe(
            (CommitmentStatus.Completed, Day("2026-11-01"), "Done.", Now, null)
        );
        var cancelled = Import(new CommitmentPast(CommitmentStatus.Withdrawn, ClosingNarrative: "No money."));
        (cancelled.ClosedOn, cancelled.OverdueAt, cancelled.IsOverdue(Instant("2030-01-01T00:00:00Z"))).ShouldBe((null, null, false));
        foreach (
            var past in new[]
            {
                new CommitmentPast(CommitmentStatus.Withdrawn, ClosedOn: Day("2026-11-01"), ClosingNarrative: " "),
                new CommitmentPast(ClosedOn: Day("2026-11-01")),
            }
        )
            ((Action)(() => Import(past))).MustRefuse("commitment.endingUnclear");
        (
            (Action)(
                () => Import(new CommitmentPast(CommitmentStatus.Withdrawn, ClosedOn: Day("2026-11-22"), ClosingNarrative: "No money."))
            )
        ).MustRefuse("commitment.inTheFuture");
    }

    [Theory]
    [InlineData(CommitmentStatus.Active, "commitment.noDueDate")]
    [InlineData(CommitmentStatus.Submitted, "commitment.noDueDate")]
    [InlineData(CommitmentStatus.Draft, null)]
    [InlineData(CommitmentStatus.Withdrawn, null)]
    public void Only_a_draft_or_what_has_ended_is_imported_without_a_due_date(CommitmentStatus status, string? refusal)
    {
        var past = new CommitmentPast(status, ClosingNarrative: status == CommitmentStatus.Withdrawn ? "Cancelled" : null);
        Commitment Imported() => Commitment.Import(PartnershipId.New(), Partner(), Terms() with { DueDate = null }, At(), "row-1", past);
        if (refusal is null)
            Imported().DueDate.ShouldBeNull();
        else
            ((Action)(() => Imported())).MustRefuse(refusal);
    }

    [Fact]
    public void A_milestone_is_imported_with_its_past_and_a_dropped_one_may_be_due_after_its_commitment()
    {
        var milestone = Import(new CommitmentPast(), new MilestonePast(Day("2026-11-01"), Day("2026-09-30"), 1))
            .Milestones.ShouldHaveSingleItem();
        (milestone.CompletedOn, milestone.OriginalDueDate, milestone.TimesMoved, milestone.CompletedAt).ShouldBe(
            (Day("2026-11-01"), Day("2026-09-30"), 1, Now)
        );
        Import(new CommitmentPast(), new MilestonePast(DroppedOn: Day("2026-11-01")), "2028-01-01")
            .Milestones.ShouldHaveSingleItem()
            .IsDropped.ShouldBeTrue();
        ((Action)(() => Import(new CommitmentPast(), new MilestonePast(), "2028-01-01"))).MustRefuse("commitment.milestoneAfterDueDate");
        ((Action)(() => Import(new CommitmentPast(), new MilestonePast(Day("2026-11-22"))))).MustRefuse("commitment.inTheFuture");
    }

    [Fact]
    public void A_successor_is_named_once()
    {
        var superseded = Import(
            new CommitmentPast(CommitmentStatus.Superseded, ClosedOn: Day("2026-11-01"), ClosingNarrative: "A larger one.")
        );
        var successor = CommitmentId.New();
        superseded.NameSuccessor(successor);
        superseded.SuccessorId.ShouldBe(successor);
        ((Action)(() => superseded.NameSuccessor(CommitmentId.New()))).MustRefuse("commitment.noSuccessor");
        ((Action)(() => Active().NameSuccessor(successor))).MustRefuse("commitment.noSuccessor");
    }

    private static Commitment Import(CommitmentPast past, MilestonePast? milestone = null, string milestoneDue = "2026-12-01") =>
        Commitment.Import(
            PartnershipId.New(),
            Partner(),
            Terms() with
            {
                Milestones = milestone is null ? [] : [new MilestoneTerms("Milestone", Day(milestoneDue), 1, milestone)],
            },
            At(),
            "row-1",
            past
        );
}
