using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Domain.UnitTests.Common;

public sealed class LocalHourTests
{
    [Theory]
    [InlineData("2026-11-21T00:59:59Z", "Asia/Dhaka", "2026-11-21T01:00:00Z")]
    [InlineData("2026-11-21T01:00:00Z", "Asia/Dhaka", "2026-11-22T01:00:00Z")]
    [InlineData("2026-11-21T11:00:00Z", "America/New_York", "2026-11-21T12:00:00Z")]
    [InlineData("2026-03-28T06:00:00Z", "Europe/Zurich", "2026-03-29T05:00:00Z")]
    [InlineData("2026-03-27T06:00:00Z", "Europe/Zurich", "2026-03-28T06:00:00Z")]
    public void The_next_morning_is_at_seven_where_the_person_is(string instant, string zone, string morning) =>
        LocalHour.NextAfter(Given.Instant(instant), hour: 7, TimeZoneInfo.FindSystemTimeZoneById(zone)).ShouldBe(Given.Instant(morning));
}
