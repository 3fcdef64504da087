using PartnershipTracker.Application.Imports;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.Tests.Imports;

public sealed class DateReaderTests
{
    private static readonly string[] Formats = ["MMM-yy", "d/M/yyyy", "yyyy", "Qq yyyy", "MMMM yyyy", "M/yyyy"];

    [Theory]
    [InlineData("2026-12-31", "2026-12-31")]
    [InlineData("2026-12-31T12:30:00", "2026-12-31")]
    [InlineData("Dec-25", "2025-12-31")]
    [InlineData("feb-28", "2028-02-29")]
    [InlineData("Jan-50", "2050-01-31")]
    [InlineData("3/4/2026", "2026-04-03")]
    [InlineData("03/04/2026", "2026-04-03")]
    [InlineData("2030", "2030-12-31")]
    [InlineData("Q1 2027", "2027-03-31")]
    [InlineData("Q4 2027", "2027-12-31")]
    [InlineData("September 2026", "2026-09-30")]
    [InlineData("9/2026", "2026-09-30")]
    [InlineData("Q5 2027", null)]
    [InlineData("31/2/2026", null)]
    [InlineData("30", null)]
    [InlineData("soon", null)]
    [InlineData("December", null)]
    public void Dates_are_read_in_the_forms_that_the_profile_names(string text, string? expected) =>
        Read(text, null, Formats).ShouldBe(expected is null ? [] : [expected]);

    [Fact]
    public void A_month_a_quarter_or_a_year_may_stand_for_its_first_day_and_does_for_a_start()
    {
        foreach (var (text, first) in new[] { ("Dec-25", "2025-12-01"), ("Q3 2027", "2027-07-01"), ("2030", "2030-01-01") })
        {
            Read(text, null, Formats, PartialDates.FirstDay).ShouldBe([first]);
            new DateReader(Formats, null, PartialDates.LastDay).Read(text, isStart: true).Select(DateRules.Iso).ShouldBe([first]);
        }
    }

    [Fact]
    public void A_date_that_can_be_read_both_ways_needs_an_order()
    {
        string[] both = ["dd/MM/yyyy", "MM/dd/yyyy"];
        Read("03/04/2026", null, both).ShouldBe(["2026-04-03", "2026-03-04"]);
        Read("03/04/2026", DateOrder.DayFirst, both).ShouldBe(["2026-04-03"]);
        Read("03/04/2026", DateOrder.MonthFirst, both).ShouldBe(["2026-03-04"]);
        Read("25/04/2026", DateOrder.MonthFirst, both).ShouldBe(["2026-04-25"], "it fits one form only");
        Read("03/03/2026", null, both).ShouldBe(["2026-03-03"], "both ways give the same day");
    }

    [Theory]
    [InlineData("DD/MM/YYYY")]
    [InlineData("MMM")]
    [InlineData("dd yyyy")]
    [InlineData("q")]
    [InlineData("")]
    public void What_is_no_form_of_dates_is_refused(string format) =>
        Should.Throw<ImportProfileException>(() => new DateFormat(format)).Message.ShouldContain("dd/MM/yyyy");

    private static IEnumerable<string> Read(string text, DateOrder? order, string[] formats, PartialDates partial = PartialDates.LastDay) =>
        new DateReader(formats, order, partial).Read(text, isStart: false).Select(DateRules.Iso);
}
