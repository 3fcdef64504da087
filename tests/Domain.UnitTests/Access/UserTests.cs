using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Domain.UnitTests.Access;

public sealed class UserTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 6, 0, 0, TimeSpan.Zero);
    private readonly OrganizationId _organization = OrganizationId.New();

    [Fact]
    public void A_person_is_stored_with_one_form_of_their_email_address()
    {
        var user = User.Invite(" Ana@Example.ORG ", " Ana ", Role.Officer, _organization, Now);
        (user.Email, user.Name, user.OrganizationId).ShouldBe(("ana@example.org", "Ana", _organization));
        user.Events.ShouldHaveSingleItem().ShouldBe(new UserInvited(user.Id, Role.Officer, _organization));
    }

    [Theory]
    [InlineData(Role.Officer)]
    [InlineData(Role.Reporter)]
    [InlineData(Role.Community)]
    public void A_role_that_acts_for_an_organization_needs_one(Role role) =>
        Should
            .Throw<DomainException>(() => User.Invite("ana@example.org", null, role, null, Now))
            .Code.ShouldBe("person.organizationMissing");

    [Fact]
    public void A_person_of_the_secretariat_belongs_to_no_organization() =>
        Should
            .Throw<DomainException>(() => User.Invite("ana@example.org", null, Role.Secretariat, _organization, Now))
            .Code.ShouldBe("person.secretariatHasNoOrganization");

    [Fact]
    public void A_member_may_belong_to_an_organization_or_to_none()
    {
        User.Invite("ana@example.org", null, Role.Member, null, Now).OrganizationId.ShouldBeNull();
        User.Invite("ana@example.org", null, Role.Member, _organization, Now).OrganizationId.ShouldBe(_organization);
    }

    [Fact]
    public void What_a_person_says_about_themselves_stands_in_the_history_without_values()
    {
        var user = User.Invite("ana@example.org", null, Role.Member, null, Now);
        user.ClearEvents();
        user.Describe(" ", null);
        user.Events.ShouldBeEmpty();
        user.Describe("research", true);
        (user.StakeholderGroup, user.IsEarlyCareer).ShouldBe(("research", true));
        var described = user.Events.ShouldHaveSingleItem().ShouldBeOfType<UserDescribed>();
        described.Changes.Select(c => c.Field).ShouldBe(["stakeholderGroup", "isEarlyCareer"]);
        described.Changes.ShouldAllBe(c => c.From == null && c.To == null);
        user.ClearEvents();
        user.Describe("research", true);
        user.Events.ShouldBeEmpty();
        user.Describe(" ", null);
        (user.StakeholderGroup, user.IsEarlyCareer).ShouldBe((null, true));
    }

    [Fact]
    public void That_somebody_is_not_at_the_beginning_of_their_career_is_known_only_once_it_was_said()
    {
        var user = User.Invite("ana@example.org", null, Role.Member, null, Now);
        user.Describe("research", null);
        (user.IsEarlyCareer, user.IsCareerKnown).ShouldBe((false, false));
        user.ClearEvents();
        user.Describe("research", false);
        (user.IsEarlyCareer, user.IsCareerKnown).ShouldBe((false, true));
        user.Events.ShouldHaveSingleItem().ShouldBeOfType<UserDescribed>().Changes.Single().Field.ShouldBe("isEarlyCareer");
    }

    [Fact]
    public void A_person_can_take_back_what_was_said_of_them()
    {
        var user = User.Invite("ana@example.org", null, Role.Member, null, Now);
        user.Describe("research", true);
        user.ClearEvents();
        user.DescribeThemselves("research", null);
        (user.IsEarlyCareer, user.IsCareerKnown).ShouldBe((false, false));
        user.Events.ShouldHaveSingleItem().ShouldBeOfType<UserDescribed>().Changes.Single().Field.ShouldBe("isEarlyCareer");
        user.DescribeThemselves(null, false);
        (user.StakeholderGroup, user.IsEarlyCareer, user.IsCareerKnown).ShouldBe((null, false, true));
    }

    [Fact]
    public void A_new_role_raises_an_event_and_the_same_role_raises_none()
    {
        var user = User.Invite("ana@example.org", null, Role.Reporter, _organization, Now);
        user.ClearEvents();
        user.ChangeRole(Role.Reporter, _organization);
        user.Events.ShouldBeEmpty();
        user.ChangeRole(Role.Officer, _organization);
        user.Events.ShouldHaveSingleItem().ShouldBe(new UserRoleChanged(user.Id, Role.Reporter, Role.Officer, _organization));
        Should.Throw<DomainException>(() => user.ChangeRole(Role.Officer, null)).Code.ShouldBe("person.organizationMissing");
    }

    [Fact]
    public void A_deactivated_person_can_be_invited_again_and_an_active_one_cannot()
    {
        var user = User.Invite("ana@example.org", "Ana", Role.Reporter, _organization, Now);
        Should.Throw<DomainException>(() => user.InviteAgain(null, Role.Reporter, _organization)).Code.ShouldBe("person.exists");
        user.Deactivate(Now);
        user.Deactivate(Now);
        Should.Throw<DomainException>(() => user.ChangeRole(Role.Officer, _organization)).Code.ShouldBe("person.deactivated");
        user.InviteAgain(null, Role.Board, null);
        (user.Name, user.Role, user.OrganizationId, user.DeactivatedAt).ShouldBe(("Ana", Role.Board, null, null));
        user.Events.Select(e => e.GetType()).ShouldBe([typeof(UserInvited), typeof(UserDeactivated), typeof(UserInvited)]);
    }

    [Fact]
    public void A_deactivation_can_be_undone_and_undoing_it_twice_changes_nothing()
    {
        var user = User.Invite("ana@example.org", "Ána", Role.Reporter, _organization, Now);
        user.NameKey.ShouldBe("ana");
        user.Deactivate(Now);
        Should.Throw<DomainException>(user.ResendInvitation).Code.ShouldBe("person.deactivated");
        user.Reactivate();
        var version = user.Version;
        user.Reactivate();
        (user.Role, user.OrganizationId, user.DeactivatedAt, user.Version).ShouldBe((Role.Reporter, _organization, null, version));
        user.ResendInvitation();
        user.Events.Last().ShouldBe(new UserInvitationResent(user.Id, Role.Reporter, _organization));
    }
}
