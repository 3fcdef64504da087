using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Initiatives;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Domain.UnitTests.Initiatives;

public sealed class InitiativeTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 6, 0, 0, TimeSpan.Zero);
    private static readonly Filer Proposer = new(UserId.New(), null, null);
    private static readonly Filer Another = new(UserId.New(), null, null);
    private static readonly Actor Board = new(ActorKind.User, Guid.NewGuid());
    private static readonly OrganizationId Organization = OrganizationId.New();

    private static readonly InitiativeTerms Terms = new(
        " Peer learning ",
        "advocacy",
        ["nonCommunicableDiseases", "healthSystemsStrengthening"],
        "Nurses teach nurses.",
        "Rural clinics lack training.",
        " "
    );

    [Fact]
    public void A_proposal_waits_for_the_board_until_the_end_of_a_day_in_UTC()
    {
        var initiative = Proposed();
        (initiative.Title, initiative.Offer, initiative.Status).ShouldBe(("Peer learning", null, InitiativeStatus.Proposed));
        initiative.Themes.ShouldBe(["nonCommunicableDiseases", "healthSystemsStrengthening"]);
        initiative.DecisionDueOn.ShouldBe(new DateOnly(2026, 12, 21));
        initiative.DecisionDueAt.ShouldBe(new DateTimeOffset(2026, 12, 22, 0, 0, 0, TimeSpan.Zero));
        initiative.IsOverdue(initiative.DecisionDueAt.AddTicks(-1)).ShouldBeFalse();
        initiative.IsOverdue(initiative.DecisionDueAt).ShouldBeTrue();
        initiative.Accept("Good.", Board, initiative.DecisionDueAt);
        initiative.IsOverdue(initiative.DecisionDueAt).ShouldBeFalse();
    }

    [Fact]
    public void Each_theme_is_kept_once_and_searched_whole()
    {
        var initiative = Propose(Terms with { Themes = ["climate", "health", "climate"] });
        initiative.Themes.ShouldBe(["climate", "health"]);
        initiative.ThemesKey.ShouldBe(",climate,health,");
        Propose(Terms with { Themes = [] }).ThemesKey.ShouldBeEmpty();
    }

    [Fact]
    public void Only_the_proposer_revises_and_withdraws_and_only_while_the_board_has_not_decided()
    {
        var initiative = Proposed();
        ((Action)(() => initiative.Revise(Terms, Another))).MustRefuse("initiative.notProposer", RefusalKind.Forbidden);
        ((Action)(() => initiative.Withdraw("Changed my mind.", Another, Board, Now))).MustRefuse(
            "initiative.notProposer",
            RefusalKind.Forbidden
        );
        initiative.ClearEvents();
        initiative.Revise(Terms, Proposer);
        initiative.Events.ShouldBeEmpty();
        initiative.Revise(Terms with { Title = "Peer teaching", OrganizationId = Organization }, Proposer);
        var changes = initiative.Events.ShouldHaveSingleItem().ShouldBeOfType<InitiativeRevised>().Changes;
        changes.Select(c => (c.Field, c.To as string)).ShouldBe([("title", "Peer teaching"), ("carriedBy", null)]);
        initiative.Decline("Too large.", Board, Now);
        ((Action)(() => initiative.Revise(Terms, Proposer))).MustRefuse("initiative.decided");
        ((Action)(() => initiative.Withdraw("No.", Proposer, Board, Now))).MustRefuse("initiative.decided");
        ((Action)(() => initiative.Accept("Yes.", Board, Now))).MustRefuse("initiative.decided");
        (initiative.DecisionReason, initiative.DecidedAt, initiative.DecidedById).ShouldBe(("Too large.", (DateTimeOffset?)Now, Board.Id));
    }

    [Fact]
    public void Each_organization_or_person_supports_once_and_nobody_supports_their_own()
    {
        var initiative = Propose(Terms with { OrganizationId = Organization });
        ((Action)(() => Support(initiative, Proposer))).MustRefuse("initiative.ownSupport");
        ((Action)(() => Support(initiative, Another, Organization))).MustRefuse("initiative.ownSupport");
        ((Action)(() => Support(initiative, Another, alreadySupports: true))).MustRefuse(
            "initiative.alreadySupported",
            RefusalKind.Conflict
        );

        var (other, alone) = (OrganizationId.New(), Support(initiative, Another));
        var together = Support(initiative, Another, other);
        (alone.SupporterKey, together.SupporterKey).ShouldBe((Another.Person!.Value.Value, other.Value));
        ((Action)(() => initiative.WithdrawSupport(alone, Proposer, other, Now))).MustRefuse(
            "initiative.notSupporter",
            RefusalKind.Forbidden
        );
        initiative.WithdrawSupport(alone, Another, null, Now);
        initiative.WithdrawSupport(together, Proposer, other, Now);
        ((Action)(() => initiative.WithdrawSupport(alone, Another, null, Now))).MustRefuse("initiative.supportWithdrawn");
    }

    [Fact]
    public void A_concern_is_answered_by_the_proposer_and_resolved_by_whoever_raised_it()
    {
        var initiative = Proposed();
        var concern = initiative.RaiseConcern("Who pays?", Another, null, Now);
        ((Action)(() => initiative.AnswerConcern(concern, "We do.", Another, Now))).MustRefuse(
            "initiative.notProposer",
            RefusalKind.Forbidden
        );
        ((Action)(() => initiative.ResolveConcern(concern, Proposer, Now))).MustRefuse("initiative.notConcerned", RefusalKind.Forbidden);
        initiative.AnswerConcern(concern, "We do.", Proposer, Now).ShouldBeNull();
        initiative.ClearEvents();
        initiative.AnswerConcern(concern, " We do. ", Proposer, Now.AddDays(1)).ShouldBeNull();
        initiative.Events.ShouldBeEmpty("it is the same answer");
        var earlier = initiative.AnswerConcern(concern, "The ministry does.", Proposer, Now.AddDays(2));
        (earlier!.ConcernId, earlier.Text, earlier.AnsweredAt).ShouldBe((concern.Id, "We do.", Now));
        initiative.Events.ShouldHaveSingleItem().ShouldBeOfType<InitiativeConcernAnswered>();
        initiative.ResolveConcern(concern, Another, Now);
        (concern.Answer, concern.ResolvedAt).ShouldBe(("The ministry does.", (DateTimeOffset?)Now));
        ((Action)(() => initiative.AnswerConcern(concern, "Nobody.", Proposer, Now))).MustRefuse("initiative.concernResolved");
        ((Action)(() => initiative.ResolveConcern(concern, Another, Now))).MustRefuse("initiative.concernResolved");
    }

    [Fact]
    public void What_was_declined_or_withdrawn_is_not_discussed_any_more_and_what_was_accepted_is()
    {
        var accepted = Proposed();
        accepted.Accept("Good.", Board, Now);
        accepted.Comment("How can we help?", Another, null, Now);
        Support(accepted, Another);

        var withdrawn = Proposed();
        withdrawn.Withdraw("Done elsewhere.", Proposer, Board, Now);
        ((Action)(() => withdrawn.Comment("Why?", Another, null, Now))).MustRefuse("initiative.over");
        ((Action)(() => withdrawn.RaiseConcern("Why?", Another, null, Now))).MustRefuse("initiative.over");
        ((Action)(() => Support(withdrawn, Another))).MustRefuse("initiative.over");
    }

    [Fact]
    public void Only_an_accepted_initiative_becomes_a_partnership_once_and_one_commitment_at_a_time_carried_by_an_organization()
    {
        var initiative = Proposed();
        ((Action)(() => initiative.MayBecomePartnership(Organization))).MustRefuse("initiative.notAccepted");
        ((Action)(() => initiative.MayBecomeCommitment(Organization, false))).MustRefuse("initiative.notAccepted");
        initiative.Accept("Good.", Board, Now);
        ((Action)(() => initiative.MayBecomePartnership(null))).MustRefuse("initiative.hostMissing").Field.ShouldBe("organizationId");
        initiative.MayBecomePartnership(Organization).ShouldBe(Organization);
        initiative.BecomePartnership(PartnershipId.New());
        ((Action)(() => initiative.MayBecomePartnership(Organization))).MustRefuse("initiative.hasPartnership", RefusalKind.Conflict);

        ((Action)(() => initiative.MayBecomeCommitment(null, false))).MustRefuse("initiative.hostMissing").Field.ShouldBe("organizationId");
        initiative.BecomeCommitment(CommitmentId.New());
        ((Action)(() => initiative.MayBecomeCommitment(Organization, true))).MustRefuse("initiative.hasCommitment", RefusalKind.Conflict);
        initiative.MayBecomeCommitment(Organization, false).ShouldBe(Organization);
        var second = CommitmentId.New();
        initiative.BecomeCommitment(second);
        initiative.CommitmentId.ShouldBe(second);
    }

    private static Initiative Proposed() => Propose(Terms);

    private static Initiative Propose(InitiativeTerms terms) => Initiative.Propose(terms, Proposer, isEarlyCareer: true, 30, Now);

    private static InitiativeSupport Support(
        Initiative initiative,
        Filer by,
        OrganizationId? organization = null,
        bool alreadySupports = false
    ) => initiative.Support("Two trainers.", by, organization, isEarlyCareer: false, alreadySupports, Now);
}
