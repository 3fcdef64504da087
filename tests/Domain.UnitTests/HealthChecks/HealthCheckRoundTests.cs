using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.HealthChecks;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.Domain.Reference;
using static PartnershipTracker.Domain.UnitTests.Given;

namespace PartnershipTracker.Domain.UnitTests.HealthChecks;

public sealed class HealthCheckRoundTests
{
    private readonly Partnership _partnership = Partnership.Propose(
        new PartnershipTerms("Rivers", null, [], [], [], [], Day("2026-01-01"))
    );

    public HealthCheckRoundTests() => _partnership.Activate(2);

    [Fact]
    public void A_round_keeps_the_version_of_the_instrument_and_says_when_it_can_be_answered()
    {
        var round = Open();
        round.InstrumentVersion.ShouldBe(HealthInstrument.CurrentVersion);
        round.Last<HealthCheckRoundOpened>().Period.ShouldBe("Second half of 2026");
        round.StateAt(Instant("2026-11-30T23:59:59Z")).ShouldBe(HealthCheckState.Planned);
        round.StateAt(Instant("2026-12-01T00:00:00Z")).ShouldBe(HealthCheckState.Open);
    }

    [Fact]
    public void A_round_is_open_until_its_last_day_has_ended_everywhere()
    {
        var round = Open();
        round.StateAt(Instant("2026-12-15T11:59:59Z")).ShouldBe(HealthCheckState.Open, "it is still 14 December in UTC-12");
        round.StateAt(Instant("2026-12-15T12:00:00Z")).ShouldBe(HealthCheckState.Closed);
    }

    [Theory]
    [InlineData("2026-11-20", "2026-12-10", "healthCheck.opensInThePast")]
    [InlineData("2026-12-01", "2026-12-06", "healthCheck.tooShort")]
    [InlineData("2026-12-01", "2027-03-03", "healthCheck.tooLong")]
    public void A_round_begins_today_or_later_and_lasts_a_week_to_a_quarter(string opens, string closes, string code)
    {
        Action open = () => Open(opens, closes);
        open.MustRefuse(code);
    }

    [Theory]
    [InlineData("2026-12-07")]
    [InlineData("2027-03-02")]
    public void A_week_and_a_quarter_are_allowed(string closes) => Open("2026-12-01", closes).ClosesOn.ShouldBe(Day(closes));

    [Fact]
    public void Only_an_active_partnership_has_a_health_check()
    {
        _partnership.Complete(0);
        Action open = () => Open();
        open.MustRefuse("healthCheck.notActive");
    }

    [Fact]
    public void A_round_can_be_cancelled_until_it_closes()
    {
        var round = Open();
        round.Cancel("Wrong dates.", Now);
        round.StateAt(Instant("2027-01-01T00:00:00Z")).ShouldBe(HealthCheckState.Cancelled);
        round.Last<HealthCheckRoundCancelled>().Reason.ShouldBe("Wrong dates.");
        Action again = () => round.Cancel("Again.", Now);
        again.MustRefuse("healthCheck.hasEnded");

        Action late = () => Open().Cancel("Late.", Instant("2026-12-15T12:00:00Z"));
        late.MustRefuse("healthCheck.hasEnded");
    }

    [Fact]
    public void The_end_of_a_round_is_written_once()
    {
        var round = Open();
        round.Close(Now);
        round.ClosedAt.ShouldBeNull("it has not closed yet");
        round.Close(Instant("2026-12-15T12:00:00Z"));
        round.Close(Instant("2026-12-16T12:00:00Z"));
        round.Events.OfType<HealthCheckRoundClosed>().ShouldHaveSingleItem();
    }

    [Fact]
    public void An_invitation_stores_only_hashes_and_nothing_that_could_hold_a_time()
    {
        var (invitation, token) = HealthCheckInvitation.Make(
            HealthCheckRoundId.New(),
            OrganizationId.New(),
            ContactId.New(),
            MemberRole.Community,
            Sector.CivilSociety
        );
        invitation.Hash.ShouldBe(Domain.Access.Secret.HashOf(token));
        var second = invitation.Remind();
        invitation.ReminderHash.ShouldBe(Domain.Access.Secret.HashOf(second));
        second.ShouldNotBe(token);
        foreach (var type in new[] { typeof(HealthCheckInvitation), typeof(HealthTally) })
            type.GetProperties()
                .Where(p =>
                    (Nullable.GetUnderlyingType(p.PropertyType) ?? p.PropertyType) is var t
                    && (t == typeof(DateTimeOffset) || t == typeof(DateOnly))
                )
                .Select(p => p.Name)
                .ShouldBeEmpty(type.Name);
    }

    [Fact]
    public void A_tally_knows_a_group_and_no_organization() =>
        typeof(HealthTally)
            .GetProperties()
            .Select(p => p.Name)
            .ShouldBe(["RoundId", "Role", "Sector", "Statement", "Rating", "Count", "Seq"], ignoreOrder: true);

    [Fact]
    public void A_group_has_a_count_for_each_answer_before_anybody_answers()
    {
        var tallies = HealthTally.Of(HealthCheckRoundId.New(), 1, MemberRole.Lead, Sector.Public).ToList();
        tallies.Count.ShouldBe(60, "ten statements, five values and “cannot say”");
        tallies.ShouldAllBe(t => t.Count == 0);
    }

    [Theory]
    [InlineData(1, "2026-11-21", "2026-10")]
    [InlineData(6, "2026-12-01", "2026-06 – 2026-11")]
    [InlineData(12, "2027-01-31", "2026-01 – 2026-12")]
    public void A_round_that_opens_by_itself_asks_about_the_months_before_it_and_is_open_for_three_weeks(
        int months,
        string day,
        string period
    )
    {
        var round = HealthCheckRound.OpenPlanned(_partnership, 2, months, Day(day));
        (round.Number, round.Period, round.OpensOn).ShouldBe((2, period, Day(day)));
        (round.ClosesOn.DayNumber - round.OpensOn.DayNumber + 1).ShouldBe(21);
    }

    [Fact]
    public void Each_version_of_the_instrument_keeps_its_statements()
    {
        HealthInstrument.Versions[^1].ShouldBe(HealthInstrument.CurrentVersion);
        HealthInstrument.Versions.Select(HealthInstrument.StatementsOf).ShouldAllBe(s => s.Count > 0 && s.Distinct().Count() == s.Count);
        HealthInstrument.StatementsOf(1).Count.ShouldBe(10);
        foreach (var version in new[] { 0, HealthInstrument.CurrentVersion + 1 })
        {
            Action unknown = () => HealthInstrument.StatementsOf(version);
            unknown.MustRefuse("healthInstrument.notFound", RefusalKind.NotFound);
        }
    }

    private HealthCheckRound Open(string opens = "2026-12-01", string closes = "2026-12-14") =>
        HealthCheckRound.Open(_partnership, 1, " Second half of 2026 ", Day(opens), Day(closes), Today);
}
