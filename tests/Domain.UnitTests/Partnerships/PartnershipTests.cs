using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.Domain.Programme;
using static PartnershipTracker.Domain.UnitTests.Given;

namespace PartnershipTracker.Domain.UnitTests.Partnerships;

public sealed class PartnershipTests
{
    private static readonly PartnershipTerms Terms = new(
        " Healthy communities ",
        "",
        [PillarCodes.Advocacy, PillarCodes.Advocacy],
        [ThemeCodes.NonCommunicableDiseases],
        ["BGD", "ch", "BD"],
        ["17.16", "3.8"],
        Day("2024-01-01")
    );

    [Fact]
    public void A_proposed_partnership_stores_its_content_trimmed_and_without_duplicates()
    {
        var partnership = Partnership.Propose(Terms);

        partnership.Status.ShouldBe(PartnershipStatus.Proposed);
        partnership.Name.ShouldBe("Healthy communities");
        partnership.Summary.ShouldBeNull();
        partnership.Pillars.ShouldBe([PillarCodes.Advocacy]);
        partnership.CountryCodes.ShouldBe(["BD", "CH"]);
        partnership.IsPublished.ShouldBeFalse();
        partnership.Last<PartnershipProposed>();
    }

    [Fact]
    public void A_partnership_cannot_end_before_it_starts() =>
        ((Action)(() => Partnership.Propose(Terms with { EndDate = Day("2023-12-31") })))
            .MustRefuse("partnership.endsBeforeItStarts")
            .Field.ShouldBe("endDate");

    [Fact]
    public void Unknown_codes_are_refused_by_name()
    {
        ((Action)(() => Partnership.Propose(Terms with { SdgTargets = ["18.1"] })))
            .MustRefuse("reference.unknownSdgTarget")
            .Field.ShouldBe("sdgTargets[0]");
        ((Action)(() => Partnership.Propose(Terms with { CountryCodes = ["BD", "Atlantis"] })))
            .MustRefuse("reference.unknownCountry")
            .Field.ShouldBe("countryCodes[1]");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void A_partnership_needs_two_members_to_become_active(int members) =>
        ((Action)(() => Partnership.Propose(Terms).Activate(members))).MustRefuse("partnership.tooFewMembers").Args.ShouldBe([members, 2]);

    [Fact]
    public void With_two_members_a_partnership_becomes_active_once()
    {
        var partnership = Active();
        partnership.Status.ShouldBe(PartnershipStatus.Active);
        ((Action)(() => partnership.Activate(3))).MustRefuse("partnership.notProposed");
    }

    [Fact]
    public void An_organization_joins_once()
    {
        var partnership = Partnership.Propose(Terms);
        var organization = OrganizationId.New();
        var member = partnership.Join(organization, MemberRole.Lead, isMember: false, Today);

        (member.OrganizationId, member.Role, member.JoinedOn).ShouldBe((organization, MemberRole.Lead, Today));
        partnership.Last<MemberJoined>().OrganizationId.ShouldBe(organization);
        ((Action)(() => partnership.Join(organization, MemberRole.Funding, isMember: true, Today))).MustRefuse(
            "partnership.alreadyAMember",
            RefusalKind.Conflict
        );
    }

    [Fact]
    public void No_organization_joins_a_partnership_that_has_ended()
    {
        var partnership = Active();
        partnership.Complete(openCommitments: 0);
        ((Action)(() => partnership.Join(OrganizationId.New(), MemberRole.Lead, isMember: false, Today))).MustRefuse("partnership.ended");
    }

    [Fact]
    public void A_member_takes_another_role_and_the_same_role_is_no_change()
    {
        var partnership = Active();
        var member = partnership.Join(OrganizationId.New(), MemberRole.Lead, isMember: false, Today);
        partnership.ChangeRole(member, MemberRole.Funding);
        member.Role.ShouldBe(MemberRole.Funding);
        partnership.Last<MemberRoleChanged>().From.ShouldBe(MemberRole.Lead);

        var version = partnership.Version;
        partnership.ChangeRole(member, MemberRole.Funding);
        partnership.Version.ShouldBe(version);
        partnership.Complete(openCommitments: 0);
        ((Action)(() => partnership.ChangeRole(member, MemberRole.Lead))).MustRefuse("partnership.ended");
    }

    [Fact]
    public void An_active_partnership_is_revised_and_its_history_says_what_changed()
    {
        var partnership = Active();
        partnership.Revise(Terms with { Summary = "Together.", SdgTargets = ["17.16"], EndDate = Day("2028-12-31") }).ShouldBeTrue();

        partnership.Status.ShouldBe(PartnershipStatus.Active);
        var changes = partnership.Last<PartnershipRevised>().Changes;
        changes.Select(c => c.Field).ShouldBe(["summary", "sdgTargets", "endDate"]);
        changes[0].ShouldBe(new Change("summary", null, "Together."));
        changes[1].From.ShouldBeAssignableTo<IReadOnlyList<string>>().ShouldBe(["3.8", "17.16"]);
    }

    [Fact]
    public void The_same_terms_in_another_order_change_nothing()
    {
        var partnership = Active();
        var version = partnership.Version;
        partnership.Revise(Terms with { CountryCodes = ["CH", "BD"], SdgTargets = ["3.8", "17.16"] }).ShouldBeFalse();
        partnership.Version.ShouldBe(version);
    }

    [Fact]
    public void A_partnership_that_has_ended_is_not_revised()
    {
        var partnership = Active();
        partnership.Dissolve(0, "It is over.");
        ((Action)(() => partnership.Revise(Terms))).MustRefuse("partnership.ended");
        ((Action)(() => Active().Revise(Terms with { EndDate = Day("2023-12-31") }))).MustRefuse("partnership.endsBeforeItStarts");
    }

    [Fact]
    public void A_partnership_with_open_commitments_cannot_end()
    {
        var partnership = Active();
        ((Action)(() => partnership.Complete(openCommitments: 1))).MustRefuse("partnership.openCommitments").Args.ShouldBe([1]);
        ((Action)(() => partnership.Dissolve(openCommitments: 2, "Too early.")))
            .MustRefuse("partnership.openCommitments")
            .Args.ShouldBe([2]);
        partnership.Status.ShouldBe(PartnershipStatus.Active);
    }

    [Fact]
    public void Only_an_active_partnership_is_completed() =>
        ((Action)(() => Partnership.Propose(Terms).Complete(0))).MustRefuse("partnership.notActive");

    [Fact]
    public void A_partnership_is_dissolved_once_and_with_a_reason()
    {
        var partnership = Partnership.Propose(Terms);
        partnership.Dissolve(0, "Nobody came.");
        partnership.Status.ShouldBe(PartnershipStatus.Dissolved);
        partnership.Last<PartnershipDissolved>().Reason.ShouldBe("Nobody came.");
        ((Action)(() => partnership.Dissolve(0, "Again."))).MustRefuse("partnership.ended");
    }

    [Fact]
    public void Publishing_twice_changes_nothing_the_second_time()
    {
        var partnership = Active();
        partnership.Publish();
        var version = partnership.Version;
        partnership.Publish();
        partnership.Version.ShouldBe(version);
        partnership.IsPublished.ShouldBeTrue();

        partnership.Unpublish();
        partnership.Unpublish();
        partnership.IsPublished.ShouldBeFalse();
        partnership.Version.ShouldBe(version + 1);
    }

    private static Partnership Active()
    {
        var partnership = Partnership.Propose(Terms);
        partnership.Activate(2);
        return partnership;
    }
}
