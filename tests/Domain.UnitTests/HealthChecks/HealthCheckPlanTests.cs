using PartnershipTracker.Domain.HealthChecks;
using PartnershipTracker.Domain.Partnerships;
using static PartnershipTracker.Domain.UnitTests.Given;

namespace PartnershipTracker.Domain.UnitTests.HealthChecks;

public sealed class HealthCheckPlanTests
{
    private readonly Partnership _partnership = Partnership.Propose(
        new PartnershipTerms("Rivers", null, [], [], [], [], Day("2026-01-01"))
    );

    public HealthCheckPlanTests() => _partnership.Activate(2);

    [Fact]
    public void The_first_health_check_opens_on_the_day_that_was_set_and_each_next_one_so_many_months_later()
    {
        Plan(6, "2026-12-01");
        _partnership.Last<HealthChecksPlanned>().ShouldBe(new HealthChecksPlanned(_partnership.Id, 6, Day("2026-12-01")));
        _partnership.NextHealthCheckOn(null, null).ShouldBe(Day("2026-12-01"));
        _partnership.NextHealthCheckOn(Day("2026-12-01"), Day("2026-12-21")).ShouldBe(Day("2027-06-01"));
    }

    [Fact]
    public void The_next_one_waits_until_an_open_one_has_ended_everywhere()
    {
        Plan(1, "2026-12-01");
        _partnership.NextHealthCheckOn(Day("2026-12-01"), Day("2027-03-02")).ShouldBe(Day("2027-03-04"));
        _partnership.NextHealthCheckOn(null, Day("2026-11-30")).ShouldBe(Day("2026-12-02"), "it is 30 November in UTC-12 until noon");
    }

    [Fact]
    public void An_interval_can_be_taken_back_and_the_same_one_is_no_change()
    {
        Plan(6, "2026-12-01");
        _partnership.ClearEvents();
        Plan(6, "2026-12-01");
        _partnership.Events.ShouldBeEmpty();
        _partnership.EndHealthCheckPlan();
        _partnership.EndHealthCheckPlan();
        _partnership.Events.ShouldHaveSingleItem().ShouldBeOfType<HealthCheckPlanEnded>();
        _partnership.NextHealthCheckOn(null, null).ShouldBeNull();
    }

    [Fact]
    public void An_interval_begins_today_or_later()
    {
        Action past = () => Plan(6, "2026-11-20");
        past.MustRefuse("healthCheck.opensInThePast");
        Plan(6, "2026-11-21");
    }

    [Fact]
    public void Only_an_active_partnership_has_health_checks()
    {
        Plan(6, "2026-12-01");
        _partnership.Complete(0);
        _partnership.NextHealthCheckOn(null, null).ShouldBeNull();
        Action again = () => Plan(3, "2026-12-01");
        again.MustRefuse("healthCheck.notActive");
    }

    private void Plan(int months, string from) => _partnership.PlanHealthChecks(months, Day(from), Today);
}
