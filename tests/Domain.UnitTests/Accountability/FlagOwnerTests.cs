using PartnershipTracker.Domain.Accountability;

namespace PartnershipTracker.Domain.UnitTests.Accountability;

public sealed class FlagOwnerTests
{
    [Theory]
    [InlineData(FlagKind.CommitmentOverdue, FlagOwner.Partner)]
    [InlineData(FlagKind.MilestoneOverdue, FlagOwner.Partner)]
    [InlineData(FlagKind.ReportOverdue, FlagOwner.Partner)]
    [InlineData(FlagKind.OffTrack, FlagOwner.Partner)]
    [InlineData(FlagKind.ReviewOverdue, FlagOwner.Reviewer)]
    [InlineData(FlagKind.InitiativeDecisionOverdue, FlagOwner.Board)]
    [InlineData(FlagKind.OutcomeNotTakenUp, FlagOwner.Organizers)]
    public void Whoever_must_act_owns_the_flag(FlagKind kind, FlagOwner owner) => kind.Owner().ShouldBe(owner);
}
