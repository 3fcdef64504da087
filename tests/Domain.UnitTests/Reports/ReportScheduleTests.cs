using PartnershipTracker.Domain.Reports;
using static PartnershipTracker.Domain.UnitTests.Given;

namespace PartnershipTracker.Domain.UnitTests.Reports;

public sealed class ReportScheduleTests
{
    [Theory]
    [InlineData("2026-11-21T06:00:00Z", "2026-11-23T07:00:00Z")]
    [InlineData("2026-11-23T06:59:59Z", "2026-11-23T07:00:00Z")]
    [InlineData("2026-11-23T07:00:00Z", "2026-11-30T07:00:00Z")]
    public void A_weekly_accountability_report_is_sent_on_its_day_at_its_hour(string after, string planned) =>
        Weekly("Europe/Berlin").NextAfter(Instant(after)).ShouldBe(Instant(planned));

    [Fact]
    public void The_hour_is_local_time_in_summer_and_in_winter()
    {
        Weekly("Europe/Berlin").NextAfter(Instant("2026-10-20T00:00:00Z")).ShouldBe(Instant("2026-10-26T07:00:00Z"));
        Weekly("Europe/Berlin").NextAfter(Instant("2026-10-13T00:00:00Z")).ShouldBe(Instant("2026-10-19T06:00:00Z"));
    }

    [Fact]
    public void An_hour_skipped_by_summer_time_moves_to_the_first_that_exists() =>
        Create(Terms(AccountabilityReportFrequency.Weekly, hour: 2) with { DayOfWeek = DayOfWeek.Sunday })
            .NextAfter(Instant("2026-03-24T00:00:00Z"))
            .ShouldBe(Instant("2026-03-29T01:00:00Z"));

    [Fact]
    public void An_hour_that_occurs_twice_is_used_once()
    {
        var schedule = Create(Terms(AccountabilityReportFrequency.Weekly, hour: 2) with { DayOfWeek = DayOfWeek.Sunday });
        var first = schedule.NextAfter(Instant("2026-10-24T00:00:00Z"));
        first.ShouldBeOneOf(Instant("2026-10-25T00:00:00Z"), Instant("2026-10-25T01:00:00Z"));
        schedule.NextAfter(first).ShouldBe(Instant("2026-11-01T01:00:00Z"));
    }

    [Theory]
    [InlineData("2026-01-31T12:00:00Z", "2026-02-28T08:00:00Z")]
    [InlineData("2028-02-01T00:00:00Z", "2028-02-29T08:00:00Z")]
    [InlineData("2026-04-01T00:00:00Z", "2026-04-30T08:00:00Z")]
    [InlineData("2026-12-31T09:00:00Z", "2027-01-31T08:00:00Z")]
    public void Day_31_is_the_last_day_where_a_month_is_shorter(string after, string planned) =>
        Create(Terms(AccountabilityReportFrequency.Monthly, zone: "UTC") with { DayOfMonth = 31 })
            .NextAfter(Instant(after))
            .ShouldBe(Instant(planned));

    [Fact]
    public void A_day_begins_in_the_time_zone_of_the_schedule() =>
        Create(Terms(AccountabilityReportFrequency.Monthly, hour: 0, zone: "Pacific/Kiritimati") with { DayOfMonth = 1 })
            .NextAfter(Now)
            .ShouldBe(Instant("2026-11-30T10:00:00Z"));

    [Fact]
    public void The_default_day_is_monday_or_the_first_of_the_month()
    {
        Create(Terms(AccountabilityReportFrequency.Weekly)).DayOfWeek.ShouldBe(DayOfWeek.Monday);
        Create(Terms(AccountabilityReportFrequency.Monthly)).DayOfMonth.ShouldBe(1);
        Create(Terms(AccountabilityReportFrequency.Weekly) with { DayOfMonth = 5 }).DayOfMonth.ShouldBeNull();
    }

    [Fact]
    public void Several_missed_runs_are_made_up_for_once()
    {
        var schedule = Weekly("UTC");
        schedule.MoveOn(Instant("2027-01-15T00:00:00Z"));
        schedule.NextRunAt.ShouldBe(Instant("2027-01-18T08:00:00Z"));
    }

    [Fact]
    public void A_run_before_its_time_does_not_change_the_next_run()
    {
        var schedule = Weekly("UTC");
        schedule.MoveOn(Now);
        schedule.NextRunAt.ShouldBe(Instant("2026-11-23T08:00:00Z"));
    }

    [Fact]
    public void A_stopped_schedule_stays_stopped()
    {
        var schedule = Weekly("UTC");
        schedule.Stop();
        schedule.Stop();
        schedule.MoveOn(Now.AddYears(1));
        schedule.NextRunAt.ShouldBeNull();
        schedule.Events.OfType<AccountabilityReportScheduleStopped>().ShouldHaveSingleItem();
    }

    [Fact]
    public void Revising_a_schedule_plans_its_next_run_anew()
    {
        var schedule = Weekly("UTC");
        schedule.Revise(Terms(AccountabilityReportFrequency.Monthly, hour: 6, zone: "UTC") with { Name = "Chair", DayOfMonth = 5 }, Now);
        schedule.ShouldSatisfyAllConditions(
            s => s.Name.ShouldBe("Chair"),
            s => s.DayOfWeek.ShouldBeNull(),
            s => s.NextRunAt.ShouldBe(Instant("2026-12-05T06:00:00Z")),
            s => s.Version.ShouldBe(2)
        );
    }

    [Fact]
    public void A_run_that_is_due_is_not_lost_by_revising_the_schedule()
    {
        var schedule = Weekly("UTC");
        var due = schedule.NextRunAt!.Value;
        schedule.Revise(Terms(AccountabilityReportFrequency.Monthly, zone: "UTC"), due.AddSeconds(10));
        schedule.NextRunAt.ShouldBe(due);
        schedule.MoveOn(due.AddSeconds(20));
        schedule.NextRunAt.ShouldBe(Instant("2026-12-01T08:00:00Z"));
    }

    [Fact]
    public void A_stopped_schedule_is_revised_without_starting_and_goes_on_when_it_is_resumed()
    {
        var schedule = Weekly("UTC");
        schedule.Stop();
        schedule.Revise(Terms(AccountabilityReportFrequency.Weekly, hour: 9, zone: "UTC"), Now);
        schedule.NextRunAt.ShouldBeNull();
        schedule.Resume(Now.AddDays(30));
        schedule.Resume(Now.AddDays(90));
        schedule.NextRunAt.ShouldBe(Instant("2026-12-21T09:00:00Z"));
        schedule.Events.OfType<AccountabilityReportScheduleResumed>().ShouldHaveSingleItem();
    }

    [Fact]
    public void Each_recipient_is_listed_once() =>
        Create(Terms(AccountabilityReportFrequency.Weekly) with { Recipients = ["Board@example.org", "board@example.org "] })
            .Recipients.ShouldBe(["board@example.org"]);

    [Fact]
    public void Unknown_codes_are_refused_by_name()
    {
        ((Action)(() => Create(Terms(AccountabilityReportFrequency.Weekly, zone: "Mars/Olympus")))).MustRefuse("reference.unknownTimeZone");
        ((Action)(() => Create(Terms(AccountabilityReportFrequency.Weekly) with { Filter = new ReportFilter(CountryCode: "XX") })))
            .MustRefuse("reference.unknownCountry")
            .Field.ShouldBe("filter.countryCode");
    }

    private static ReportSchedule Weekly(string zone) => Create(Terms(AccountabilityReportFrequency.Weekly, zone: zone));

    private static ReportSchedule Create(ReportScheduleTerms terms) => ReportSchedule.Create(terms, Now);

    private static ReportScheduleTerms Terms(AccountabilityReportFrequency frequency, int hour = 8, string zone = "Europe/Berlin") =>
        new("Board report", frequency, null, null, hour, zone, ["board@example.org"], "en", null);
}
