using System.Globalization;
using PartnershipTracker.Api.Dashboard.Forms;

namespace PartnershipTracker.Api.FunctionalTests.Dashboard.Forms;

public sealed class TypedNumberTests
{
    [Theory]
    [InlineData("1200", "1200")]
    [InlineData(" 1 200,5 ", "1200.5")]
    [InlineData("1200.5", "1200.5")]
    [InlineData("12,5", "12.5")]
    [InlineData("0,125", "0.125")]
    [InlineData("1,234,567.8", "1234567.8")]
    [InlineData("1.234.567,8", "1234567.8")]
    [InlineData("1'200", "1200")]
    [InlineData("1’200.25", "1200.25")]
    [InlineData("1\u202F200", "1200")]
    [InlineData("−3", "-3")]
    [InlineData("-0.5", "-0.5")]
    [InlineData("١٢٠٠٫٥", "1200.5")]
    [InlineData("१२", "12")]
    [InlineData("1200,50", "1200.50")]
    [InlineData("", null)]
    [InlineData("   ", null)]
    public void Numbers_are_read_as_people_write_them(string typed, string? meant)
    {
        TypedNumber.TryRead(typed, out var number, out _).ShouldBeTrue();
        number?.ToString(CultureInfo.InvariantCulture).ShouldBe(meant);
        if (meant is null)
            number.ShouldBeNull();
    }

    [Theory]
    [InlineData("1,200")]
    [InlineData("1.200")]
    [InlineData("-120.000")]
    public void A_number_that_could_be_thousands_or_a_decimal_is_reported_as_ambiguous(string typed)
    {
        TypedNumber.TryRead(typed, out var number, out var isAmbiguous).ShouldBeFalse();
        number.ShouldBeNull();
        isAmbiguous.ShouldBeTrue();
    }

    [Theory]
    [InlineData("ninety")]
    [InlineData("79 posts")]
    [InlineData("12,3,4")]
    [InlineData("1.2.3")]
    [InlineData("1e5")]
    [InlineData("1,5.2")]
    [InlineData("--1")]
    [InlineData(".")]
    [InlineData("NaN")]
    [InlineData("99999999999999999999999999999999999999")]
    public void Other_texts_are_not_numbers(string typed)
    {
        TypedNumber.TryRead(typed, out _, out var isAmbiguous).ShouldBeFalse();
        isAmbiguous.ShouldBeFalse();
    }
}
