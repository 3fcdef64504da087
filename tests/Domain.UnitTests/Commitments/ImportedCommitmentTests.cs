using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Partnerships;
using static PartnershipTracker.Domain.UnitTests.Given;

namespace PartnershipTracker.Domain.UnitTests.Commitments;

public sealed class ImportedCommitmentTests
{
    [Fact]
    public void What_was_promised_first_comes_along()
    {
        var commitment = Import(new CommitmentPast(OriginalDueDate: Day("2026-06-30"), TimesMoved: 2));
        (commitment.OriginalDueDate, commitment.DueDate, commitment.TimesMoved, commitment.DaysSlipped).ShouldBe((Day("2026-06-30"), Day("2026-12-31"), 2, 184));
        commitment.Last<CommitmentImported>().OriginalDueDate.ShouldBe(Day("2026-06-30"));
    }

    [Theory]
    [InlineData("2026-06-30", 0)]
    [InlineData(null, 1)]
    [InlineData("2026-12-31", -1)]
    public void Moves_and_dates_that_contradict_each_other_are_refused(string? original, int times)
    {
        var day = original is null ? (DateOnly?)null : Day(original);
        ((Action)(() => Import(new CommitmentPast(OriginalDueDate: day, TimesMoved: times)))).MustRefuse("commitment.movesUnclear");
        ((Action)(() => Import(new CommitmentPast(), new MilestonePast(OriginalDueDate: day, TimesMoved: times)))).MustRefuse("commitment.movesUnclear");
    }

    [Fact]
    public void What_has_ended_says_when_and_why_and_no_clock_runs()
    {
        var ended = Import(new CommitmentPast(CommitmentStatus.Completed, ClosedOn: Day("2026-11-01"), ClosingNarrative: "Done."));
        (ended.Status, ended.ClosedOn, ended.ClosingNarrative, ended.ClosedAt, ended.OverdueAt).ShouldBe((CommitmentStatus.Completed, Day("2026-11-01"), "Done.", Now, null));
        foreach (var past in new[]
        {
            new CommitmentPast(CommitmentStatus.Withdrawn, ClosingNarrative: "No money."), new CommitmentPast(CommitmentStatus.Withdrawn, ClosedOn: Day("2026-11-01"), ClosingNarrative: " "),
            new CommitmentPast(ClosedOn: Day("2026-11-01")),
        })
            ((Action)(() => Import(past))).MustRefuse("commitment.endingUnclear");
        ((Action)(() => Import(new CommitmentPast(CommitmentStatus.Withdrawn, ClosedOn: Day("2026-11-22"), ClosingNarrative: "No money.")))).MustRefuse("commitment.inTheFuture");
    }

    [Fact]
    public void A_milestone_comes_with_its_past_and_one_that_was_dropped_may_lie_anywhere()
    {
        var milestone = Import(new CommitmentPast(), new MilestonePast(Day("2026-11-01"), Day("2026-09-30"), 1)).Milestones.ShouldHaveSingleItem();
        (milestone.CompletedOn, milestone.OriginalDueDate, milestone.TimesMoved, milestone.CompletedAt).ShouldBe((Day("2026-11-01"), Day("2026-09-30"), 1, Now));
        Import(new CommitmentPast(), new MilestonePast(DroppedOn: Day("2026-11-01")), "2028-01-01").Milestones.ShouldHaveSingleItem().IsDropped.ShouldBeTrue();
        ((Action)(() => Import(new CommitmentPast(), new MilestonePast(), "2028-01-01"))).MustRefuse("commitment.milestoneAfterDueDate");
        ((Action)(() => Import(new CommitmentPast(), new MilestonePast(Day("2026-11-22"))))).MustRefuse("commitment.inTheFuture");
    }

    [Fact]
    public void A_successor_is_named_once()
    {
        var superseded = Import(new CommitmentPast(CommitmentStatus.Superseded, ClosedOn: Day("2026-11-01"), ClosingNarrative: "A larger one."));
        var successor = CommitmentId.New();
        superseded.NameSuccessor(successor);
        superseded.SuccessorId.ShouldBe(successor);
        ((Action)(() => superseded.NameSuccessor(CommitmentId.New()))).MustRefuse("commitment.noSuccessor");
        ((Action)(() => Active().NameSuccessor(successor))).MustRefuse("commitment.noSuccessor");
    }

    private static Commitment Import(CommitmentPast past, MilestonePast? step = null, string stepDue = "2026-12-01") => Commitment.Import(
        PartnershipId.New(), Partner(), Terms() with { Milestones = step is null ? [] : [new MilestoneTerms("Step", Day(stepDue), 1, step)] }, At(), "row-1", past);
}
