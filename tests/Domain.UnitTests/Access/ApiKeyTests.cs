using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Organizations;
using static PartnershipTracker.Domain.UnitTests.Given;

namespace PartnershipTracker.Domain.UnitTests.Access;

public sealed class ApiKeyTests
{
    private readonly OrganizationId _organization = OrganizationId.New();

    [Fact]
    public void Only_the_hash_of_an_API_key_is_stored()
    {
        var (record, key) = Issue();
        record.Hash.ShouldBe(ApiKey.HashOf(key));
        record.Prefix.ShouldBe(key[..record.Prefix.Length]);
        key.Length.ShouldBeGreaterThan(record.Prefix.Length + 20);
        new[] { record.Name, record.Hash, record.Prefix, record.Events.Single().ToString() }.ShouldAllBe(text =>
            !text!.Contains(key, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void No_two_API_keys_are_alike() => Enumerable.Range(0, 100).Select(_ => Issue().Key).Distinct().Count().ShouldBe(100);

    [Fact]
    public void A_key_works_through_its_last_day()
    {
        var (record, _) = Issue(expiresOn: Today);
        record.IsUsable(Instant("2026-11-21T23:59:59Z")).ShouldBeTrue();
        record.IsUsable(Instant("2026-11-22T00:00:00Z")).ShouldBeFalse();
    }

    [Fact]
    public void A_revoked_key_stops_working_and_is_revoked_once()
    {
        var (record, _) = Issue();
        record.Revoke(Now);
        record.Revoke(Now.AddDays(1));
        record.IsUsable(Now).ShouldBeFalse();
        record.RevokedAt.ShouldBe(Now);
        record.Events.OfType<ApiKeyRevoked>().ShouldHaveSingleItem();
    }

    [Fact]
    public void Rotating_a_key_that_retires_already_does_not_extend_its_life()
    {
        var (record, _) = Issue();
        record.Rotate(TimeSpan.FromHours(2), null, Now);
        record.Rotate(TimeSpan.FromDays(7), null, Now.AddHours(1));
        record.RetiresAt.ShouldBe(Now.AddHours(2));
        record.Rotate(TimeSpan.Zero, null, Now.AddHours(1));
        record.RetiresAt.ShouldBe(Now.AddHours(1), "it may end earlier");
    }

    [Fact]
    public void A_key_counts_as_the_person_who_issued_it_or_rotated_it_last()
    {
        var (ana, ben) = (UserId.New(), UserId.New());
        var (record, _) = ApiKey.Issue(_organization, "Our system", Role.Officer, null, ana, Now);
        record.Rotate(TimeSpan.FromHours(2), null, Now).Record.IssuedBy.ShouldBe(ana);
        record.Rotate(TimeSpan.FromHours(2), ben, Now).Record.IssuedBy.ShouldBe(ben);
    }

    [Fact]
    public void A_key_of_the_secretariat_acts_for_no_organization()
    {
        Issue(Role.Secretariat).Record.ActsFor.ShouldBeNull();
        Issue(Role.Reviewer).Record.ActsFor.ShouldBe(_organization);
    }

    [Fact]
    public void The_bootstrap_key_has_the_role_secretariat_and_shows_none_of_its_characters()
    {
        var record = ApiKey.Bootstrap("super-secret", "Bootstrap", Now);
        record.Role.ShouldBe(Role.Secretariat);
        record.ActsFor.ShouldBeNull();
        record.Prefix.ShouldBe("bootstrap");
        record.Hash.ShouldBe(ApiKey.HashOf("super-secret"));
    }

    private (ApiKey Record, string Key) Issue(Role role = Role.Reporter, DateOnly? expiresOn = null) =>
        ApiKey.Issue(_organization, "Our system", role, expiresOn, null, Now);
}
