using PartnershipTracker.Api.Dashboard.Charts;
using PartnershipTracker.Application.Dashboard;

namespace PartnershipTracker.Api.FunctionalTests.Dashboard;

using static TestKit.TestClock;

/// <summary>The bars of the chart of due dates.</summary>
public sealed class DueBinTests
{
    private const int MaxBars = 51;

    [Theory]
    [InlineData(2050, 1)]
    [InlineData(9999, 12)]
    [InlineData(1, 1)]
    [InlineData(1900, 1)]
    [InlineData(2029, 11)]
    public void One_commitment_far_from_today_makes_few_bars(int year, int month)
    {
        var bins = DueBin.Of([new MonthCount(year, month, 1, 0)], Day("2026-11-21"));
        bins.Count.ShouldBeLessThanOrEqualTo(MaxBars);
        bins.Sum(bin => bin.Total).ShouldBe(1);
        bins.Count(bin => bin.HoldsToday).ShouldBe(1);
    }

    [Fact]
    public void The_far_past_and_the_far_future_are_one_bar_each()
    {
        var bins = DueBin.Of(
            [new MonthCount(1950, 6, 2, 2), new MonthCount(2026, 12, 3, 0), new MonthCount(2199, 1, 4, 0)],
            Day("2026-11-21")
        );
        bins.Count.ShouldBeLessThanOrEqualTo(MaxBars);
        (bins[0].From, bins[0].Total).ShouldBe((null, 2));
        (bins[^1].To, bins[^1].Total).ShouldBe((null, 4));
        bins.Sum(bin => bin.Total).ShouldBe(9);
    }

    [Fact]
    public void Dates_close_to_today_have_a_bar_for_each_month()
    {
        var bins = DueBin.Of([new MonthCount(2027, 2, 1, 0)], Day("2026-11-21"));
        bins.Select(bin => (bin.From!.Value.Month, bin.Total)).ShouldBe([(11, 0), (12, 0), (1, 0), (2, 1)]);
    }
}
