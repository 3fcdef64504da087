using System.Text;
using PartnershipTracker.Api.Calendars;

namespace PartnershipTracker.Api.FunctionalTests.Calendars;

public sealed class ICalendarTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a, b; c\\d", "a\\, b\\; c\\\\d")]
    [InlineData("one\r\ntwo\nthree\rfour", "one\\ntwo\\nthree\\nfour")]
    [InlineData("bell\u0007 and tab\t", "bell and tab\t")]
    [InlineData("BEGIN:VEVENT\nEND:VEVENT", "BEGIN:VEVENT\\nEND:VEVENT")]
    public void Line_breaks_and_separators_in_a_text_are_escaped(string text, string escaped) => ICalendar.Escape(text).ShouldBe(escaped);

    [Theory]
    [InlineData("short")]
    [InlineData("éééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééé")]
    [InlineData("保健保健保健保健保健保健保健保健保健保健保健保健保健保健保健保健保健")]
    [InlineData("a🩺🩺🩺🩺🩺🩺🩺🩺🩺🩺🩺🩺🩺🩺🩺🩺🩺🩺🩺🩺🩺🩺🩺🩺🩺🩺🩺🩺🩺🩺")]
    public void Lines_are_folded_at_75_octets_and_no_character_is_split(string line)
    {
        foreach (var before in Enumerable.Range(0, 5).Select(n => new string('x', n)))
        {
            var text = new StringBuilder();
            ICalendar.Fold(text, before + line);
            var folded = text.ToString();
            folded.ShouldEndWith("\r\n");
            folded.Split("\r\n").ShouldAllBe(part => Encoding.UTF8.GetByteCount(part) <= 75 && !part.Contains('\uFFFD'));
            folded.Replace("\r\n ", "", StringComparison.Ordinal).ShouldBe(before + line + "\r\n");
        }
    }

    [Theory]
    [InlineData(75, 1)]
    [InlineData(76, 2)]
    [InlineData(149, 2)]
    [InlineData(150, 3)]
    public void A_line_is_folded_only_when_it_is_too_long(int octets, int lines)
    {
        var text = new StringBuilder();
        ICalendar.Fold(text, new string('x', octets));
        text.ToString().TrimEnd().Split("\r\n").Length.ShouldBe(lines);
    }
}
