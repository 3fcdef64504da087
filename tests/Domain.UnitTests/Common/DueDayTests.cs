using System.Globalization;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Reference;

namespace PartnershipTracker.Domain.UnitTests.Common;

public sealed class DueDayTests
{
    [Theory]
    [InlineData("UTC", "2026-12-31", "2027-01-01T00:00:00Z")]
    [InlineData("Pacific/Kiritimati", "2026-12-31", "2026-12-31T10:00:00Z")]
    [InlineData("Pacific/Pago_Pago", "2026-12-31", "2027-01-01T11:00:00Z")]
    [InlineData("Asia/Kathmandu", "2026-12-31", "2026-12-31T18:15:00Z")]
    public void A_due_day_ends_in_the_organizations_time_zone(string zone, string day, string end) =>
        EndOf(day, zone).ShouldBe(Instant(end));

    [Theory]
    [InlineData("2026-03-28", "2026-03-28T23:00:00Z")]
    [InlineData("2026-03-29", "2026-03-29T22:00:00Z")]
    [InlineData("2026-10-24", "2026-10-24T22:00:00Z")]
    [InlineData("2026-10-25", "2026-10-25T23:00:00Z")]
    public void A_day_of_23_or_25_hours_ends_at_its_own_midnight(string day, string end) =>
        EndOf(day, "Europe/Berlin").ShouldBe(Instant(end));

    [Fact]
    public void Where_midnight_does_not_exist_the_day_ends_when_the_clocks_change()
    {
        EndOf("2026-04-23", "Africa/Cairo").ShouldBe(Instant("2026-04-23T22:00:00Z"));
        EndOf("2026-04-24", "Africa/Cairo").ShouldBe(Instant("2026-04-24T21:00:00Z"));
    }

    [Theory]
    [InlineData("America/Havana", "2026-10-31", "2026-11-01T04:00:00Z")]
    [InlineData("Atlantic/Azores", "2026-10-24", "2026-10-25T00:00:00Z")]
    public void Where_midnight_comes_twice_the_first_one_ends_the_day(string zone, string day, string end) =>
        EndOf(day, zone).ShouldBe(Instant(end));

    [Fact]
    public void Where_the_clocks_go_back_at_midnight_the_day_lasts_an_hour_longer() =>
        EndOf("2026-10-24", "Asia/Beirut").ShouldBe(Instant("2026-10-24T22:00:00Z"));

    [Fact]
    public void A_day_that_a_country_skipped_ends_as_the_next_one_begins()
    {
        EndOf("2011-12-29", "Pacific/Apia").ShouldBe(Instant("2011-12-30T10:00:00Z"));
        EndOf("2011-12-30", "Pacific/Apia").ShouldBe(Instant("2011-12-30T10:00:00Z"));
    }

    [Theory]
    [InlineData("Africa/Cairo")]
    [InlineData("America/Havana")]
    [InlineData("America/Nuuk")]
    [InlineData("Asia/Beirut")]
    [InlineData("Australia/Lord_Howe")]
    [InlineData("Europe/Berlin")]
    [InlineData("Pacific/Chatham")]
    public void The_local_date_changes_exactly_at_the_end_of_the_day(string id)
    {
        var zone = TimeZones.Find(id)!;

        for (var day = new DateOnly(2026, 1, 1); day.Year == 2026; day = day.AddDays(1))
        {
            var end = DueDay.EndsAt(day, zone);
            DueDay.Today(end.AddTicks(-1), zone).ShouldBe(day);
            DueDay.Today(end, zone).ShouldBe(day.AddDays(1));
        }
    }

    [Fact]
    public void The_same_instant_is_another_day_in_another_time_zone()
    {
        var now = Instant("2026-06-30T23:30:00Z");

        DueDay.Today(now, TimeZones.Find("Pacific/Kiritimati")!).ShouldBe(new DateOnly(2026, 7, 1));
        DueDay.Today(now, TimeZones.Find("Pacific/Pago_Pago")!).ShouldBe(new DateOnly(2026, 6, 30));
        DueDay.Today(now.ToOffset(TimeSpan.FromHours(9)), TimeZoneInfo.Utc).ShouldBe(new DateOnly(2026, 6, 30));
    }

    [Theory]
    [InlineData("Pacific/Kiritimati")]
    [InlineData("Etc/GMT+12")]
    [InlineData("UTC")]
    public void The_first_and_last_days_of_the_calendar_cause_no_error(string id)
    {
        var zone = TimeZones.Find(id)!;

        DueDay.EndsAt(DateOnly.MaxValue, zone).ShouldBe(DateTimeOffset.MaxValue);
        DueDay.EndsAt(DateOnly.MaxValue.AddDays(-1), zone).ShouldBeInRange(Instant("9999-12-30T00:00:00Z"), DateTimeOffset.MaxValue);
        DueDay.EndsAt(DateOnly.MinValue, zone).ShouldBeInRange(DateTimeOffset.MinValue, Instant("0001-01-03T00:00:00Z"));
        DueDay.Today(DateTimeOffset.MaxValue, zone).ShouldBe(DateOnly.MaxValue);
        DueDay.Today(DateTimeOffset.MinValue, zone).ShouldBe(DateOnly.MinValue);
    }

    private static DateTimeOffset EndOf(string day, string zone)
    {
        var end = DueDay.EndsAt(DateOnly.Parse(day, CultureInfo.InvariantCulture), TimeZones.Find(zone)!);
        end.Offset.ShouldBe(TimeSpan.Zero);
        return end;
    }

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
